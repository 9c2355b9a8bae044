import type { BulkPreview, BulkRequest, BulkSelection, BulkView } from '../../shared/bulk.ts';
import type { CommentId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import { covers, requireAccess, type By } from '../auth/access.ts';
import { digest } from '../digest.ts';
import { newId } from '../ids.ts';
import type { BulkDoc, BulkPartDoc } from '../storage/bulk.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import { begin, LEASE_MS, viewOf, type BulkDeps } from './carry-out-bulk.ts';
import { requireFuture, type Decider } from './decide.ts';
import { queueFilterOf, readQueue } from './review-queue.ts';
import { toCards } from './review-card.ts';

/** Comments of one act at most: more are several acts. */
const MOST = 100_000;
const EXAMPLES = 5;
/** Comments of one part: what is done again at most when whoever did it was killed. */
const PART = 500;

/**
 * How many an act would be about, and the first of them.
 * @throws Problem `not-allowed` where some are of sites that are not theirs
 */
export async function previewBulk(deps: BulkDeps, by: By, select: BulkSelection): Promise<BulkPreview> {
  if ('filter' in select) {
    const filter = queueFilterOf(select.filter, await deps.asked(by, select.filter.site));
    const { items, count } = await readQueue(deps.review, { filter, cursor: undefined, limit: EXAMPLES });
    return { count, examples: items };
  }
  const docs = await waiting(deps, by, select.ids);
  return { count: docs.length, examples: await toCards(deps.review, docs.slice(0, EXAMPLES)) };
}

async function waiting(deps: BulkDeps, by: By, ids: readonly CommentId[]): Promise<CommentDoc[]> {
  const docs = await deps.review.comments.byIds([...new Set(ids)]);
  for (const { siteId } of docs) requireAccess(by, 'review.bulk', siteId);
  const standing = await deps.asked(by);
  return docs.filter(({ siteId, mod }) => mod.queue !== undefined && covers(standing, [siteId]));
}

/**
 * Begins an act on many comments; it goes on by itself, also if this process is killed. Sent again with its key it is the same
 * act.
 * @throws Problem `confirm-number` with the present number and examples when that is not the number the moderator has seen;
 *   `too-many-chosen`, `validation-failed`, `idempotency-key-reused`
 */
export async function startBulk(
  deps: BulkDeps,
  by: Decider,
  { request, key, of }: { request: BulkRequest; key: string | undefined; of: By },
): Promise<BulkView> {
  const id = key === undefined ? newId() : digest([by.id, key]).slice(0, 32);
  const said = digest([request]);
  const known = await deps.bulk.byId(id);
  if (known !== null) return viewOf(deps, same(known, said));
  const at = deps.now();
  if (request.act.action === 'snooze') requireFuture(request.act.until, at);
  const found = await chosen(deps, of, request.select);
  const items = found.map(({ id: comment, rev, v }) => ({ id: comment, rev, v }));
  if (items.length > MOST) throw new Problem('too-many-chosen', { extensions: { limit: MOST } });
  // What is acted on is what was counted, and the moderator has seen that number.
  if (items.length !== request.count) {
    throw new Problem('confirm-number', { extensions: { ...(await previewBulk(deps, of, request.select)) } });
  }
  const doc: BulkDoc = {
    ...{ _id: id, said, sites: [...new Set(found.map(({ siteId }) => siteId))] },
    ...{ parts: newId(), by, at, act: request.act, state: 'running', total: items.length },
    leaseUntil: new Date(at.getTime() + LEASE_MS),
  };
  const stored = same(await deps.bulk.insert(doc, partsOf(doc.parts, items)), said);
  if (stored.parts === doc.parts) begin(deps, doc);
  return viewOf(deps, stored);
}

function same(doc: BulkDoc, said: string): BulkDoc {
  if (doc.said !== said) throw new Problem('idempotency-key-reused');
  return doc;
}

/** The comments, as they are; one more than may be, when they are too many. */
async function chosen(deps: BulkDeps, by: By, select: BulkSelection) {
  if ('filter' in select) {
    const filter = queueFilterOf(select.filter, await deps.asked(by, select.filter.site));
    return deps.review.comments.queuedIds(filter, MOST + 1);
  }
  const docs = await waiting(deps, by, select.ids);
  return docs.map(({ _id, siteId, rev, mod }) => ({ id: _id, siteId, rev, v: mod.v }));
}

function partsOf(of: string, items: BulkPartDoc['items']): BulkPartDoc[] {
  const parts: BulkPartDoc[] = [];
  for (let from = 0; from < items.length; from += PART) {
    const number = String(parts.length).padStart(6, '0');
    parts.push({ _id: `${of}:${number}`, of, items: items.slice(from, from + PART) });
  }
  return parts;
}

/**
 * Begins to take a whole act back: every comment that nobody has touched since is where it was.
 * @throws Problem `not-found`, `not-allowed`, `not-newest` if it is not done or was taken back
 */
export async function undoBulk(
  deps: BulkDeps,
  by: NonNullable<BulkDoc['undoneBy']>,
  { bulkId, of }: { bulkId: string; of: By },
): Promise<BulkView> {
  const doc = await existing(deps, of, bulkId);
  if (doc.by.id !== by.id && !by.mayUndoOthers) throw new Problem('not-allowed');
  const begun = await deps.bulk.beginUndo(bulkId, by, new Date(deps.now().getTime() + LEASE_MS));
  if (begun === null) {
    // Sent again, it is under way or done already.
    const now = (await deps.bulk.byId(bulkId)) ?? doc;
    if (now.state === 'running') throw new Problem('not-newest');
    return viewOf(deps, now);
  }
  begin(deps, begun);
  return viewOf(deps, begun);
}

/** @throws Problem `not-found`, `not-allowed` */
export async function readBulk(deps: BulkDeps, of: By, bulkId: string): Promise<BulkView> {
  return viewOf(deps, await existing(deps, of, bulkId));
}

async function existing(deps: BulkDeps, of: By, bulkId: string): Promise<BulkDoc> {
  const doc = await deps.bulk.byId(bulkId);
  if (doc === null) throw new Problem('not-found');
  if (!covers(of.sites, doc.sites ?? null)) throw new Problem('not-allowed');
  const standing = await deps.asked(of);
  if (standing !== null && doc.sites?.every((site) => !standing.includes(site)) === true)
    throw new Problem('not-found');
  return doc;
}

export async function readBulks(deps: BulkDeps, of: By): Promise<BulkView[]> {
  const docs = await deps.bulk.newest(20, { within: of.sites, about: await deps.asked(of) });
  return Promise.all(docs.map((doc) => viewOf(deps, doc)));
}
