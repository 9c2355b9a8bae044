import { useEffect, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import type * as Standing from './standing.tsx';

/** The place over the composer for what moderators have done about the reader. Hardly anybody needs it, so nobody else loads it. */
export function StandingSlot() {
  const { config, root, state } = useHands();
  const [part, setPart] = useState<Awaited<ReturnType<(typeof Standing)['load']>> | null>(null);
  const concerned = state.standing !== null;
  useEffect(() => {
    if (concerned) import('./standing.tsx').then(({ load }) => load(root, config)).then(setPart, () => undefined);
  }, [concerned, config.lang]);
  return part && <part.Standing words={part.words} />;
}
