import { z } from 'zod';
import { siteIdSchema, threadKeySchema } from './comment.ts';
import { PINS_MAX } from './limits.ts';
import { otherCommentSchema } from './review.ts';
import { idSchema, momentSchema, namedSchema, paged } from './shapes.ts';

/** Which discussion: it need not have a comment yet. */
export const discussionQuerySchema = z.strictObject({ thread: threadKeySchema });

/** PUT closed. */
export const discussionClosedSchema = discussionQuerySchema.extend({ closed: z.boolean() });

/** GET discussion: one article's comments as a whole, as a moderator sees it. */
export const discussionSchema = z.strictObject({
  id: z.string(),
  site: namedSchema,
  key: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  count: z.int().min(0).describe('Published comments and replies'),
  waiting: z.int().min(0).describe('Comments of it in the review queue'),
  closed: z.strictObject({ by: namedSchema, at: momentSchema }).nullable().describe('Null while it is open'),
  pinned: z
    .array(otherCommentSchema.extend({ at: momentSchema.describe('Since when') }))
    .max(PINS_MAX)
    .describe('What stands before all others, in order'),
});
export type Discussion = z.infer<typeof discussionSchema>;

export const DISCUSSION_ACTS = ['closed', 'reopened'] as const;

/** GET audit of discussions. */
export const discussionActsQuerySchema = z.strictObject({
  site: siteIdSchema.optional(),
  actor: idSchema.optional().describe('Id of who did it'),
  from: momentSchema.optional().describe('Then or later'),
  to: momentSchema.optional().describe('Before then'),
  cursor: paged.cursor,
});
export type DiscussionActsQuery = z.infer<typeof discussionActsQuerySchema>;

/** One time a discussion was closed or reopened. */
export const discussionActSchema = z.strictObject({
  id: z.string(),
  act: z.enum(DISCUSSION_ACTS),
  at: momentSchema,
  by: namedSchema,
  site: namedSchema,
  thread: z.strictObject({ id: z.string(), key: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
});
export type DiscussionAct = z.infer<typeof discussionActSchema>;

export const discussionActsSchema = z.strictObject({
  items: z.array(discussionActSchema).describe('Newest first'),
  next: z.string().nullable(),
});
export type DiscussionActs = z.infer<typeof discussionActsSchema>;
