import { useEffect, useState } from 'preact/hooks';
import type * as AboutPassage from './about-passage.tsx';
import { useHands } from './hands.ts';

/** The place beside a comment's author for the passage it is about. Most are about the article, so nobody else loads it. */
export function AboutSlot({ passage }: { passage: string }) {
  const { config, root } = useHands();
  const [part, setPart] = useState<Awaited<ReturnType<(typeof AboutPassage)['load']>> | null>(null);
  useEffect(() => {
    import('./about-passage.tsx').then(({ load }) => load(root, config)).then(setPart, () => undefined);
  }, [config.lang]);
  return part && <part.AboutPassage passage={passage} words={part.words} />;
}
