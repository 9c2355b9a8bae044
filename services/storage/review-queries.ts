import type { Connection, mongo } from 'mongoose';
import type { Scope } from '../../shared/identity.ts';
import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import { REVIEW_QUEUES, type ReviewQueue } from '../../shared/moderation.ts';
import { searchPattern } from '../search-pattern.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';
import { eachSite, ofSites } from './of-sites.ts';
import { plain } from './plain.ts';

/** A place in the review queue: highest priority first, then oldest. */
export interface QueuePlace {
  priority: number;
  at: Date;
  id: CommentId;
}

/** Which of what waits is asked for; every field narrows it. */
export interface QueueFilter {
  queues: readonly ReviewQueue[];
  sites?: Scope;
  threadId?: ThreadId;
  authorId?: PersonId;
  lang?: string;
  /** A rule that gave a reason. */
  ruleId?: string;
  /** In a queue since this moment or later, and since before this one. */
  from?: Date;
  to?: Date;
  /** Words of the text, as they stand there, capitals or not. */
  text?: string;
}

/** How many wait in a queue, since when the oldest does, and the moment since when all but the oldest twentieth do. */
export interface QueueFigures {
  count: number;
  oldestAt: Date | null;
  p95At: Date | null;
}

type Filter = mongo.Filter<CommentDoc>;

const ORDER = { 'mod.priority': -1, 'mod.queuedAt': 1, _id: 1 } as const;
const PLACED_BY = ['mod.priority', 'mod.queuedAt'];

/** What a filter asks of comments, without the queue. */
function conditions(filter: Omit<QueueFilter, 'queues'>): Filter {
  const { sites, threadId, authorId, lang, ruleId, from, to, text } = filter;
  const age = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return {
    ...ofSites(sites),
    ...(threadId === undefined ? {} : { threadId }),
    ...(authorId === undefined ? {} : { authorId }),
    ...(lang === undefined ? {} : { lang }),
    ...(ruleId === undefined ? {} : { 'mod.verdict.hits.ruleId': ruleId }),
    ...(Object.keys(age).length === 0 ? {} : { 'mod.queuedAt': age }),
    ...(text === undefined ? {} : { text: { $regex: searchPattern(text), $options: 'i' } }),
  };
}

function behind(place: QueuePlace | null): Filter {
  if (place === null) return {};
  const { priority, at, id } = place;
  return {
    $or: [
      { 'mod.priority': { $lt: priority } },
      { 'mod.priority': priority, 'mod.queuedAt': { $gt: at } },
      { 'mod.priority': priority, 'mod.queuedAt': at, _id: { $gt: id } },
    ],
  };
}

/**
 * What a filter comes to, as questions that an index answers in the queue's order: one for everything that waits anywhere, or
 * one for each queue of each site, whose answers are merged.
 */
function questionsOf({ queues, sites, ...filter }: QueueFilter): Filter[] {
  const rest = conditions(filter);
  const isAny = (sites ?? null) === null && REVIEW_QUEUES.every((queue) => queues.includes(queue));
  if (isAny) return [{ 'mod.queue': { $exists: true }, ...rest }];
  return eachSite(sites).flatMap((site) => queues.map((queue) => ({ ...site, 'mod.queue': queue, ...rest })));
}

/** What it takes to have a place in the queue. */
interface Queued {
  _id: CommentId;
  mod: Pick<CommentDoc['mod'], 'priority' | 'queuedAt'>;
}

/** The order of the review queue. */
function compareQueued(a: Queued, b: Queued): number {
  const byPriority = (b.mod.priority ?? 0) - (a.mod.priority ?? 0);
  if (byPriority !== 0) return byPriority;
  const byAge = (a.mod.queuedAt?.getTime() ?? 0) - (b.mod.queuedAt?.getTime() ?? 0);
  if (byAge !== 0) return byAge;
  return a._id < b._id ? -1 : a._id > b._id ? 1 : 0;
}

