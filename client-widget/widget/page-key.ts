import { THREAD_KEY_MAX } from '../../shared/limits.ts';

/** Parameters that say how a reader came to a page, and not which page it is. */
const TRACKING =
  /^(utm|at|mtm)_|cl(k)?id$|^(gclsrc|[gw]braid|igsh(id)?|mc_[ce]id|_g[al]|_hs(enc|mi)|li_fat_id|xtor|wt_mc)$/i;

/**
 * The name of an article that has none of its own: what of its address tells it from other pages of the site, that is, path
 * and query. Scheme, host, port and fragment play no part: one site's pages are one site's, whichever of its names a reader
 * used. `docs/embedding.md` has the rules for publishers.
 * @param address absolute, of http or https
 * @example pageKey('http://www.news.example:80/a/index.html?utm_source=x&b=2&a=1#top') // '/a?a=1&b=2'
 */
export function pageKey(address: string): string {
  const { pathname, searchParams } = new URL(address);
  for (const name of [...searchParams.keys()]) if (TRACKING.test(name)) searchParams.delete(name);
  searchParams.sort();
  const query = String(searchParams);
  const path = pathname.replace(/\/(index\.html?)?$/, '').replace(/\/+$/, '') || '/';
  return withinLimit(query === '' ? path : `${path}?${query}`);
}

/** Three characters stand for each byte of a letter that is not ASCII; where that is too long, the letters themselves do. */
function withinLimit(key: string): string {
  if (key.length <= THREAD_KEY_MAX) return key;
  let read = key;
  try {
    read = decodeURI(key);
  } catch {
    // Not UTF-8: cut as it is.
  }
  return read.slice(0, THREAD_KEY_MAX).replace(/[\uD800-\uDBFF]$/, '');
}
