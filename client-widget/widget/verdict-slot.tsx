import type { OwnCommentView } from '../../shared/comment.ts';
import { isUnpublished } from './thread-reduce.ts';
import type { ShownComment } from './thread-state.ts';
import { usePart } from './use-part.ts';

/** The place below a comment for what its author alone is told. Hardly any comment has something there. */
export const VerdictSlot = ({ comment }: { comment: ShownComment }) =>
  isUnpublished(comment) && <Loaded comment={comment} />;

function Loaded({ comment }: { comment: OwnCommentView }) {
  const part = usePart(true, () => import('./verdict.tsx'));
  return part && <part.Verdict comment={comment} words={part.words} />;
}
