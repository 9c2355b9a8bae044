import { safeShelf, type Shelf } from '../kit/storage.ts';

/** Who the reader is on this device. */
export interface Profile {
  token: string | null;
  personId: string | null;
  name: string;
  email: string;
}

/** What the widget remembers: for as long as the page lives always, on the device only once the reader asked for it. */
export interface Memory {
  readonly kept: boolean;
  readonly profile: Profile;
  update(change: Partial<Profile>): void;
  draft(key: string): string;
  saveDraft(key: string, text: string): void;
  /** Whether a draft would be there after the page is gone. Storage may be full or blocked even if it was asked for. */
  holds(key: string): boolean;
  /** Starts or stops keeping things on the device. Stopping deletes all that was kept. */
  keep(on: boolean): void;
}

interface Kept extends Profile {
  drafts: Record<string, string>;
}

/** @param name of the one entry in storage: service and site, as the page may embed several */
export function openMemory(name: string, open: () => Shelf): Memory {
  const shelf = safeShelf(open);
  const found = parse(shelf.getItem(name));
  let kept = found !== null;
  let profile: Profile = { token: null, personId: null, name: '', email: '', ...found?.profile };
  let drafts = found?.drafts ?? {};
  const store = () => {
    if (kept) shelf.setItem(name, JSON.stringify({ ...profile, drafts } satisfies Kept));
  };
  return {
    get kept() {
      return kept;
    },
    get profile() {
      return profile;
    },
    update(change) {
      profile = { ...profile, ...change };
      store();
    },
    draft: (key) => drafts[key] ?? '',
    saveDraft(key, text) {
      // Another tab may have saved drafts of its own meanwhile.
      const { [key]: _, ...others } = { ...drafts, ...(kept ? parse(shelf.getItem(name))?.drafts : {}) };
      drafts = text === '' ? others : { ...others, [key]: text };
      store();
    },
    holds: (key) => kept && parse(shelf.getItem(name))?.drafts[key] === drafts[key],
    keep(on) {
      kept = on;
      if (on) store();
      else shelf.removeItem(name);
    },
  };
}

function parse(json: string | null): { profile: Profile; drafts: Record<string, string> } | null {
  try {
    const { drafts, ...profile } = JSON.parse(json ?? 'null') as Kept;
    return { profile, drafts: { ...drafts } };
  } catch {
    return null;
  }
}
