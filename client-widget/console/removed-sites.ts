import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { DeskState } from './desk.ts';
import type { Loaded } from './use-loaded.ts';

export interface RemovedSite {
  readonly id: string;
  readonly name: string;
}

/** What is beside the list once a site is removed: nothing of it can be taken back or wished for again. Acts on many are read anew. */
export function besideWithout(
  { done, refusals, acts, removed }: DeskState,
  site: RemovedSite,
): Pick<DeskState, 'done' | 'refusals' | 'acts' | 'removed'> {
  const isLeft = ({ card }: { card: { site: { id: string } } }): boolean => card.site.id !== site.id;
  return {
    ...{ done: done.filter(isLeft), refusals: refusals.filter(isLeft) },
    acts: { ...acts, list: [] },
    removed: [...removed, site],
  };
}

/** How many sites were removed since the console was opened: what is shown from before the last one may be of it. */
export const RemovalsContext = createContext(0);

/** Has what is shown read once more when a site is removed. */
export function useFreshAfterRemoval(...shown: readonly Pick<Loaded<unknown>, 'again'>[]): void {
  const removals = useContext(RemovalsContext);
  const known = useRef(removals);
  useEffect(() => {
    if (known.current === removals) return;
    known.current = removals;
    for (const { again } of shown) void again();
  }, [removals]);
}
