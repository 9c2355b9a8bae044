import type { ActKind } from '../../shared/messages/console/audit-sentences.ts';
import type { EventType } from '../../shared/moderation.ts';

/** What is looked for together, by the types of events it stands for. */
export const KINDS: Readonly<Record<ActKind, readonly EventType[]>> = {
  approved: ['approved'],
  refused: ['rejected'],
  escalated: ['escalated'],
  snoozed: ['snoozed', 'woken'],
  appeals: ['appealed', 'appeal_upheld', 'overturned'],
  undone: ['undone'],
  pins: ['pinned', 'unpinned'],
  features: ['featured', 'unfeatured'],
  takenOver: ['taken_over'],
  readers: ['flagged'],
  authors: ['edited', 'withdrawn', 'erased'],
  rules: ['auto_published', 'auto_flagged', 'auto_held', 'auto_rejected'],
};
export const KIND_IDS = Object.keys(KINDS) as ActKind[];

/** What the rules do with every comment would drown what people do. */
const AT_FIRST = KIND_IDS.filter((kind) => kind !== 'rules');

/** Lengths of time that are looked at, days. */
export const SPANS = [1, 7, 30, 90] as const;
export type Span = (typeof SPANS)[number];

/** What of the audit is in front. */
export interface AuditView {
  actor?: string;
  site?: string;
  comment?: string;
  batch?: string;
  /** Null for all there ever was. */
  days: Span | null;
  kinds: readonly ActKind[];
}

const ID = /^[0-9A-Za-z_-]{1,64}$/;
const NAMES = ['actor', 'site', 'comment', 'batch'] as const;
const DAY_MS = 24 * 3_600_000;

/** The view an address asks for: `#audit=&actor=ID&days=7`. What the service would not understand is left out. */
export function viewIn(params: URLSearchParams): AuditView {
  const named = NAMES.flatMap((name) => {
    const value = params.get(name);
    return value !== null && ID.test(value) ? [[name, value] as const] : [];
  });
  const asked = params.get('kinds')?.split(',') ?? [];
  const kinds = KIND_IDS.filter((kind) => asked.includes(kind));
  const isOfOne = params.has('comment') || params.has('batch');
  const days = SPANS.find((span) => String(span) === params.get('days')) ?? null;
  return { ...Object.fromEntries(named), days, kinds: kinds.length > 0 ? kinds : isOfOne ? KIND_IDS : AT_FIRST };
}

/** The address of a view; reading it gives the view back. */
export function addressOf({ days, kinds, ...named }: AuditView): string {
  const isOfOne = named.comment !== undefined || named.batch !== undefined;
  const usual = isOfOne ? KIND_IDS : AT_FIRST;
  const isUsual = kinds.length === 0 || (kinds.length === usual.length && usual.every((kind) => kinds.includes(kind)));
  const pairs = [
    ...NAMES.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]])),
    ...(days === null ? [] : [['days', String(days)]]),
    ...(isUsual ? [] : [['kinds', kinds.join(',')]]),
  ];
  return pairs.length === 0 ? '#audit' : `#${new URLSearchParams([['audit', ''], ...pairs]).toString()}`;
}

/** What the service is asked for. @param now milliseconds; a view of some days ends there */
export function queryOf({ days, kinds, ...named }: AuditView, now: number): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of NAMES) if (named[name] !== undefined) query.set(name, named[name]);
  if (days !== null) query.set('from', new Date(now - days * DAY_MS).toISOString());
  // Every kind is every event.
  if (kinds.length < KIND_IDS.length)
    for (const kind of kinds) for (const type of KINDS[kind]) query.append('type', type);
  return query;
}
