import { z } from 'zod';
import { reportOutcomeSchema } from './moderation.ts';
import { momentSchema } from './shapes.ts';

const item = {
  id: z.string(),
  site: z.string(),
  thread: z.strictObject({ key: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
  createdAt: momentSchema,
  readAt: momentSchema.nullable(),
};

/** Somebody answered me. `excerpt` is plain text, at most 140 code points. */
const replyNoticeSchema = z.strictObject({
  ...item,
  kind: z.literal('reply'),
  commentId: z.string().describe('The reply'),
  parentId: z.string().describe('My comment that was answered'),
  actorName: z.string(),
  excerpt: z.string(),
  mentioned: z.literal(true).optional().describe('It names me, too'),
});

/** Somebody named me in a comment that does not answer me. `excerpt` as of a reply. */
const mentionNoticeSchema = z.strictObject({
  ...item,
  kind: z.literal('mention'),
  commentId: z.string().describe('The comment that names me'),
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

/** One line behind the bell. */
export const notificationSchema = z.discriminatedUnion('kind', [
  replyNoticeSchema,
  mentionNoticeSchema,
  reportNoticeSchema,
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
