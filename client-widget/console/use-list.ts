import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Trouble } from './api.ts';
import { RemovalsContext } from './removed-sites.ts';

/** Part of a list, and where the next part begins; null at its end. */
export interface Paged {
  items: readonly unknown[];
  next: string | number | null;
}

interface Read<Page extends Paged> {
  /** What has come so far; null while the first page is on its way. */
  items: readonly Page['items'][number][] | null;
  /** The page that came last. */
  page: Page | null;
  isLoading: boolean;
  trouble: Trouble | null;
}

export interface List<Page extends Paged> extends Read<Page> {
  hasMore: boolean;
  /** Asks for the next page, or once more for what did not come. */
  more: () => void;
}

const NOTHING = { items: null, page: null, isLoading: true, trouble: null };

/**
 * What comes page after page. It begins anew with another key, so that no page of one list ever stands in another; a late
 * answer to an older question is dropped, and so is everything when a site is removed. With null nothing is asked for yet.
 */
export function useList<Page extends Paged>(
  key: string | null,
  ask: (cursor: Page['next']) => Promise<Answer<Page>>,
): List<Page> {
  const [state, setState] = useState<Read<Page> & { key: string | null }>({ key: null, ...NOTHING });
  const turn = useRef(0);
  const removals = useContext(RemovalsContext);

  async function load({ items, page }: Pick<Read<Page>, 'items' | 'page'>): Promise<void> {
    const mine = ++turn.current;
    setState({ key, items, page, isLoading: true, trouble: null });
    const answer = await ask(page?.next ?? null);
    if (mine !== turn.current) return;
    const read = answer.ok
      ? { items: [...(items ?? []), ...answer.value.items], page: answer.value, trouble: null }
      : { items, page, trouble: answer.trouble };
    setState({ key, ...read, isLoading: false });
  }
  useEffect(() => {
    if (key !== null) void load(NOTHING);
    return () => void (turn.current += 1);
  }, [key, removals]);

  // Not those of another key, not even for the moment until this one is asked for.
  const { items, page, isLoading, trouble } = state.key === key ? state : NOTHING;
  return {
    ...{ items, page, isLoading, trouble },
    hasMore: page !== null && page.next !== null,
    more: () => {
      if (!isLoading) void load({ items, page });
    },
  };
}
