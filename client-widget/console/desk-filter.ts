import { REVIEW_QUEUES, RULE_IDS } from '../../shared/moderation-terms.ts';
import type { ReviewCard, ReviewFilter, ReviewFigures } from '../../shared/review.ts';
import type { SiteId } from '../../shared/ids.ts';
import { isPutAside, waits } from './queue-order.ts';

/** Parts of the queue side by side: everything, one of the queues, or what was put aside. */
export const TABS = ['all', ...REVIEW_QUEUES, 'snoozed'] as const;
export type Tab = (typeof TABS)[number];

/** How long something has waited at least, hours. */
export const AGES = [1, 4, 24, 72] as const;
export type Age = (typeof AGES)[number];

/** What narrows a tab. */
export type Narrowing = Pick<ReviewFilter, 'site' | 'thread' | 'author' | 'lang' | 'rule' | 'q'> & { age?: Age };
export const NARROWINGS = [
  'q',
  'author',
  'thread',
  'site',
  'lang',
  'rule',
  'age',
] as const satisfies (keyof Narrowing)[];

/** Which part of the queue is on the desk. */
export interface DeskFilter extends Narrowing {
  readonly tab: Tab;
  /** With `age`: the moment before which it must have begun to wait, fixed when the filter was set. ISO 8601. */
  readonly to?: string;
}

export const EVERYTHING: DeskFilter = { tab: 'all' };

const HOUR = 3_600_000;
const ID = /^[0-9A-Za-z_-]{1,64}$/;
const LANG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}$/;

/**
 * The filter an address asks for: `#queue=suspect&author=ID&age=24`. What the service would not understand is left out: an
 * address may come from anywhere.
 */
export function filterIn(params: URLSearchParams, now: number): DeskFilter {
  const text = (name: string, shape: RegExp): string | undefined => {
    const value = params.get(name)?.trim();
    return value !== undefined && shape.test(value) ? value : undefined;
  };
  const age = AGES.find((hours) => String(hours) === params.get('age'));
  const wanted: { [Name in keyof DeskFilter]-?: DeskFilter[Name] | undefined } = {
    tab: TABS.find((tab) => tab === params.get('queue')) ?? 'all',
    site: text('site', ID) as SiteId | undefined,
    thread: text('thread', ID),
    author: text('author', ID),
    lang: text('lang', LANG),
    rule: RULE_IDS.find((rule) => rule === params.get('rule')),
    // Counted as the service counts, in UTF-16 units.
    q: text('q', /^.{2,200}$/s),
    age,
    to: age === undefined ? undefined : new Date(now - age * HOUR).toISOString(),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as unknown as DeskFilter;
}

/** The address of a filter; reading it gives the filter back. */
export function fragmentOf({ tab, ...filter }: DeskFilter): string {
  const narrowed = NARROWINGS.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [[name, String(value)] as [string, string]];
  });
  if (narrowed.length === 0) return tab === 'all' ? '#queue' : `#queue=${tab}`;
  return `#${new URLSearchParams([['queue', tab === 'all' ? '' : tab], ...narrowed]).toString()}`;
}

/** The same tab with one thing that narrows it set, or taken away. */
export function narrowed<Name extends keyof Narrowing>(
  filter: DeskFilter,
  name: Name,
  value: Narrowing[Name] | undefined,
): DeskFilter {
  const { [name]: _, ...rest } = filter;
  return (value === undefined ? rest : { ...rest, [name]: value }) as DeskFilter;
}

/** What the service is asked for. What was put aside is asked for elsewhere. */
export function queryOf({ tab, age: _, ...rest }: DeskFilter): ReviewFilter {
  return tab === 'all' || tab === 'snoozed' ? rest : { ...rest, queue: tab };
}

export function isNarrowed(filter: DeskFilter): boolean {
  return NARROWINGS.some((name) => filter[name] !== undefined);
}

/** How much there is of a filter by the numbers of the queues; null where they do not tell. */
export function figureOf(figures: ReviewFigures | null, filter: DeskFilter): number | null {
  if (figures === null || isNarrowed(filter)) return null;
  if (filter.tab === 'snoozed') return figures.snoozed;
  return filter.tab === 'all' ? figures.total : figures.queues[filter.tab].count;
}

/** Whether a card belongs to a part of the queue, as the service would say: news of any other stays off the desk. */
export function fits(card: ReviewCard, filter: DeskFilter): boolean {
  const { tab, site, thread, author, lang, rule, to, q } = filter;
  const isInTab = tab === 'snoozed' ? isPutAside(card) : waits(card) && (tab === 'all' || card.queue === tab);
  return (
    isInTab &&
    (site === undefined || card.site.id === site) &&
    (thread === undefined || card.thread.id === thread) &&
    (author === undefined || card.author.id === author) &&
    (lang === undefined || card.lang === lang) &&
    (rule === undefined || card.verdict.hits.some(({ ruleId }) => ruleId === rule)) &&
    (to === undefined || (card.queuedAt !== null && card.queuedAt < to)) &&
    (q === undefined || card.text.toLowerCase().includes(q.toLowerCase()))
  );
}