/** What the review queue is asked. Everything is counted anew on an index, so that no number can drift. */
export function reviewQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const comments = plain<CommentDoc>(Comment);
  const anyAge = { $gte: new Date(0) };

  async function figuresOf(queue: ReviewQueue, sites: Scope | undefined): Promise<QueueFigures> {
    const which = { ...ofSites(sites), 'mod.queue': queue, 'mod.queuedAt': anyAge };
    const count = await comments.countDocuments(which);
    if (count === 0) return { count, oldestAt: null, p95At: null };
    const since = async (place: number): Promise<Date | null> => {
      const found = await comments.findOne<Pick<CommentDoc, 'mod'>>(which, {
        ...{ projection: { 'mod.queuedAt': 1 }, sort: { 'mod.queuedAt': 1 }, skip: place },
      });
      return found?.mod.queuedAt ?? null;
    };
    // Nearest rank: of n ages the ceil(0.95 n)th from the youngest.
    const [oldestAt, p95At] = await Promise.all([since(0), since(count - Math.ceil(0.95 * count))]);
    return { count, oldestAt, p95At };
  }

  /** The first of what a filter comes to, and of what else is asked of it, in the queue's order; all of each, or some fields. */
  async function firstOf<Found extends Queued>(
    filter: QueueFilter,
    { limit, also = {}, fields }: { limit: number; also?: Filter; fields?: readonly string[] },
  ): Promise<Found[]> {
    const projection = Object.fromEntries((fields && [...PLACED_BY, ...fields])?.map((name) => [name, 1]) ?? []);
    const parts = await Promise.all(
      questionsOf(filter).map((question) =>
        comments.find<Found>({ ...question, ...also }, { projection, sort: ORDER, limit }).toArray(),
      ),
    );
    return parts.flat().sort(compareQueued).slice(0, limit);
  }

  return {
    /** One page of what waits, of all queues asked for together. */
    queuePage: (
      filter: QueueFilter,
      { place, limit }: { place: QueuePlace | null; limit: number },
    ): Promise<CommentDoc[]> => firstOf<CommentDoc>(filter, { limit, also: behind(place) }),
    /** How many wait. The age is named only because an index is used for what it is ordered by. */
    async queueCount({ queues, ...filter }: QueueFilter = { queues: REVIEW_QUEUES }): Promise<number> {
      const counts = await Promise.all(
        queues.map((queue) =>
          comments.countDocuments({ 'mod.queuedAt': anyAge, ...conditions(filter), 'mod.queue': queue }),
        ),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /** Ids, sites, versions and revisions of what waits, in its order, at most `limit`. */
    async queuedIds(filter: QueueFilter, limit: number) {
      type Found = Queued & Pick<CommentDoc, 'siteId' | 'rev'> & { mod: { v: number } };
      const found = await firstOf<Found>(filter, { limit, fields: ['siteId', 'rev', 'mod.v'] });
      return found.map(({ _id, siteId, rev, mod }) => ({ id: _id, siteId, rev, v: mod.v }));
    },
    /** Numbers of every queue, of some sites or of all. */
    async queueFigures(sites?: Scope): Promise<Record<ReviewQueue, QueueFigures>> {
      const all = await Promise.all(
        REVIEW_QUEUES.map(async (queue) => [queue, await figuresOf(queue, sites)] as const),
      );
      return Object.fromEntries(all) as Record<ReviewQueue, QueueFigures>;
    },
    /** Which are the first few that wait and that nobody is at. */
    freeInQueue: (filter: QueueFilter, { at, limit }: { at: Date; limit: number }) =>
      firstOf<Queued & Pick<CommentDoc, 'siteId' | 'authorId'> & { mod: { v: number } }>(filter, {
        limit,
        also: { $or: [{ 'mod.claim': { $exists: false } }, { 'mod.claim.until': { $lte: at } }] },
        fields: ['siteId', 'authorId', 'mod.v'],
      }),
    /** How much is put aside, of some sites or of all. */
    snoozedCount: (sites?: Scope): Promise<number> =>
      Comment.countDocuments({
        'mod.snooze.until': anyAge,
        'mod.snooze': { $exists: true },
        ...ofSites(sites),
      }).exec(),
    /** What was put aside, that which comes back first; `until` for what should be back by then. */
    snoozed: ({ until, sites, limit }: { until?: Date; sites?: Scope; limit: number }): Promise<CommentDoc[]> =>
      Comment.find({
        'mod.snooze.until': until === undefined ? anyAge : { $lte: until },
        'mod.snooze': { $exists: true },
        ...ofSites(sites),
      })
        .sort({ 'mod.snooze.until': 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** What readers see of a thread right before a moment, or at it, and right after, without one comment; nearest first. */
    around: async (threadId: ThreadId, { at, id, each }: { at: Date; id: CommentId; each: number }) => {
      const visible = { threadId, 'mod.vis': 'visible' as const, _id: { $ne: id } };
      const [before, after] = await Promise.all([
        Comment.find({ ...visible, createdAt: { $lte: at } })
          .sort({ createdAt: -1, _id: -1 })
          .limit(each)
          .lean<CommentDoc[]>()
          .exec(),
        Comment.find({ ...visible, createdAt: { $gt: at } })
          .sort({ createdAt: 1, _id: 1 })
          .limit(each)
          .lean<CommentDoc[]>()
          .exec(),
      ]);
      return { before, after };
    },
  };
}
