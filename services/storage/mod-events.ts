import { Schema, type Connection } from 'mongoose';
import type { EventType, ReasonCode, Review, ReviewQueue, Visibility } from '../../shared/moderation.ts';
import { auditQueries } from './audit-queries.ts';
import { duplicateKey } from './duplicate-key.ts';
import { hashEvent } from './event-hash.ts';
import { insertPlain } from './insert-plain.ts';

/** Where a comment stood before or after an event. */
export interface Standing {
  vis: Visibility;
  review: Review;
  queue: ReviewQueue | null;
  /** Absent unless it stands before all others. */
  pinned?: true;
  /** Absent unless it is one of the editor's picks. */
  featured?: true;
}

/** Who did it: a moderator, the rules, the comment's author, readers with their reports, or the service when it was time. */
export interface Actor {
  kind: 'user' | 'rule' | 'author' | 'readers' | 'clock';
  id: string;
  name: string;
}

/** One thing that happened to a comment. It is written with the change itself and relayed from there. */
export interface ModEvent {
  /** Follows from the command and its Idempotency-Key where there is one, so that a repeated command is the same event. */
  id: string;
  /** Equal to `mod.v` after the event. */
  seq: number;
  type: EventType;
  at: Date;
  actor: Actor;
  before: Standing | null;
  after: Standing;
  rev: number;
  textHash: string;
  /** Why it was refused, the main reason first. */
  codes: ReasonCode[];
  /** To the author. */
  note: string | null;
  /** To colleagues. */
  remark: string | null;
  rules: { id: string; v: number }[];
  /** Until when a comment was put aside. */
  until?: Date;
  /** How long the comment was before the eyes of who decided, milliseconds, as their console says. */
  openMs?: number;
  /** Of one action on many comments. */
  batchId?: string;
  /** Whose claim was taken over. */
  takenFrom?: { id: string; name: string };
  /** The event that this one takes back. */
  undoes?: string;
}

/** Whose event it is. */
export interface EventOrigin {
  commentId: string;
  siteId: string;
  threadId: string;
}

export interface ModEventDoc extends Omit<ModEvent, 'id'> {
  _id: string;
  commentId: string;
  siteId: string;
  threadId: string;
  prevHash: string | null;
  hash: string;
}

