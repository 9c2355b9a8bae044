import type { BulkAction, BulkView } from '../../shared/bulk.ts';
import type { Scope } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Decision } from '../../shared/review.ts';
import type { By } from '../auth/access.ts';
import type { Logger } from '../logger.ts';
import type { BulkDoc, BulkPartDoc, BulkStore, Tally } from '../storage/bulk.ts';
import type { CommentStore } from '../storage/comments.ts';
import { decide, identityOfDecision, type DecideDeps } from './decide.ts';
import type { ReviewDeps } from './review-queue.ts';
import { undo } from './undo.ts';

export interface BulkDeps {
  bulk: BulkStore;
  /** Each looks at comments, and changes them, together; one plans while the database works for the other. */
  crews: readonly DecideDeps[];
  review: ReviewDeps & { comments: Pick<CommentStore, 'queuedIds'> };
  /** The sites a question of theirs is about, those that are being removed not among them. @throws Problem `not-allowed` */
  asked: (by: By, site?: SiteId) => Promise<Scope>;
  /** What a member of the team may do on these sites by now; null for whoever may not act there any more. */
  rightsOf: (
    memberId: string,
    sites: readonly SiteId[] | null,
  ) => Promise<{ mayDecideEscalated: boolean; mayUndoOthers: boolean } | null>;
  /** Tells how far an act on comments of some sites has come. */
  told: (view: BulkView, sites: readonly SiteId[] | null) => void;
  /** The service stops: whatever is left goes on with the next start. */
  stopping: AbortSignal;
  /** What is under way here. */
  underWay: Set<Promise<void>>;
  log: Logger;
  now: () => Date;
}

/** Decided by a crew at a time: the store commits what comes together in one go, and whoever else asks something waits while so many are planned. */
const DECIDED_AT_ONCE = 25;
export const LEASE_MS = 15_000;
const TELL_MS = 250;

export function begin(deps: BulkDeps, doc: BulkDoc): void {
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
      const tell = (soFar: Tally): void => deps.told(view(doc, sumOf([before, soFar])), doc.sites ?? null);
      const present = await withPresentRights(deps, doc);
      const tally = present === null ? noneOf(part) : await workOn(deps, present, part, tell);
      if (deps.stopping.aborted) return;
      await deps.bulk.tally(part._id, what, tally);
    }
    await deps.bulk.finish(doc._id, isUndo ? 'undoing' : 'running', isUndo ? 'undone' : 'done');
    deps.told(await viewOf(deps, { ...doc, state: isUndo ? 'undone' : 'done' }), doc.sites ?? null);
  } catch (err) {
    deps.log.warn({ err, bulk: doc._id }, 'an act on many comments was interrupted; it goes on by itself');
  }
}

/** The act with what whoever carries it out may do by now; null when they have left the team, or the sites are not theirs any more, as then nothing more is done. */
async function withPresentRights(deps: BulkDeps, doc: BulkDoc): Promise<BulkDoc | null> {
  const { by, undoneBy } = doc;
  const rights = await deps.rightsOf((undoneBy ?? by).id, doc.sites ?? null);
  if (rights === null) return null;
  const { mayDecideEscalated, mayUndoOthers } = rights;
  if (undoneBy === undefined) return { ...doc, by: { ...by, mayDecideEscalated } };
  return { ...doc, undoneBy: { ...undoneBy, mayUndoOthers } };
}

function noneOf({ items }: BulkPartDoc): Tally {
  return { done: 0, skipped: { 'not-allowed': items.length } };
}

async function workOn(deps: BulkDeps, doc: BulkDoc, part: BulkPartDoc, told: (soFar: Tally) => void): Promise<Tally> {
  const tally: Tally = { done: 0, skipped: {} };
  const left = [...part.items];
  let toldAt = performance.now();
  let hasFailed = false;
  const worker = async (crew: DecideDeps): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      if (hasFailed || deps.stopping.aborted) return;
      const problem = await one(crew, doc, item);
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
  const workers = deps.crews.flatMap((crew) => Array.from({ length: DECIDED_AT_ONCE }, () => worker(crew)));
  const ended = await Promise.allSettled(workers.map((working) => working.catch(stop)));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return tally;
}

/** Does it to one comment, or takes it back; answers why it was left as it was. Only what is no answer is an error. */
async function one(crew: DecideDeps, doc: BulkDoc, item: BulkPartDoc['items'][number]): Promise<string | null> {
  const { by, undoneBy } = doc;
  const decision: Decision = { ...doc.act, expectedV: item.v, expectedRev: item.rev };
  const key = `${doc._id}:${item.id}`;
  const what = { commentId: item.id, decision, key, batchId: doc._id };
  try {
    if (undoneBy === undefined) await decide(crew, by, what);
    else {
      const { eventId } = identityOfDecision(by.id, what);
      await undo(crew, undoneBy, { commentId: item.id, eventId, key: `undo:${key}`, batchId: doc._id });
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

export async function viewOf(deps: BulkDeps, doc: BulkDoc): Promise<BulkView> {
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
