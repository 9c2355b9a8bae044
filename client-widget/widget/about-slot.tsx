import { later } from './later.tsx';

/** The place beside a comment's author for the passage it is about. Most are about the article. */
export const AboutSlot = later(
  () => import('./about-passage.tsx'),
  (part) => part.AboutPassage,
);
