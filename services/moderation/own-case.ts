import { ACTIONS } from '../../shared/moderation-terms.ts';
import type { Action } from '../../shared/moderation.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';

export interface OwnCaseDeps {
  /** Whether there is one moderator only, who then also decides about appeals against their own decisions. */
  isAlone: () => Promise<boolean>;
}

const REFUSALS: readonly Action[] = ['refuse', 'spam'];

/**
 * What is for somebody else than `appeal.against` to say. Whoever refused a comment does not answer the appeal, nor refuses the
 * same text anew after a colleague has answered for its author, who could not appeal any more.
 */
export async function barredActions(deps: OwnCaseDeps, { rev, mod }: CommentDoc): Promise<readonly Action[]> {
  const { appeal, queue, outcome } = mod;
  // The rules refused it, and whoever is there decides.
  if (appeal === undefined || appeal.against === '') return [];
  const isWon = appeal.answer === 'overturned' && outcome?.rev === rev;
  const barred = queue === 'appeal' ? ACTIONS : isWon ? REFUSALS : [];
  return barred.length > 0 && (await deps.isAlone()) ? [] : barred;
}
