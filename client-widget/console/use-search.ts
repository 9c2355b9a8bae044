import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewCard } from '../../shared/review.ts';
import type { ConsoleApi, Trouble } from './api.ts';

export interface Search {
  items: readonly ReviewCard[];
  /** How far it came; null at the end, and before the first answer. */
  searchedTo: string | null;
  hasMore: boolean;
  isLoading: boolean;
  trouble: Trouble | null;
  /** Goes on where it stopped, or tries once more. */
  more: () => void;
}

interface Found extends Pick<Search, 'items' | 'searchedTo' | 'isLoading' | 'trouble'> {
  next: string | null;
}

const NOTHING: Found = { items: [], searchedTo: null, next: null, isLoading: true, trouble: null };

/** What a query finds, stretch after stretch; another query begins anew. */
export function useSearch(api: Pick<ConsoleApi, 'search'>, query: Record<string, string>, key: string): Search {
  const [found, setFound] = useState(NOTHING);
  const turn = useRef(0);

  async function ask(before: readonly ReviewCard[], cursor: string | null): Promise<void> {
    const mine = ++turn.current;
    setFound((was) => ({ ...was, isLoading: true, trouble: null }));
    const answer = await api.search(query, cursor);
    if (mine !== turn.current) return;
    if (!answer.ok) return setFound((was) => ({ ...was, isLoading: false, trouble: answer.trouble }));
    const { items, ...rest } = answer.value;
    setFound({ items: [...before, ...items], ...rest, isLoading: false, trouble: null });
  }
  useEffect(() => {
    setFound(NOTHING);
    void ask([], null);
    return () => void (turn.current += 1);
  }, [key]);

  const { items, next, ...rest } = found;
  return {
    ...{ items, ...rest, hasMore: next !== null },
    more: () => {
      if (!found.isLoading) void ask(items, next);
    },
  };
}
