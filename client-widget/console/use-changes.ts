import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingsChange } from '../../shared/site-moderation.ts';
import type { ConsoleApi, Trouble } from './api.ts';

export interface Changes {
  /** Newest first; null until the first of them are known. */
  items: readonly SettingsChange[] | null;
  hasOlder: boolean;
  isLoading: boolean;
  trouble: Trouble | null;
  /** The first of those that came with the last page of older ones: where to read on. */
  readOn: number | null;
  older: () => void;
  again: () => void;
}

interface Known {
  items: readonly SettingsChange[];
  next: number | null;
}

/** The changes of a site's rules, asked for once somebody wants to see them and again with every new version. */
export function useChanges(
  api: Pick<ConsoleApi, 'rulesChanges'>,
  { siteId, version, isWanted }: { siteId: string; version: number; isWanted: boolean },
): Changes {
  const [known, setKnown] = useState<Known | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [readOn, setReadOn] = useState<number | null>(null);
  const asked = useRef(0);
  /** What was asked for last, to ask for it again. */
  const last = useRef<number | null>(null);

  /** Those before a version, added to what is known; the newest, in its place. A late answer to an older question is dropped. */
  async function load(before: number | null): Promise<void> {
    const turn = ++asked.current;
    last.current = before;
    setLoading(true);
    setTrouble(null);
    const answer = await api.rulesChanges(siteId, before);
    if (turn !== asked.current) return;
    setLoading(false);
    if (!answer.ok) return setTrouble(answer.trouble);
    const { items, next } = answer.value;
    setReadOn(before === null ? null : (items[0]?.version ?? null));
    setKnown((had) => ({ items: before === null ? items : [...(had?.items ?? []), ...items], next }));
  }

  useEffect(() => {
    if (isWanted) void load(null);
    return () => void (asked.current += 1);
  }, [siteId, version, isWanted]);

  const next = known?.next ?? null;
  return {
    items: known?.items ?? null,
    hasOlder: next !== null,
    isLoading,
    trouble,
    readOn,
    older: () => void (next !== null && !isLoading && load(next)),
    again: () => void load(last.current),
  };
}
