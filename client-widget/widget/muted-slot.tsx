import { later } from './later.tsx';

/** In the place of a comment by somebody the reader has muted. */
export const Muted = later(
  () => import('./subscribe.tsx'),
  (part) => part.Veiled,
);
