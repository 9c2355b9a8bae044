import type { BulkAction, BulkPreview, BulkRequest, BulkSelection, BulkView } from '../../shared/bulk.ts';
import type { CommentId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Decision } from '../../shared/review.ts';
import { digest } from '../digest.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import type { BulkDoc, BulkPartDoc, BulkStore, Tally } from '../storage/bulk.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import { decide, identityOfDecision, requireFuture, type Decider, type DecideDeps } from './decide.ts';
import { queueFilterOf, readQueue, type ReviewDeps } from './review-queue.ts';
import { toCards } from './review-card.ts';
import { undo } from './undo.ts';

export interface BulkDeps {
  bulk: BulkStore;
  deciding: DecideDeps;
  review: ReviewDeps & { comments: Pick<CommentStore, 'queuedIds'> };
  /** Tells how far an act has come. */
  told: (view: BulkView) => void;
  /** The service stops: whatever is left goes on with the next start. */
  stopping: AbortSignal;
  /** What is under way here. */
  underWay: Set<Promise<void>>;
  log: Logger;
  now: () => Date;
}

/** Comments of one act at most: more are several acts. */
const MOST = 100_000;
const EXAMPLES = 5;
/** Comments of one part: what is done again at most when whoever did it was killed. */
const PART = 500;
/** Decided at a time. The store commits what comes together in one go. */
const AT_ONCE = 24;
const LEASE_MS = 15_000;
const TELL_MS = 250;

/** How many an act would be about, and the first of them. */
export async function previewBulk(deps: BulkDeps, select: BulkSelection): Promise<BulkPreview> {
  if ('filter' in select) {
    const filter = queueFilterOf(select.filter);
    const { items, count } = await readQueue(deps.review, { filter, cursor: undefined, limit: EXAMPLES });
    return { count, examples: items };
  }
  const docs = await waiting(deps, select.ids);
  return { count: docs.length, examples: await toCards(deps.review, docs.slice(0, EXAMPLES)) };
}

