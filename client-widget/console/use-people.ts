import { useEffect, useState } from 'preact/hooks';
import type { People } from '../../shared/people.ts';
import type { SiteList } from '../../shared/site-moderation.ts';
import type { ConsoleApi } from './api.ts';
import { useFreshAfterRemoval } from './removed-sites.ts';
import { useList } from './use-list.ts';
import type { List } from './use-list.ts';
import { useLoaded } from './use-loaded.ts';
import type { Loaded } from './use-loaded.ts';

/** How long typing has to pause before it is asked for, milliseconds. */
const PAUSE_MS = 200;

export interface PeopleState {
  sites: Loaded<SiteList>;
  site: string | null;
  /** What is typed, and what of it is asked for. */
  q: string;
  asked: string;
  found: List<People>;
  pickSite: (site: string) => void;
  search: (q: string) => void;
}

/** The readers of a site: by a name, or those under a sanction. */
export function usePeople(api: Pick<ConsoleApi, 'sites' | 'people'>): PeopleState {
  const sites = useLoaded(() => api.sites());
  useFreshAfterRemoval(sites);
  const [picked, pickSite] = useState<string | null>(null);
  const [q, search] = useState('');
  const [asked, setAsked] = useState('');
  const site = picked ?? sites.value?.items[0]?.id ?? null;
  const found = useList<People>(site && `${site} ${asked}`, (cursor) =>
    api.people({
      site: site ?? '',
      ...(asked === '' ? {} : { q: asked }),
      ...(cursor === null ? {} : { cursor }),
    }),
  );
  useEffect(() => {
    const wait = setTimeout(() => setAsked(q.trim()), q === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(wait);
  }, [q]);
  return { sites, site, q, asked, found, pickSite, search };
}
