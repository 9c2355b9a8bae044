import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import { REVIEW_QUEUES } from '../../shared/moderation.ts';
import { Problem } from '../../shared/problem.ts';
import type {
  Neighbour,
  QueueFiguresView,
  ReportView,
  ReviewCard,
  ReviewContext,
  ReviewFigures,
  ReviewFilter,
  ReviewPage,
  SnoozedPage,
} from '../../shared/review.ts';
import type { Scope } from '../../shared/identity.ts';
import { pageOf, readCursor } from '../cursor.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { ReportStore } from '../storage/reports.ts';
import type { QueueFigures, QueueFilter } from '../storage/review-queries.ts';
import { otherComment, toCard, toCards, type CardDeps } from './review-card.ts';

export interface ReviewDeps extends CardDeps {
  comments: CardDeps['comments'] &
    Pick<CommentStore, 'queuePage' | 'queueCount' | 'queueFigures' | 'snoozed' | 'snoozedCount' | 'around' | 'byId'>;
}

export interface ContextDeps {
  comments: Pick<CommentStore, 'around' | 'byId'>;
  reports: Pick<ReportStore, 'ofComment'>;
  people: { byIds(ids: PersonId[]): Promise<Pick<PersonDoc, '_id' | 'name'>[]> };
}

/** Neighbours shown on either side of a comment. */
const NEIGHBOURS = 3;
const SNOOZED_SHOWN = 100;
const REPORTS_SHOWN = 100;

/**
 * What a moderator asked for, as the store is asked.
 * @param sites those it is about, see `sitesAsked`
 */
export function queueFilterOf(asked: ReviewFilter, sites: Scope): QueueFilter {
  const { queue, thread, author, lang, rule, from, to, q } = asked;
  return {
    queues: queue === undefined ? REVIEW_QUEUES : [queue],
    sites,
    ...(thread === undefined ? {} : { threadId: thread as ThreadId }),
    ...(author === undefined ? {} : { authorId: author as PersonId }),
    ...(lang === undefined ? {} : { lang }),
    ...(rule === undefined ? {} : { ruleId: rule }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
    ...(q === undefined ? {} : { text: q }),
  };
}

/** One page of what waits for a person: highest priority first, then oldest. */
export async function readQueue(
  deps: ReviewDeps,
  { filter, cursor, limit }: { filter: QueueFilter; cursor: string | undefined; limit: number },
): Promise<ReviewPage> {
  const [found, count] = await Promise.all([
    deps.comments.queuePage(filter, { place: readCursor<CommentId>(cursor), limit: limit + 1 }),
    deps.comments.queueCount(filter),
  ]);
  const { docs, next } = pageOf(found, limit, ({ _id, mod }) => ({
    at: mod.queuedAt,
    id: _id,
    priority: mod.priority ?? 0,
  }));
  return { items: await toCards(deps, docs), next, count };
}

/** How much waits in every queue and since when, and how much is put aside, of some sites or of all. */
export async function readFigures(deps: Pick<ReviewDeps, 'comments'>, sites: Scope): Promise<ReviewFigures> {
  const [queues, snoozed] = await Promise.all([deps.comments.queueFigures(sites), deps.comments.snoozedCount(sites)]);
  const view = ({ count, oldestAt, p95At }: QueueFigures): QueueFiguresView => ({
    count,
    oldestAt: oldestAt?.toISOString() ?? null,
    p95At: p95At?.toISOString() ?? null,
  });
  return {
    queues: {
      premod: view(queues.premod),
      suspect: view(queues.suspect),
      reported: view(queues.reported),
      appeal: view(queues.appeal),
      escalated: view(queues.escalated),
    },
    total: REVIEW_QUEUES.reduce((sum, queue) => sum + queues[queue].count, 0),
    snoozed,
  };
}

/** What was put aside, that which comes back first, first. */
export async function readSnoozed(deps: ReviewDeps, sites: Scope): Promise<SnoozedPage> {
  const docs = await deps.comments.snoozed({ sites, limit: SNOOZED_SHOWN });
  return { items: await toCards(deps, docs) };
}

/** @throws Problem `not-found` */
export async function readCard(deps: ReviewDeps, commentId: CommentId): Promise<ReviewCard> {
  return toCard(deps, await existing(deps, commentId));
}

/**
 * What stands around a comment in its discussion, what it said before it was edited, and what readers say about it.
 * @throws Problem `not-found`
 */
export async function readContext(deps: ContextDeps, commentId: CommentId): Promise<ReviewContext> {
  const doc = await existing(deps, commentId);
  const [{ before, after }, reports] = await Promise.all([
    deps.comments.around(doc.threadId, { at: doc.createdAt, id: doc._id, each: NEIGHBOURS }),
    readReports(deps, commentId),
  ]);
  return {
    before: before.reverse().map(neighbour),
    after: after.map(neighbour),
    revisions: (doc.revs ?? []).map(({ hits = [], at, ...rev }) => ({ ...rev, at: at.toISOString(), hits })).reverse(),
    reports,
  };
}

async function readReports({ reports, people }: ContextDeps, commentId: CommentId): Promise<ReportView[]> {
  const rows = await reports.ofComment(commentId, REPORTS_SHOWN);
  const reporters = await people.byIds([...new Set(rows.map(({ personId }) => personId))]);
  const names = new Map(reporters.map(({ _id, name }) => [_id, name]));
  return rows.map(({ personId, reason, note, weight, rev, at, outcome }) => ({
    ...{ by: { id: personId, name: names.get(personId) ?? null }, reason, note, weight, rev },
    at: at.toISOString(),
    outcome: outcome?.kind ?? null,
  }));
}

async function existing(deps: { comments: Pick<CommentStore, 'byId'> }, commentId: CommentId): Promise<CommentDoc> {
  const doc = await deps.comments.byId(commentId);
  if (doc === null) throw new Problem('not-found');
  return doc;
}

function neighbour(doc: CommentDoc): Neighbour {
  return { ...otherComment(doc), createdAt: doc.createdAt.toISOString() };
}
