/** What another process has changed is felt this late, milliseconds. */
const REMEMBERED_MS = 2000;
/** Whoever has asked for something this lately will soon ask again, milliseconds. */
const IN_USE_MS = 10_000;

interface Entry<Holder> {
  holder: Promise<Holder>;
  version: string;
  readAt: number;
  askedAt: number;
}

export interface HoldersDeps<Holder> {
  /** Who holds each of some sessions, by the hashes of their secrets. */
  lookUp: (hashes: readonly string[]) => Promise<ReadonlyMap<string, Holder>>;
  /** Another one after whatever this process does to the team, or to how somebody signs in. */
  version: () => string;
  /** Whether an answer serves for others, too; one that does not is looked up each time. */
  serves: (holder: Holder) => boolean;
  /** Milliseconds. */
  now: () => number;
}

/**
 * Who holds a session as it was within the last two seconds, but for what this process has changed since, which holds at once: a
 * console asks several things in a row, and looking up before each who asks would be most of the work. When one has to be looked
 * up, so are all that are in use, so that this costs the same however many are at work.
 */
export function createHolders<Holder>({ lookUp, version, serves, now }: HoldersDeps<Holder>) {
  // Of a look-up that is under way, too; the one that was asked for last comes last.
  const entries = new Map<string, Entry<Holder>>();

  function renew(hash: string, at: number): Promise<Holder> {
    for (const [other, { askedAt }] of entries) {
      if (at - askedAt < IN_USE_MS) break;
      entries.delete(other);
    }
    const found = lookUp([...new Set([...entries.keys(), hash])]);
    for (const [other, { askedAt }] of entries) keep(other, { found, readAt: at, askedAt });
    entries.delete(hash);
    return keep(hash, { found, readAt: at, askedAt: at }).holder;
  }

  function keep(
    hash: string,
    { found, ...times }: { found: Promise<ReadonlyMap<string, Holder>>; readAt: number; askedAt: number },
  ): Entry<Holder> {
    const holder = found.then((holders) => holders.get(hash) as Holder);
    const entry = { holder, version: version(), ...times };
    entries.set(hash, entry);
    const forget = (): void => {
      if (entries.get(hash) === entry) entries.delete(hash);
    };
    holder.then((one) => {
      if (!serves(one)) forget();
    }, forget);
    return entry;
  }

  return (hash: string): Promise<Holder> => {
    const at = now();
    const known = entries.get(hash);
    if (known === undefined || known.version !== version() || at - known.readAt >= REMEMBERED_MS)
      return renew(hash, at);
    entries.delete(hash);
    entries.set(hash, { ...known, askedAt: at });
    return known.holder;
  };
}
