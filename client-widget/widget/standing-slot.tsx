import { useWidget } from './context.ts';
import { usePart } from './use-part.ts';

/** The place over the composer for what moderators have done about the reader. Hardly anybody needs it, so nobody else loads it. */
export function StandingSlot() {
  const isConcerned = useWidget().state.standing !== null;
  const part = usePart(isConcerned, () => import('./standing.tsx'));
  return part && <part.Standing words={part.words} />;
}
