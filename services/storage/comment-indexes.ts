import type { IndexDirection, IndexOptions } from 'mongoose';
import { MENTION_INDEX, PASSAGE_INDEX } from './comment-about.ts';
import { DISTINCTION_INDEXES } from './distinctions.ts';
import { RANK_INDEXES } from './ranks.ts';
import { REFUSED_INDEX } from './refused-words.ts';

type IndexOf = readonly [fields: Readonly<Record<string, IndexDirection>>, options: IndexOptions & { name: string }];

const having = (path: string) => ({ partialFilterExpression: { [path]: { $exists: true } } });

const newest = { createdAt: -1, _id: -1 } as const;
const place = { 'mod.priority': -1, 'mod.queuedAt': 1, _id: 1 } as const;
const since = { 'mod.queue': 1, 'mod.queuedAt': 1 } as const;
/** What stands in a thread below another comment, as whoever asks for it has to say so that an index of it is used. */
export const LISTED_REPLY = { listed: true, depth: { $gt: 0 } } as const;

/**
 * The indexes of comments. An index holds only what is asked of it: a decision writes into each one that its comment comes into or
 * goes out of, and that is most of what a decision costs.
 */
export const COMMENT_INDEXES: readonly IndexOf[] = [
  // What readers see of a thread. What is not listed there is in none of these.
  [
    { threadId: 1, depth: 1, ...newest },
    { name: 'listed_roots', partialFilterExpression: { listed: true } },
  ],
  [
    { rootId: 1, createdAt: 1, _id: 1 },
    { name: 'listed_replies', partialFilterExpression: LISTED_REPLY },
  ],
  [{ parentId: 1 }, { name: 'listed_answers', partialFilterExpression: LISTED_REPLY }],
  ...RANK_INDEXES,
  ...DISTINCTION_INDEXES,
  PASSAGE_INDEX,
  MENTION_INDEX,
  REFUSED_INDEX,
  [{ threadId: 1, 'mod.vis': 1, ...newest }, { name: 'thread_visible' }],
  [
    { siteId: 1, ...newest },
    { name: 'site_shown', partialFilterExpression: { 'mod.vis': 'visible' } },
  ],
  // Everything, of everybody, of a site, a thread or an author, as a search looks at it.
  [newest, { name: 'newest' }],
  [{ siteId: 1, ...newest }, { name: 'site_newest' }],
  [{ threadId: 1, ...newest }, { name: 'thread_newest' }],
  [{ authorId: 1, ...newest }, { name: 'author_newest' }],
  // The queue as it is worked through, all of it or one of its parts, and its ages; of everything, and of one site.
  [place, { name: 'place', ...having('mod.queue') }],
  [
    { 'mod.queue': 1, ...place },
    { name: 'queue_place', ...having('mod.queue') },
  ],
  [
    { siteId: 1, 'mod.queue': 1, ...place },
    { name: 'site_queue_place', ...having('mod.queue') },
  ],
  [since, { name: 'queue_since', ...having('mod.queue') }],
  [
    { siteId: 1, ...since },
    { name: 'site_queue_since', ...having('mod.queue') },
  ],
  [{ 'mod.snooze.until': 1 }, { name: 'snoozed', ...having('mod.snooze') }],
  [{ 'mod.claim.until': 1 }, { name: 'claimed', ...having('mod.claim') }],
  [{ 'mod.tellAt': 1 }, { name: 'to_tell', ...having('mod.tellAt') }],
  [{ 'mod.wipeAt': 1 }, { name: 'to_wipe', ...having('mod.wipeAt') }],
  [{ 'mod.outboxAt': 1 }, { name: 'outbox', ...having('mod.outboxAt') }],
  [{ authorId: 1, threadId: 1, createdAt: -1 }, { name: 'author_thread' }],
  [{ authorId: 1, 'mod.vis': 1, ...newest }, { name: 'author_seen' }],
  [
    { authorId: 1, 'mod.outcome.kind': 1, 'mod.outcome.decidedAt': -1 },
    { name: 'author_decided', ...having('mod.outcome.kind') },
  ],
  [{ 'mod.last.idem': 1 }, { name: 'act_key', unique: true, ...having('mod.last.idem') }],
  [{ siteId: 1, textHash: 1, createdAt: -1 }, { name: 'repeats' }],
  [
    { siteId: 1, shingle: 1, createdAt: -1 },
    { name: 'near_repeats', ...having('shingle') },
  ],
  [{ idem: 1 }, { name: 'idempotency', unique: true, ...having('idem') }],
];

/** What earlier versions made in the place of some of these: removed once those are there. */
export const RETIRED_COMMENT_INDEXES: readonly string[] = [
  ...['thread_roots', 'thread_top', 'thread_best', 'thread_hot', 'thread_reacted'],
  ...['branch', 'children', 'site_visible'],
];
