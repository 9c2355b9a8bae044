import { later } from './later.tsx';
import { isUnpublished } from './thread-reduce.ts';
import type { ShownComment } from './thread-state.ts';

export const loadVerdict = () => import('./verdict.tsx');
const Verdict = later(loadVerdict, (part) => part.Verdict);

/** The place below a comment for what its author alone is told. */
export const VerdictSlot = ({ comment }: { comment: ShownComment }) =>
  isUnpublished(comment) && <Verdict comment={comment} />;
