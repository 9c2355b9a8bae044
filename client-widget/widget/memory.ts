import { safeShelf, type Shelf } from '../kit/storage.ts';

/** Who the reader is on this device. */
export interface Profile {
  token: string | null;
  personId: string | null;
  /** Of who has signed in. Its key lies apart, see kit/session-key.ts. */
  session: string | null;
  /** Who that is at the site, if they have signed in there. */
  subject: string | null;
  name: string;
  email: string;
}

/**
 * What the widget remembers: who has done something, for as long as the tab lives; on the device, drafts included, only
 * once the reader asked for it. What is on the device is shared by all tabs that live by it.
 */
export interface Memory {
  readonly kept: boolean;
  readonly profile: Profile;
  update(change: Partial<Profile>): void;
  draft(key: string): string;
  saveDraft(key: string, text: string): void;
  /** Keys of the drafts that begin so. */
  draftsUnder(prefix: string): string[];
  /** When the reader last left a thread, ISO 8601; null if that is not known. */
  lastVisit(thread: string): string | null;
  /** Keeps that they leave it, on the device alone: nothing is kept of whoever has not asked for it. */
  visited(thread: string, at: string): void;
  /** Whether a draft would be there after the page is gone. Storage may be full or blocked even if it was asked for. */
  holds(key: string): boolean;
  /** Starts or stops keeping things on the device. Stopping deletes all that was kept, for every tab. */
  keep(on: boolean): void;
  /** Takes over what another tab has changed on the device. */
  refresh(): void;
}

/** Where things are kept: `device` until deleted, `tab` until the tab is closed. */
export interface Shelves {
  device: () => Shelf;
  tab: () => Shelf;
}

interface Kept extends Profile {
  drafts: Record<string, string>;
  visits?: Record<string, string>;
}

/** Threads whose last visit is kept; the longest unvisited go first. */
const VISITS_MAX = 100;

const NOBODY: Profile = { token: null, personId: null, session: null, subject: null, name: '', email: '' };

/** @param name of the one entry in storage: service and site, as the page may embed several */
export function openMemory(name: string, shelves: Shelves): Memory {
  const device = safeShelf(shelves.device);
  const tab = safeShelf(shelves.tab);
  let profile: Profile = { ...NOBODY, ...parse(tab.getItem(name))?.profile };
  let drafts: Record<string, string> = {};
  let visits: Record<string, string> = {};
  let kept = false;
  /** Whether this tab has seen the entry on the device: if it is missing then, another tab has deleted it. */
  let seen = false;

  const refresh = () => {
    const found = parse(device.getItem(name));
    if (found === null) {
      if (!seen) return;
      kept = seen = false;
      store();
      return;
    }
    // Who has done something in this tab alone stays who they are, until they are asked to be remembered.
    if (!kept && profile.token !== null) return;
    drafts = kept ? found.drafts : { ...drafts, ...found.drafts };
    profile = { ...NOBODY, ...found.profile };
    visits = found.visits;
    kept = seen = true;
  };
  const store = () => {
    if (kept) {
      device.setItem(name, JSON.stringify({ ...profile, drafts, visits } satisfies Kept));
      seen = parse(device.getItem(name)) !== null;
    }
    if (seen || profile.token === null) tab.removeItem(name);
    else tab.setItem(name, JSON.stringify(profile));
  };
  refresh();

  return {
    get kept() {
      return kept;
    },
    get profile() {
      return profile;
    },
    update(change) {
      refresh();
      profile = { ...profile, ...change };
      store();
    },
    draft: (key) => drafts[key] ?? '',
    draftsUnder: (prefix) => Object.keys(drafts).filter((key) => key.startsWith(prefix)),
    saveDraft(key, text) {
      refresh();
      const { [key]: _, ...others } = drafts;
      drafts = text === '' ? others : { ...others, [key]: text };
      store();
    },
    lastVisit: (thread) => visits[thread] ?? null,
    visited(thread, at) {
      refresh();
      if (!kept) return;
      const { [thread]: _, ...others } = visits;
      const all: [string, string][] = [...Object.entries(others), [thread, at]];
      visits = Object.fromEntries(all.slice(-VISITS_MAX));
      store();
    },
    holds: (key) => kept && parse(device.getItem(name))?.drafts[key] === drafts[key],
    keep(on) {
      refresh();
      if (on && !kept) takeOver();
      kept = on;
      if (!on) {
        device.removeItem(name);
        visits = {};
      }
      seen &&= on;
      store();
    },
    refresh,
  };

  /** Adds what another tab has kept to what this tab knows. Who has done something here is who is remembered from now on. */
  function takeOver(): void {
    const found = parse(device.getItem(name));
    drafts = { ...found?.drafts, ...drafts };
    profile = {
      ...profile,
      name: profile.name || (found?.profile.name ?? ''),
      email: profile.email || (found?.profile.email ?? ''),
    };
  }
}

function parse(
  json: string | null,
): { profile: Profile; drafts: Record<string, string>; visits: Record<string, string> } | null {
  try {
    const { drafts, visits, ...profile } = JSON.parse(json ?? 'null') as Kept;
    return { profile, drafts: { ...drafts }, visits: { ...visits } };
  } catch {
    return null;
  }
}
