import { later } from './later.tsx';

/** The place for the link to a comment where the clipboard is closed to the page. */
export const CopySlot = later(
  () => import('./copy-by-hand.tsx'),
  (part) => part.CopyByHand,
);
