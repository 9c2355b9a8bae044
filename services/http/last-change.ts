import { createLru } from '../lru.ts';

/** Pages whose last change is remembered, and how long; of others it is not known, and they are taken to have changed now. */
const REMEMBERED = 2000;
const REMEMBERED_MS = 24 * 3_600_000;

/**
 * When a page last became another one, as far as it was seen here: for clients that ask by the time alone. Nothing stored says it,
 * for what was taken out of a page leaves no time in it.
 * @returns for a page and the tag of its content, the second it changed in; null where it changed twice within one, which a time
 *   in seconds cannot tell apart
 */
export function createLastChange(now: () => number): (page: string, etag: string) => Date | null {
  const seen = createLru<{ etag: string; second: number; at: Date | null }>(REMEMBERED, REMEMBERED_MS, now);
  return (page, etag) => {
    const before = seen.get(page);
    if (before?.etag === etag) return before.at;
    const second = Math.floor(now() / 1000);
    const at = before !== undefined && before.second >= second ? null : new Date(second * 1000);
    seen.set(page, { etag, second, at });
    return at;
  };
}
