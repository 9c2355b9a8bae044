import { useEffect, useRef, useState } from 'preact/hooks';
import type { People } from '../../shared/people.ts';
import type { SiteList } from '../../shared/site-moderation.ts';
import type { ConsoleApi, Trouble } from './api.ts';

/** How long typing has to pause before it is asked for, milliseconds. */
const PAUSE_MS = 200;

export interface PeopleState {
  sites: SiteList['items'];
  site: string | null;
  q: string;
  /** As last read, for `asked`; null until it is. */
  found: (People & { q: string }) | null;
  trouble: Trouble | null;
  pickSite: (site: string) => void;
  search: (q: string) => void;
  more: () => Promise<void>;
  load: () => Promise<void>;
}

/** The readers of a site: by a name, or those under a sanction. */
export function usePeople(api: Pick<ConsoleApi, 'sites' | 'people'>): PeopleState {
  const [sites, setSites] = useState<SiteList['items']>([]);
  const [site, setSite] = useState<string | null>(null);
  const [q, setQ] = useState('');
  const [found, setFound] = useState<PeopleState['found']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const turn = useRef(0);

  async function ask(of: string, words: string, cursor?: string): Promise<void> {
    const mine = ++turn.current;
    const answer = await api.people({
      site: of,
      ...(words === '' ? {} : { q: words }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (mine !== turn.current) return;
    if (!answer.ok) return setTrouble(answer.trouble);
    setTrouble(null);
    const before = cursor === undefined ? [] : (found?.items ?? []);
    setFound({ ...answer.value, items: [...before, ...answer.value.items], q: words });
  }

  async function load(): Promise<void> {
    setTrouble(null);
    if (site !== null) return ask(site, q.trim());
    const answer = await api.sites();
    if (!answer.ok) return setTrouble(answer.trouble);
    setSites(answer.value.items);
    setSite(answer.value.items[0]?.id ?? null);
  }
  useEffect(() => {
    void load();
    return () => void (turn.current += 1);
  }, []);
  useEffect(() => {
    if (site === null) return;
    const wait = setTimeout(() => void ask(site, q.trim()), q === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(wait);
  }, [site, q]);

  return {
    ...{ sites, site, q, found, trouble, load },
    pickSite: setSite,
    search: setQ,
    async more() {
      if (site !== null && found?.next) await ask(site, found.q, found.next);
    },
  };
}
