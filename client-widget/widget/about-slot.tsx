import { usePart } from './use-part.ts';

/** The place beside a comment's author for the passage it is about. Most are about the article, so nobody else loads it. */
export function AboutSlot({ passage }: { passage: string }) {
  const part = usePart(true, () => import('./about-passage.tsx'));
  return part && <part.AboutPassage passage={passage} words={part.words} />;
}
