import type { Scope } from '../../shared/identity.ts';
import { SELF } from '../../shared/origin.ts';
import type { Site } from '../../shared/site.ts';
import type { KnownSites, NewSite } from '../storage/sites.ts';

/** Sites are few and read with every request, so all of them are kept and read anew after this long, milliseconds. */
const BELIEVED_MS = 5000;

export interface SiteQueries {
  all(): Promise<KnownSites>;
}

export interface Sites {
  byId: (id: string) => Promise<Site | null>;
  /** Every site, by name. */
  all: () => Promise<Site[]>;
  /** Of some sites, or of all there are (null), those that are not being removed. */
  standing: (scope: Scope) => Promise<Scope>;
  /** Has the next question answered from the store, since something was changed. */
  forget: () => void;
  /** Whether any site may be used from an origin; what a preflight that names no site goes by. */
  anyAllows: (caller: Caller) => Promise<boolean>;
}

/** Where a request comes from: its Origin header, and the Host it was sent to. */
export interface Caller {
  origin: string | undefined;
  host: string | undefined;
}

/** A request without Origin does not come from a foreign page, so there is nothing to check. */
export function allowsOrigin(site: Site, { origin, host }: Caller): boolean {
  if (origin === undefined) return true;
  return site.origins.some((allowed) => (allowed === SELF ? isOwnOrigin(origin, host) : allowed === origin));
}

/** Whether an Origin header names the very host the request went to. */
function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/** Whether a request comes from a page of this service; never one over plain http where people come over https. */
export function isOwnPage({ origin, host }: Caller, publicOrigin: string): boolean {
  if (origin === undefined || origin === publicOrigin) return true;
  return isOwnOrigin(origin, host) && !(publicOrigin.startsWith('https:') && origin.startsWith('http:'));
}

/**
 * Origins under which a page may have reached this service: the one that it was given, or whichever host was asked where it was not
 * told.
 */
export function reachedAt({ host = '' }: Pick<Caller, 'host'>, publicUrl: string | undefined): string[] {
  return publicUrl === undefined ? [`http://${host}`, `https://${host}`] : [new URL(publicUrl).origin];
}

/**
 * What a writer says about the article, its address only if it is on an origin of the site: readers and moderators are led
 * there, and whoever writes first in a thread must not choose another site for them.
 */
export function ownPageOnly<Thread extends { url?: string | undefined }>(
  thread: Thread,
  site: Site,
  { host }: Pick<Caller, 'host'>,
): Omit<Thread, 'url'> & { url?: string } {
  const { url, ...rest } = thread;
  if (url === undefined) return rest;
  const { origin, username, password, href } = new URL(url);
  return username === '' && password === '' && allowsOrigin(site, { origin, host }) ? { ...rest, url: href } : rest;
}

interface Read {
  sites: Map<string, Site>;
  isRemoving: boolean;
}

export function createSites(queries: SiteQueries, now: () => Date): Sites {
  let known: { read: Read; until: number } | null = null;
  let loading: Promise<Read> | null = null;

  let changes = 0;

  async function load(): Promise<Read> {
    const since = changes;
    const { sites, isRemoving } = await queries.all();
    const read = { sites: new Map(sites.map((site) => [site.id as string, site])), isRemoving };
    // What was read while something changed may be from before: good for who asked then, and no longer.
    if (since === changes) known = { read, until: now().getTime() + BELIEVED_MS };
    return read;
  }
  const all = (): Promise<Read> => {
    if (known !== null && known.until > now().getTime()) return Promise.resolve(known.read);
    if (loading === null) {
      const begun = load().finally(() => {
        if (loading === begun) loading = null;
      });
      loading = begun;
    }
    return loading;
  };
  return {
    byId: async (id) => (await all()).sites.get(id) ?? null,
    all: async () => [...(await all()).sites.values()].sort((a, b) => a.name.localeCompare(b.name)),
    async standing(scope) {
      const { sites, isRemoving } = await all();
      if (scope !== null) return scope.filter((id) => sites.has(id));
      // To name them all takes the store longer, so that is done only while it makes a difference.
      return isRemoving ? [...sites.values()].map(({ id }) => id) : null;
    },
    forget() {
      changes += 1;
      known = null;
      loading = null;
    },
    anyAllows: async (caller) => [...(await all()).sites.values()].some((site) => allowsOrigin(site, caller)),
  };
}

/** The site of the demo page, so that a first start has something to look at. */
export function demoSite(): NewSite {
  return {
    id: 'demo' as NewSite['id'],
    name: 'Le Courrier de Vaubrune',
    lang: 'fr',
    origins: [SELF],
    settings: { nudge: true },
  };
}