const modEventSchema = new Schema<ModEventDoc>(
  {
    _id: { type: String, required: true },
    commentId: { type: String, required: true },
    siteId: { type: String, required: true },
    threadId: { type: String, required: true },
    seq: { type: Number, required: true },
    type: { type: String, required: true },
    at: { type: Date, required: true },
    actor: { type: Schema.Types.Mixed, required: true },
    before: Schema.Types.Mixed,
    after: { type: Schema.Types.Mixed, required: true },
    rev: { type: Number, required: true },
    textHash: { type: String, required: true },
    codes: { type: [String], required: true },
    note: String,
    remark: String,
    rules: { type: Schema.Types.Mixed, required: true },
    until: Date,
    openMs: Number,
    batchId: String,
    takenFrom: Schema.Types.Mixed,
    undoes: String,
    prevHash: String,
    hash: { type: String, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'mod_events' },
);
modEventSchema.index({ commentId: 1, seq: 1 }, { name: 'comment_seq', unique: true });
modEventSchema.index({ siteId: 1, at: -1, _id: -1 }, { name: 'site_newest' });
modEventSchema.index({ at: -1, _id: -1 }, { name: 'newest' });
modEventSchema.index({ 'actor.id': 1, at: -1, _id: -1 }, { name: 'actor_at' });
modEventSchema.index({ type: 1, at: -1, _id: -1 }, { name: 'type_at' });
modEventSchema.index({ batchId: 1 }, { name: 'batch', partialFilterExpression: { batchId: { $exists: true } } });
// What is taken back is taken back once.
modEventSchema.index(
  { undoes: 1 },
  { name: 'undone_once', unique: true, partialFilterExpression: { undoes: { $exists: true } } },
);

function chained({ id, ...event }: ModEvent, of: EventOrigin, prevHash: string | null): ModEventDoc {
  return { ...event, ...of, _id: id, prevHash, hash: hashEvent({ ...event, id }, of.commentId, prevHash) };
}

/** Events in their order, at most one of each comment at a time. */
function roundsOf<Item extends { of: EventOrigin }>(events: readonly Item[]): Item[][] {
  const rounds: Item[][] = [];
  const seen = new Map<string, number>();
  for (const item of events) {
    const round = seen.get(item.of.commentId) ?? 0;
    seen.set(item.of.commentId, round + 1);
    (rounds[round] ??= []).push(item);
  }
  return rounds;
}

function placeOf(commentId: string, seq: number): string {
  return `${commentId} ${seq}`;
}
export type ModEventStore = ReturnType<typeof modEventStore>;

const modelOver = (connection: Connection) => connection.model('ModEvent', modEventSchema);
export type ModEventModel = ReturnType<typeof modelOver>;

export function modEventStore(connection: Connection) {
  const Event = modelOver(connection);

  /** Inserts what is not there. What is there must be the same to the letter: nothing that happened may be passed over. */
  async function insertMissing(events: readonly ModEventDoc[]): Promise<void> {
    try {
      await insertPlain<ModEventDoc>(Event, events);
    } catch (error) {
      if (duplicateKey(error) === null) throw error;
      const there = await Event.find({ _id: { $in: events.map(({ _id }) => _id) } }, { hash: 1 })
        .lean<Pick<ModEventDoc, '_id' | 'hash'>[]>()
        .exec();
      const hashes = new Map(there.map(({ _id, hash }) => [_id, hash]));
      const other = events.find(({ _id, hash }) => hashes.get(_id) !== hash);
      if (other === undefined) return;
      throw new Error(`the audit has another event in the place of ${other.seq} of ${other.commentId}`, {
        cause: error,
      });
    }
  }

  /** Hashes of what is in the audit of the comments whose later events are to follow, by place. */
  async function hashesBefore(events: readonly { event: ModEvent; of: EventOrigin }[]): Promise<Map<string, string>> {
    const ids = new Set(events.filter(({ event }) => event.seq > 1).map(({ of }) => of.commentId));
    // First events follow nothing, and most are that.
    if (ids.size === 0) return new Map();
    const there = await Event.find({ commentId: { $in: [...ids] } }, { commentId: 1, seq: 1, hash: 1 })
      .lean<Pick<ModEventDoc, 'commentId' | 'seq' | 'hash'>[]>()
      .exec();
    return new Map(there.map(({ commentId, seq, hash }) => [placeOf(commentId, seq), hash]));
  }

  return {
    ...auditQueries(Event),
    /**
     * Appends events to the audit; one that is there already is left alone. Events of a comment must come in order.
     * @throws Error if an event comes before the one it follows, or another one has its id or its place
     */
    async append(events: { event: ModEvent; of: EventOrigin }[]): Promise<void> {
      const hashes = await hashesBefore(events);
      // Those that follow one another one after the other, so that none is there without the one before; the rest together.
      for (const round of roundsOf(events)) {
        const links = round.map(({ event, of }) => {
          const prevHash = event.seq === 1 ? null : hashes.get(placeOf(of.commentId, event.seq - 1));
          if (prevHash === undefined) {
            throw new Error(`event ${event.seq} of ${of.commentId} comes before the one it follows`);
          }
          const link = chained(event, of, prevHash);
          hashes.set(placeOf(of.commentId, event.seq), link.hash);
          return link;
        });
        await insertMissing(links);
      }
    },
    ofComment: (commentId: string): Promise<ModEventDoc[]> =>
      Event.find({ commentId }).sort({ seq: 1 }).lean<ModEventDoc[]>().exec(),
  };
}
