import { useWidget } from './context.ts';
import { later } from './later.tsx';

const Standing = later(
  () => import('./standing.tsx'),
  (part) => part.Standing,
);

/** The place over the composer for what moderators have done about the reader. */
export const StandingSlot = () => useWidget().state.standing && <Standing />;