async function waiting(deps: BulkDeps, ids: readonly CommentId[]): Promise<CommentDoc[]> {
  const docs = await deps.review.comments.byIds([...new Set(ids)]);
  return docs.filter(({ mod }) => mod.queue !== undefined);
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
  { request, key }: { request: BulkRequest; key: string | undefined },
): Promise<BulkView> {
  const id = key === undefined ? newId() : digest([by.id, key]).slice(0, 32);
  const said = digest([request]);
  const known = await deps.bulk.byId(id);
  if (known !== null) return viewOf(deps, same(known, said));
  const at = deps.now();
  if (request.act.action === 'snooze') requireFuture(request.act.until, at);
  const items = await chosen(deps, request.select);
  if (items.length > MOST) throw new Problem('too-many-chosen', { extensions: { limit: MOST } });
  // What is acted on is what was counted, and the moderator has seen that number.
  if (items.length !== request.count) {
    throw new Problem('confirm-number', { extensions: { ...(await previewBulk(deps, request.select)) } });
  }
  const doc: BulkDoc = {
    ...{ _id: id, said, parts: newId(), by, at, act: request.act, state: 'running', total: items.length },
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
async function chosen(deps: BulkDeps, select: BulkSelection): Promise<BulkPartDoc['items']> {
  if ('filter' in select) return deps.review.comments.queuedIds(queueFilterOf(select.filter), MOST + 1);
  return (await waiting(deps, select.ids)).map(({ _id, rev, mod }) => ({ id: _id, rev, v: mod.v }));
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
  bulkId: string,
): Promise<BulkView> {
  const doc = await deps.bulk.byId(bulkId);
  if (doc === null) throw new Problem('not-found');
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

/** @throws Problem `not-found` */
export async function readBulk(deps: BulkDeps, bulkId: string): Promise<BulkView> {
  const doc = await deps.bulk.byId(bulkId);
  if (doc === null) throw new Problem('not-found');
  return viewOf(deps, doc);
}

export async function readBulks(deps: BulkDeps): Promise<BulkView[]> {
  return Promise.all((await deps.bulk.newest(20)).map((doc) => viewOf(deps, doc)));
}

function begin(deps: BulkDeps, doc: BulkDoc): void {
  const working = work(deps, doc).finally(() => deps.underWay.delete(working));
  deps.underWay.add(working);
}

/** Goes on with what a killed process has left. */
export async function resumeBulk(deps: BulkDeps): Promise<void> {
  for (const doc of await deps.bulk.lapsed(deps.now())) {
    const leaseUntil = new Date(deps.now().getTime() + LEASE_MS);
    if (await deps.bulk.lease(doc._id, doc.leaseUntil, leaseUntil)) begin(deps, { ...doc, leaseUntil });
  }
}

/** Part after part, until none is left or somebody else has taken it up. What fails is taken up again when its lease lapses. */
async function work(deps: BulkDeps, doc: BulkDoc): Promise<void> {
  const isUndo = doc.state === 'undoing';
  const what = isUndo ? 'undid' : 'did';
  let { leaseUntil } = doc;
  try {
    for (;;) {
      const part = await deps.bulk.nextPart(doc.parts, what);
      if (part === null) break;
      const until = new Date(deps.now().getTime() + LEASE_MS);
      if (!(await deps.bulk.lease(doc._id, leaseUntil, until))) return;
      leaseUntil = until;
      const before = sumOf(await deps.bulk.tallies(doc.parts, what));
      const tally = await workOn(deps, doc, part, (soFar) => deps.told(view(doc, sumOf([before, soFar]))));
      if (deps.stopping.aborted) return;
      await deps.bulk.tally(part._id, what, tally);
    }
    await deps.bulk.finish(doc._id, isUndo ? 'undoing' : 'running', isUndo ? 'undone' : 'done');
    deps.told(await readBulk(deps, doc._id));
  } catch (err) {
    deps.log.warn({ err, bulk: doc._id }, 'an act on many comments was interrupted; it goes on by itself');
  }
}

async function workOn(deps: BulkDeps, doc: BulkDoc, part: BulkPartDoc, told: (soFar: Tally) => void): Promise<Tally> {
  const tally: Tally = { done: 0, skipped: {} };
  const left = [...part.items];
  let toldAt = performance.now();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      if (hasFailed || deps.stopping.aborted) return;
      const problem = await one(deps, doc, item);
      if (problem === null) tally.done += 1;
      else tally.skipped[problem] = (tally.skipped[problem] ?? 0) + 1;
      if (performance.now() - toldAt < TELL_MS) continue;
      toldAt = performance.now();
      told(tally);
    }
  };
  const stop = (error: unknown): never => {
    hasFailed = true;
    throw error;
  };
  // All of them, also when one fails: nobody goes on with what nobody waits for.
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => worker().catch(stop)));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return tally;
}

/** Does it to one comment, or takes it back; answers why it was left as it was. Only what is no answer is an error. */
async function one(deps: BulkDeps, doc: BulkDoc, item: BulkPartDoc['items'][number]): Promise<string | null> {
  const { by, undoneBy } = doc;
  const decision: Decision = { ...doc.act, expectedV: item.v, expectedRev: item.rev };
  const key = `${doc._id}:${item.id}`;
  const what = { commentId: item.id, decision, key, batchId: doc._id };
  try {
    if (undoneBy === undefined) await decide(deps.deciding, by, what);
    else {
      const { eventId } = identityOfDecision(by.id, what);
      await undo(deps.deciding, undoneBy, { commentId: item.id, eventId, key: `undo:${key}`, batchId: doc._id });
    }
    return null;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return error.code;
    throw error;
  }
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum: Tally = { done: 0, skipped: {} };
  for (const { done, skipped } of tallies) {
    sum.done += done;
    for (const [code, n] of Object.entries(skipped)) sum.skipped[code] = (sum.skipped[code] ?? 0) + n;
  }
  return sum;
}

async function viewOf(deps: BulkDeps, doc: BulkDoc): Promise<BulkView> {
  return view(doc, sumOf(await deps.bulk.tallies(doc.parts, doc.undoneBy === undefined ? 'did' : 'undid')));
}

function view({ _id, by, at, act, state, total }: BulkDoc, { done, skipped }: Tally): BulkView {
  return {
    id: _id,
    by: { id: by.id, name: by.name },
    at: at.toISOString(),
    act: act satisfies BulkAction,
    state,
    total,
    done,
    skipped: { ...skipped },
  };
}
