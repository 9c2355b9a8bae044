import type { ComponentType } from 'preact';
import type { CommentCreate } from '../../shared/comment.ts';
import type { FieldProblem } from '../../shared/problem.ts';

/** A comment that its author has sent and the service has not answered for yet. */
export interface UnsentComment {
  /** Idempotency-Key: the same for every attempt, so that however often it is sent, it is posted once. */
  key: string;
  body: CommentCreate;
  /** `waiting`: it is sent again by itself; `stuck`: it was refused as it is, so its author has to do something. */
  state: 'sending' | 'waiting' | 'stuck';
  /** Why it is not posted, in words; null when nobody was reached. */
  problem: string | null;
  /** What was wrong with a field, if that was why it was refused. */
  fault?: FieldProblem | undefined;
  Line: ComponentType<{ item: UnsentComment }>;
}
