import { Schema } from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { Block } from '../../shared/markdown.ts';
import type { ReasonCode, Review, ReviewQueue, Verdict, Visibility } from '../../shared/moderation.ts';
import type { ModEvent } from './mod-events.ts';

export interface Outcome {
  kind: 'approved' | 'refused' | 'rejected';
  code: ReasonCode | null;
  note: string | null;
  by: { kind: 'user' | 'rule'; id: string; name: string };
  at: Date;
  rev: number;
  eventId: string;
  /** Hash of who decided with which Idempotency-Key; absent without a key. */
  idem?: string;
}

/** The moderation part of a comment. Every transition is one guarded update of it, with its event in `outbox`. */
export interface Moderation {
  v: number;
  vis: Visibility;
  review: Review;
  queue?: ReviewQueue;
  queuedAt?: Date;
  firstQueuedAt?: Date;
  priority?: number;
  priorityParts?: Record<string, number>;
  outcome?: Outcome;
  verdict: Verdict;
  /** The rules held it for what it says or where it leads: what the share of refusals of a thread goes by. */
  troubling?: true;
  outbox: ModEvent[];
  outboxAt?: Date;
}

export interface CommentDoc {
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
  rev: number;
  text: string;
  body: Block[];
  textHash: string;
  /** Marks of the text by which the same and nearly the same texts are found; absent where they were not looked for. */
  shingle?: number[];
  /** Hash of who posted with which Idempotency-Key, and of what was posted; absent without a key. */
  idem?: string;
  idemOf?: string;
  /** Shown in the thread: visible, or a removed comment that replies hang below. */
  listed: boolean;
  mod: Moderation;
}

const moderationSchema = new Schema<Moderation>(
  {
    v: { type: Number, required: true },
    vis: { type: String, required: true },
    review: { type: String, required: true },
    queue: String,
    queuedAt: Date,
    firstQueuedAt: Date,
    priority: Number,
    priorityParts: Schema.Types.Mixed,
    outcome: Schema.Types.Mixed,
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
    rev: { type: Number, required: true },
    text: { type: String, required: true },
    body: { type: Schema.Types.Mixed, required: true },
    textHash: { type: String, required: true },
    shingle: { type: [Number], default: undefined },
    idem: String,
    idemOf: String,
    listed: { type: Boolean, required: true },
    mod: { type: moderationSchema, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'comments' },
);

const queued = { partialFilterExpression: { 'mod.queue': { $exists: true } } };
commentSchema.index({ threadId: 1, listed: 1, depth: 1, createdAt: -1, _id: -1 }, { name: 'thread_roots' });
commentSchema.index({ rootId: 1, listed: 1, createdAt: 1, _id: 1 }, { name: 'branch' });
commentSchema.index({ parentId: 1, listed: 1 }, { name: 'children' });
commentSchema.index({ threadId: 1, 'mod.vis': 1, createdAt: -1, _id: -1 }, { name: 'thread_visible' });
commentSchema.index({ 'mod.priority': -1, 'mod.queuedAt': 1, _id: 1 }, { name: 'queue_next', ...queued });
commentSchema.index({ 'mod.queuedAt': 1 }, { name: 'queue_age', ...queued });
commentSchema.index(
  { 'mod.outboxAt': 1 },
  { name: 'outbox', partialFilterExpression: { 'mod.outboxAt': { $exists: true } } },
);
commentSchema.index({ authorId: 1, threadId: 1, createdAt: -1 }, { name: 'author_thread' });
commentSchema.index({ authorId: 1, 'mod.vis': 1 }, { name: 'author_visible' });
commentSchema.index(
  { authorId: 1, 'mod.outcome.kind': 1, 'mod.outcome.at': -1 },
  { name: 'author_outcomes', partialFilterExpression: { 'mod.outcome.kind': { $exists: true } } },
);
commentSchema.index(
  { 'mod.outcome.idem': 1 },
  { name: 'decision_key', unique: true, partialFilterExpression: { 'mod.outcome.idem': { $exists: true } } },
);
commentSchema.index({ siteId: 1, textHash: 1, createdAt: -1 }, { name: 'repeats' });
commentSchema.index(
  { siteId: 1, shingle: 1, createdAt: -1 },
  { name: 'near_repeats', partialFilterExpression: { shingle: { $exists: true } } },
);
commentSchema.index(
  { idem: 1 },
  { name: 'idempotency', unique: true, partialFilterExpression: { idem: { $exists: true } } },
);
