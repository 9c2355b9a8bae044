import { Schema } from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { Block } from '../../shared/markdown.ts';
import type {
  DistinctionKind,
  Hit,
  OutcomeKind,
  ReasonCode,
  Review,
  ReviewQueue,
  Verdict,
  Visibility,
} from '../../shared/moderation.ts';
import { ABOUT_FIELDS, type About } from './comment-about.ts';
import { COMMENT_INDEXES } from './comment-indexes.ts';
import { DISTINCTION_FIELDS, type Distinctions } from './distinctions.ts';
import type { Actor, ModEvent } from './mod-events.ts';
import type { Rank, StoredTally } from './ranks.ts';

/** What was settled about a comment, and by whom. */
export interface Outcome {
  kind: OutcomeKind;
  /** Why it was refused, the main reason first; empty for anything else. */
  codes: ReasonCode[];
  /** To its author. */
  note: string | null;
  by: Actor;
  /** The comment was out of sight until then. */
  waited?: true;
  at: Date;
  /** When it was judged: earlier than `at` where its author took back what had been refused. The author's record goes by this. */
  decidedAt: Date;
  rev: number;
  eventId: string;
}

/** Who is looking at a comment, and until when that counts. */
export interface Claim {
  by: { id: string; name: string };
  /** The console's window, so that the claim can go with its socket. */
  desk: string;
  at: Date;
  until: Date;
}

/** Where a comment stood, in so much detail that it can be put back there as if nothing had happened. */
export type Whereabouts = Pick<
  Moderation,
  'vis' | 'review' | Wait | 'outcome' | 'snooze' | 'appeal' | 'flagged' | DistinctionKind
>;
type Wait = 'queue' | 'queuedAt' | 'priority' | 'priorityParts';

/** The last thing a person did about a comment. */
export interface LastAct {
  eventId: string;
  at: Date;
  by: { id: string; name: string };
  /** Hash of who asked with which Idempotency-Key; absent without a key. */
  idem?: string;
  /** Where the comment was before; absent for what cannot be undone, as an undo itself. */
  was?: Whereabouts;
}

/** An author's objection to a refusal. There is one at most. */
export interface Appeal {
  at: Date;
  text: string;
  /** Who refused the comment, and shall not decide about the appeal. */
  against: string;
  /** Absent while it waits for its answer. */
  answer?: 'upheld' | 'overturned';
}

/** Reports of readers about the text as it is. */
export interface Flags {
  count: number;
  /** Every reader counts for as much as their reports have turned out right before. */
  weight: number;
}

/** The last time reports became so many that something was done. */
export interface Flagged {
  at: Date;
  hidden: boolean;
}

/** The moderation part of a comment. Every transition is one guarded update of it, with its event in `outbox`. */
export interface Moderation extends Distinctions {
  v: number;
  vis: Visibility;
  review: Review;
  queue?: ReviewQueue;
  queuedAt?: Date;
  firstQueuedAt?: Date;
  priority?: number;
  priorityParts?: Record<string, number>;
  /** Put aside: where it will be again, and from when on. It is in no queue meanwhile. */
  snooze?: { until: Date; queue: ReviewQueue };
  claim?: Claim;
  outcome?: Outcome;
  last?: LastAct;
  appeal?: Appeal;
  flags?: Flags;
  flagged?: Flagged;
  verdict: Verdict;
  /** The rules held it for what it says or where it leads: what the share of refusals of a thread goes by. */
  troubling?: true;
  /** When those concerned may be told what was decided: until then it can be taken back as if nothing had happened. */
  tellAt?: Date;
  /** When the text of what its author took back is wiped; absent where it is not to be, or is gone. */
  wipeAt?: Date;
  /** When its words were wiped; absent where they are there. Nothing can be decided about it from then on. */
  wipedAt?: Date;
  outbox: ModEvent[];
  outboxAt?: Date;
}

export interface CommentDoc extends About {
  _id: CommentId;
  siteId: SiteId;
  threadId: ThreadId;
  parentId: CommentId | null;
  rootId: CommentId;
  depth: number;
  authorId: PersonId;
  /** As readers see it. */
  authorName: string;
  /** As its author typed it, where readers see it masked; absent otherwise. */
  typedName?: string;
  authorStaff: boolean;
  createdAt: Date;
  /** When the text was last replaced; absent where it never was. */
  editedAt?: Date;
  /** What the text is in as far as it can be told, else the discussion's language; BCP 47. */
  lang: string;
  /** Of the text: 1 as it was posted. */
  rev: number;
  text: string;
  body: Block[];
  textHash: string;
  /** Earlier texts, what was found in them, and when they were replaced, the newest last; absent where it was never edited. */
  revs?: { rev: number; text: string; at: Date; hits?: Hit[] }[];
  /** Marks of the text by which the same and nearly the same texts are found; absent where they were not looked for. */
  shingle?: number[];
  /** Hash of who posted with which Idempotency-Key, and of what was posted; absent without a key. */
  idem?: string;
  idemOf?: string;
  /** Shown in the thread: visible, or a removed comment that replies hang below. */
  listed: boolean;
  mod: Moderation;
  /** Absent as long as nobody has voted. */
  tally?: StoredTally;
  /** Absent for replies. */
  rank?: Rank;
}

const moderationSchema = new Schema<Moderation>(
  {
    v: { type: Number, required: true },
    vis: { type: String, required: true },
    review: { type: String, required: true },
    queue: String,
    ...{ queuedAt: Date, firstQueuedAt: Date, tellAt: Date, wipeAt: Date, wipedAt: Date },
    priority: Number,
    priorityParts: Schema.Types.Mixed,
    snooze: Schema.Types.Mixed,
    claim: Schema.Types.Mixed,
    outcome: Schema.Types.Mixed,
    last: Schema.Types.Mixed,
    appeal: Schema.Types.Mixed,
    flags: Schema.Types.Mixed,
    flagged: Schema.Types.Mixed,
    ...DISTINCTION_FIELDS,
    verdict: { type: Schema.Types.Mixed, required: true },
    troubling: Boolean,
    outbox: { type: Schema.Types.Mixed, required: true },
    outboxAt: Date,
  },
  { _id: false, minimize: false },
);

export const commentSchema = new Schema<CommentDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    threadId: { type: String, required: true },
    parentId: { type: String, default: null },
    rootId: { type: String, required: true },
    depth: { type: Number, required: true },
    authorId: { type: String, required: true },
    authorName: { type: String, required: true },
    typedName: String,
    authorStaff: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    editedAt: Date,
    lang: { type: String, required: true },
    rev: { type: Number, required: true },
    text: { type: String, required: true },
    body: { type: Schema.Types.Mixed, required: true },
    textHash: { type: String, required: true },
    revs: { type: Schema.Types.Mixed, default: undefined },
    shingle: { type: [Number], default: undefined },
    ...{ idem: String, idemOf: String },
    listed: { type: Boolean, required: true },
    mod: { type: moderationSchema, required: true },
    ...{ tally: Schema.Types.Mixed, rank: Schema.Types.Mixed, ...ABOUT_FIELDS },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'comments' },
);

for (const [fields, options] of COMMENT_INDEXES) commentSchema.index(fields, options);
