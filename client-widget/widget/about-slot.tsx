import { usePart } from './use-part.ts';

/** The place beside a comment's author for the passage it is about. Most are about the article, so nobody else loads it. */
export function AboutSlot({ passage }: { passage: string }) {
  const part = usePart(true, (root, config) => import('./about-passage.tsx').then(({ load }) => load(root, config)));
  return part && <part.AboutPassage passage={passage} words={part.words} />;
}
