import type { AuditEvent, AuditExport } from '../../shared/audit.ts';
import type { AuditFilter } from '../storage/audit-queries.ts';
import type { Place } from '../storage/place.ts';
import { toAuditEvents, type AuditDeps } from './audit.ts';

/** An event with its link in the chain: an export kept elsewhere shows when a chain was made anew. */
type Exported = AuditEvent & { hash: string };

/** Events fetched and written together. */
const BATCH = 500;

/**
 * The audit as a file, newest first, piece by piece: a piece is read from the store when the one before is taken, so that memory
 * does not fill for whoever reads slowly. What happens meanwhile is not in it. Nothing is made before the first events are read,
 * so that a store that is away fails it from the start.
 */
export async function* exportAudit(
  deps: AuditDeps,
  filter: AuditFilter,
  format: AuditExport['format'],
): AsyncGenerator<string, void> {
  const { head, item, foot } = FORMATS[format];
  let isFirst = true;
  for await (const events of batches(deps, filter)) {
    const items = events.map((event, i) => item(event, isFirst && i === 0)).join('');
    yield isFirst ? head + items : items;
    isFirst = false;
  }
  yield isFirst ? head + foot : foot;
}

async function* batches(deps: AuditDeps, filter: AuditFilter): AsyncGenerator<Exported[]> {
  let place: Place | null = null;
  for (;;) {
    const docs = await deps.events.page(filter, { place, limit: BATCH });
    const last = docs.at(-1);
    if (last === undefined) return;
    const events = await toAuditEvents(deps, docs);
    yield events.map((event, i) => ({ ...event, hash: docs[i]?.hash ?? '' }));
    place = { at: last.at, id: last._id };
  }
}

const COLUMNS: Record<string, (event: Exported) => string | number | null> = {
  at: ({ at }) => at,
  type: ({ type }) => type,
  actor_kind: ({ actor }) => actor.kind,
  actor_id: ({ actor }) => actor.id,
  actor_name: ({ actor }) => actor.name,
  site: ({ site }) => site.id,
  thread_id: ({ thread }) => thread.id,
  thread_title: ({ thread }) => thread.title,
  comment_id: ({ comment }) => comment.id,
  comment_author: ({ comment }) => comment.authorName,
  comment_excerpt: ({ comment }) => comment.excerpt,
  before_visibility: ({ before }) => before?.vis ?? null,
  before_review: ({ before }) => before?.review ?? null,
  before_queue: ({ before }) => before?.queue ?? null,
  after_visibility: ({ after }) => after.vis,
  after_review: ({ after }) => after.review,
  after_queue: ({ after }) => after.queue,
  revision: ({ rev }) => rev,
  codes: ({ codes }) => codes.join(' '),
  note: ({ note }) => note,
  remark: ({ remark }) => remark,
  rules: ({ rules }) => rules.map(({ id, v }) => `${id}:${v}`).join(' '),
  until: ({ until }) => until,
  open_ms: ({ openMs }) => openMs,
  batch: ({ batchId }) => batchId,
  taken_from: ({ takenFrom }) => takenFrom?.name ?? null,
  event_id: ({ id }) => id,
  seq: ({ seq }) => seq,
  undoes: ({ undoes }) => undoes,
  undone: ({ undone }) => (undone ? 'yes' : 'no'),
  hash: ({ hash }) => hash,
};

/** What a file begins with, one event in it, and what it ends with. */
const FORMATS: Record<
  AuditExport['format'],
  { head: string; item: (event: Exported, isFirst: boolean) => string; foot: string }
> = {
  csv: {
    head: `\uFEFF${csvLine(Object.keys(COLUMNS))}`,
    item: (event) => csvLine(Object.values(COLUMNS).map((of) => of(event))),
    foot: '',
  },
  json: {
    head: '[',
    item: (event, isFirst) => `${isFirst ? '\n' : ',\n'}${JSON.stringify(event)}`,
    foot: '\n]\n',
  },
};

/** One record (RFC 4180). */
function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

/**
 * One field, quoted. What a spreadsheet would take for a formula gets an apostrophe in front, which it takes for "this is text";
 * also behind a semicolon and on a new line, where a cell begins for a spreadsheet that parts fields by semicolons, as a French
 * one does, and so reads past these quotes. Source: OWASP, "CSV Injection".
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = value.replace(/(?<=(?:^|[;\r\n])\s*)[=+\-@＝＋－＠]/g, "'$&");
  return `"${safe.replaceAll('"', '""')}"`;
}
