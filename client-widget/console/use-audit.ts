import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Trouble } from './api.ts';

export interface Loaded<T> {
  /** As last read; null until it is. */
  value: T | null;
  trouble: Trouble | null;
  again: () => void;
}

/** Something the service is asked for, and anew whenever `key` is another; null asks for nothing. */
export function useLoaded<T>(load: () => Promise<Answer<T>>, key: string | null): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; trouble: Trouble | null }>({ value: null, trouble: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (key === null) return;
    let isWanted = true;
    void load().then((answer) => {
      if (!isWanted) return;
      setState((was) =>
        answer.ok ? { value: answer.value, trouble: null } : { value: was.value, trouble: answer.trouble },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [key, attempt]);
  return { ...state, again: () => setAttempt((n) => n + 1) };
}

export interface AuditList<Item> {
  /** Null while the first page is on its way. */
  items: readonly Item[] | null;
  hasMore: boolean;
  isLoading: boolean;
  trouble: Trouble | null;
  /** Asks for the next page, or once more for what did not come. */
  more: () => void;
}

const NOTHING = { items: null, next: null, isLoading: true, trouble: null };

/** What a query asks for, page after page, the newest first; another query begins anew. */
export function useAuditList<Item>(
  load: (query: string) => Promise<Answer<{ items: Item[]; next: string | null }>>,
  query: string,
): AuditList<Item> {
  const [state, setState] = useState<{
    items: readonly Item[] | null;
    next: string | null;
    isLoading: boolean;
    trouble: Trouble | null;
  }>(NOTHING);
  const turn = useRef(0);

  async function ask(shown: readonly Item[] | null, cursor: string | null): Promise<void> {
    const mine = ++turn.current;
    setState((was) => ({ ...was, isLoading: true, trouble: null }));
    const answer = await load(cursor === null ? query : `${query}&cursor=${cursor}`);
    if (mine !== turn.current) return;
    setState((was) =>
      answer.ok
        ? { items: [...(shown ?? []), ...answer.value.items], next: answer.value.next, isLoading: false, trouble: null }
        : { ...was, isLoading: false, trouble: answer.trouble },
    );
  }
  useEffect(() => {
    setState(NOTHING);
    void ask(null, null);
    return () => void (turn.current += 1);
  }, [query]);

  const { items, next, isLoading, trouble } = state;
  return {
    ...{ items, isLoading, trouble, hasMore: next !== null },
    more: () => {
      if (!isLoading) void ask(items, next);
    },
  };
}
