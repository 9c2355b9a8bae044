import { later } from './later.tsx';

/** The place for the mark of what is new, which only who is remembered has. */
export const SinceSlot = later(
  () => import('./since.tsx'),
  (part) => part.Unseen,
);
