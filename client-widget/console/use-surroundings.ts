import { useEffect, useState } from 'preact/hooks';
import type { ReviewCard, ReviewContext } from '../../shared/review.ts';
import type { Answer } from './api.ts';
import { useLoaded } from './use-loaded.ts';
import type { Loaded } from './use-loaded.ts';

/** Whoever only passes by on the way down the list asks for nothing. */
const SETTLE_MS = 250;

/** What stands around a comment in its discussion, and its earlier texts; asked for anew when its text is another. */
export function useSurroundings(
  load: (id: string) => Promise<Answer<ReviewContext>>,
  { id, rev }: Pick<ReviewCard, 'id' | 'rev'>,
): Loaded<ReviewContext> {
  const key = `${id} ${rev}`;
  const [settled, settle] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => settle(key), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return useLoaded(() => load(id), settled === key ? key : null);
}
