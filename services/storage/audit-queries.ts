import type { QueryFilter } from 'mongoose';
import type { Scope } from '../../shared/identity.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { EventType } from '../../shared/moderation.ts';
import type { ModEventDoc, ModEventModel } from './mod-events.ts';
import { eachSite, newestFirst, ofSites } from './of-sites.ts';
import { behind, type Place } from './place.ts';

/** Which events are asked for; every field narrows it. `to` is the first moment that is out of it. */
export interface AuditFilter {
  actorId?: string;
  types?: readonly EventType[];
  sites?: Scope;
  commentId?: CommentId;
  batchId?: string;
  from?: Date;
  to?: Date;
}

interface Span {
  from: Date;
  to: Date;
  sites: Scope;
}

/** So many decisions of one person that are alike. */
export interface Tally {
  _id: { actor: string; type: EventType; seconds: number | null };
  name: string;
  count: number;
}

const HOUR_MS = 3_600_000;

function conditions({ actorId, commentId, batchId, from, to }: AuditFilter, place: Place | null) {
  const at = {
    ...(from === undefined ? {} : { $gte: from }),
    ...(to === undefined ? {} : { $lt: to }),
    // Says again what `behind` says, as a bound the index can begin at.
    ...(place === null ? {} : { $lte: place.at }),
  };
  return {
    ...(actorId === undefined ? {} : { 'actor.id': actorId }),
    ...(commentId === undefined ? {} : { commentId }),
    ...(batchId === undefined ? {} : { batchId }),
    // The moment is named even so, because an index is used for what it is ordered by.
    at: Object.keys(at).length === 0 ? { $gte: new Date(0) } : at,
    ...behind<ModEventDoc>('at', place),
  };
}

/** What the audit is asked. */
export function auditQueries(Event: ModEventModel) {
  const decided = (types: readonly EventType[], { from, to, sites }: Span) => ({
    ...ofSites(sites),
    type: { $in: [...types] },
    at: { $gte: from, $lt: to },
    'actor.kind': 'user',
  });

  return {
    /** One page, newest first. Each type, and each site, has an order of its own in the index, so several are merged from the first of each. */
    async page(
      { types, sites, ...filter }: AuditFilter,
      { place, limit }: { place: Place | null; limit: number },
    ): Promise<ModEventDoc[]> {
      const kinds: QueryFilter<ModEventDoc>[] = types === undefined ? [{}] : types.map((type) => ({ type }));
      const which = kinds.flatMap((type) => eachSite(sites).map((site) => ({ ...type, ...site })));
      const pages = await Promise.all(
        which.map((one) =>
          Event.find({ ...one, ...conditions(filter, place) })
            .sort({ at: -1, _id: -1 })
            .limit(limit)
            .lean<ModEventDoc[]>()
            .exec(),
        ),
      );
      return pages.flat().sort(newestFirst).slice(0, limit);
    },
    /** Those of the given events that a later one takes back. */
    async undoneAmong(ids: readonly string[]): Promise<Set<string>> {
      const found = await Event.find({ undoes: { $in: [...ids], $exists: true } }, { undoes: 1 })
        .lean<{ undoes: string }[]>()
        .exec();
      return new Set(found.map(({ undoes }) => undoes));
    },
    /** What each person caused of these types, by how many seconds they had the card open; null where nobody said. */
    decisionsOfPeople: (types: readonly EventType[], span: Span) =>
      Event.aggregate<Tally>([
        { $match: decided(types, span) },
        {
          $group: {
            _id: { actor: '$actor.id', type: '$type', seconds: { $floor: { $divide: ['$openMs', 1000] } } },
            name: { $max: '$actor.name' },
            count: { $sum: 1 },
          },
        },
      ]).exec(),
    /** How many of the events of a span were taken back since, by whose they were. */
    undoneOfPeople: (types: readonly EventType[], { from, to, sites }: Span) =>
      Event.aggregate<{ _id: string; count: number }>([
        // What is taken back is older than what takes it back.
        { $match: { ...ofSites(sites), type: 'undone', at: { $gte: from } } },
        { $lookup: { from: Event.collection.name, localField: 'undoes', foreignField: '_id', as: 'act' } },
        { $unwind: '$act' },
        { $match: { 'act.at': { $gte: from, $lt: to }, 'act.type': { $in: [...types] } } },
        { $group: { _id: '$act.actor.id', count: { $sum: 1 } } },
      ]).exec(),
    /** How many events of each type people caused in each hour of a span; hours count from its beginning. */
    countsByHour: (types: readonly EventType[], span: Span) =>
      Event.aggregate<{ _id: { hour: number; type: EventType }; count: number }>([
        { $match: decided(types, span) },
        {
          $group: {
            _id: { hour: { $floor: { $divide: [{ $subtract: ['$at', span.from] }, HOUR_MS] } }, type: '$type' },
            count: { $sum: 1 },
          },
        },
      ]).exec(),
  };
}
