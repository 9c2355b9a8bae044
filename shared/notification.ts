import { z } from 'zod';
import { reasonCodeSchema, reportOutcomeSchema } from './moderation.ts';
import { momentSchema } from './shapes.ts';

const item = {
  id: z.string(),
  site: z.string(),
  thread: z.strictObject({ key: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
  createdAt: momentSchema,
  readAt: momentSchema.nullable(),
};

/**
 * Why somebody is told of a comment, the strongest first: it answers them, it names them, it stands below a comment they follow
 * (or below one of theirs, where they asked for all answers), they follow its author, they follow the discussion.
 */
export const NOTICE_REASONS = ['reply', 'mention', 'branch', 'author', 'thread'] as const;
export type NoticeReason = (typeof NOTICE_REASONS)[number];

/** A comment that came into sight: one line, however many reasons there are for it. `excerpt` is plain text, at most 140 code points. */
const commentNoticeSchema = z.strictObject({
  ...item,
  kind: z.literal('comment'),
  commentId: z.string().describe('The comment'),
  parentId: z.string().nullable().describe('What it answers'),
  reasons: z.array(z.enum(NOTICE_REASONS)).min(1).describe('Why I am told of it, the strongest reason first'),
  actorName: z.string(),
  excerpt: z.string(),
});

/** A moderator has looked at what I reported. What was reported is not repeated. */
const reportNoticeSchema = z.strictObject({
  ...item,
  kind: z.literal('report'),
  commentId: z.string().describe('The comment I reported'),
  outcome: reportOutcomeSchema.describe('upheld: it is out of sight; dismissed: it stays'),
});

/** What can become of one's own comment after it was posted. */
export const VERDICT_OUTCOMES = ['held', 'published', 'refused'] as const;
export type VerdictOutcome = (typeof VERDICT_OUTCOMES)[number];

/** What became of my comment. `excerpt` is of my own text. */
const verdictNoticeSchema = z.strictObject({
  ...item,
  kind: z.literal('verdict'),
  commentId: z.string().describe('My comment'),
  outcome: z
    .enum(VERDICT_OUTCOMES)
    .describe('held: it waits for a moderator, though it was in sight; published: after it had waited'),
  codes: z.array(reasonCodeSchema).describe('Why it was refused, the main reason first'),
  note: z.string().nullable().describe('What the moderator wrote to me about that'),
  excerpt: z.string(),
});

/** One line behind the bell. */
export const notificationSchema = z.discriminatedUnion('kind', [
  commentNoticeSchema,
  reportNoticeSchema,
  verdictNoticeSchema,
]);
export type NotificationView = z.infer<typeof notificationSchema>;

export const inboxSchema = z.strictObject({
  unread: z.int().min(0),
  items: z.array(notificationSchema).describe('Newest first'),
  next: z.string().nullable(),
});
export type Inbox = z.infer<typeof inboxSchema>;

/** POST read: by notification ids, by the comment that was opened, or everything. */
export const markReadSchema = z.union([
  z.strictObject({ ids: z.array(z.string().max(200)).min(1).max(100) }),
  z.strictObject({ commentId: z.string().max(64) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type MarkRead = z.infer<typeof markReadSchema>;

export const unreadSchema = z.strictObject({ unread: z.int().min(0) });
export type Unread = z.infer<typeof unreadSchema>;
