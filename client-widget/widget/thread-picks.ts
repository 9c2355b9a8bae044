import type { CommentId } from '../../shared/ids.ts';
import type { ShownComment, ThreadState } from './thread-state.ts';

/** The reader looks at the editor's picks alone, or at everything. */
export type PickAction = { type: 'picking'; on: boolean };

/** The picks as they are with what is known of a comment by now. When there is none left, everything is shown again. */
export function withPick(state: ThreadState, id: CommentId): ThreadState {
  const { featured, comments } = state;
  const isOne = comments.get(id)?.featuredAt !== undefined;
  if (isOne === featured.includes(id)) return state;
  return looking(
    { ...state, featured: isOne ? [...featured, id] : featured.filter((pick) => pick !== id) },
    state.picking,
  );
}

/** Whoever has written something new wants to see it. */
export const isStillPicking = ({ picking, comments }: ThreadState, own: ShownComment): boolean =>
  picking && comments.has(own.id);

/** With the picks alone in front, as long as there are any, or with everything. */
export const looking = (state: ThreadState, on: boolean): ThreadState => ({
  ...state,
  picking: on && state.featured.length > 0,
});
