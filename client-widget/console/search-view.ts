import { REVIEWS, VISIBILITIES } from '../../shared/moderation-terms.ts';

/** Lengths of time that are looked at, days. */
export const SEARCH_SPANS = [1, 7, 30, 365] as const;

/** What is searched for, as the address has it; empty where it does not matter. */
export interface SearchView {
  q: string;
  site: string;
  lang: string;
  vis: string;
  state: string;
  days: string;
  thread: string;
  author: string;
}

const ID = /^[0-9A-Za-z_-]{1,64}$/;
const SHAPES: Readonly<Record<keyof SearchView, RegExp>> = {
  q: /^.{2,200}$/su,
  site: ID,
  lang: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}$/,
  vis: new RegExp(`^(${VISIBILITIES.join('|')})$`),
  state: new RegExp(`^(${REVIEWS.join('|')})$`),
  days: new RegExp(`^(${SEARCH_SPANS.join('|')})$`),
  thread: ID,
  author: ID,
};
const NAMES = Object.keys(SHAPES) as (keyof SearchView)[];
const DAY_MS = 24 * 3_600_000;

/** The view an address asks for: `#search=&q=WORDS&vis=hidden`. What the service would not understand is left out. */
export function searchIn(params: URLSearchParams): SearchView {
  const read = (name: keyof SearchView): string => {
    const value = params.get(name)?.trim() ?? '';
    return SHAPES[name].test(value) ? value : '';
  };
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as unknown as SearchView;
}

/** The address of a view; reading it gives the view back. */
export function searchAddress(view: Partial<SearchView>): string {
  const pairs = NAMES.flatMap((name) => (view[name] ? [[name, view[name]] as [string, string]] : []));
  return pairs.length === 0 ? '#search' : `#${new URLSearchParams([['search', ''], ...pairs]).toString()}`;
}

/** What the service is asked for. @param now milliseconds; a view of some days ends there */
export function searchQuery({ days, ...named }: SearchView, now: number): Record<string, string> {
  const from = days === '' ? {} : { from: new Date(now - Number(days) * DAY_MS).toISOString() };
  return { ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')), ...from };
}
