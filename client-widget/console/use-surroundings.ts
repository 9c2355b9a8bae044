import { useEffect, useState } from 'preact/hooks';
import type { ReviewCard, ReviewContext } from '../../shared/review.ts';
import type { Answer } from './api.ts';

export type Surroundings = { phase: 'loading' } | { phase: 'failed' } | { phase: 'ready'; value: ReviewContext };

/** Whoever only passes by on the way down the list asks for nothing. */
const SETTLE_MS = 250;

/** What stands around a comment in its discussion, and its earlier texts; asked for anew when its text is another. */
export function useSurroundings(
  load: (id: string) => Promise<Answer<ReviewContext>>,
  { id, rev }: Pick<ReviewCard, 'id' | 'rev'>,
): Surroundings {
  const [state, setState] = useState<Surroundings>({ phase: 'loading' });
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void load(id).then((answer) => {
        if (isWanted) setState(answer.ok ? { phase: 'ready', value: answer.value } : { phase: 'failed' });
      });
    }, SETTLE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [id, rev]);
  return state;
}
