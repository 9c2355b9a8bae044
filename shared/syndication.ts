import { z } from 'zod';
import { threadKeySchema } from './comment.ts';
import { SIDE_MAX } from './limits.ts';
import { momentSchema } from './shapes.ts';

/** GET feed.atom, feed.json: of one discussion, or of all of the site. */
export const feedQuerySchema = z.strictObject({ thread: threadKeySchema.optional() });
export type FeedQuery = z.infer<typeof feedQuerySchema>;

/** GET recent, voted, active: how many. */
export const sideQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(SIDE_MAX).default(5),
});
export type SideQuery = z.infer<typeof sideQuerySchema>;

const articleSchema = z.strictObject({
  key: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable().describe('null until somebody wrote on a page that said where it is'),
});

const lineSchema = z.strictObject({
  id: z.string(),
  author: z.strictObject({ name: z.string(), staff: z.boolean() }),
  excerpt: z.string().describe('Plain text on one line, at most 140 code points'),
  createdAt: momentSchema,
  url: z.string().nullable().describe('The comment in its article'),
  thread: articleSchema,
});

/** GET recent. */
export const recentSchema = z.strictObject({ items: z.array(lineSchema) });
export type Recent = z.infer<typeof recentSchema>;

const sinceSchema = momentSchema.describe(
  'Comments posted since then count; on a busy site only the newest thousand of them',
);

/** GET voted. */
export const votedSchema = z.strictObject({
  since: sinceSchema,
  items: z.array(lineSchema.extend({ up: z.int().min(1), down: z.int().min(0) })),
});
export type Voted = z.infer<typeof votedSchema>;

/** GET active. */
export const activeSchema = z.strictObject({
  since: sinceSchema,
  items: z.array(
    z.strictObject({
      thread: articleSchema,
      comments: z.int().min(1).describe('Published since then'),
      lastAt: momentSchema,
    }),
  ),
});
export type Active = z.infer<typeof activeSchema>;

/** The fields of JSON Feed 1.1 that are used (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.string().optional(),
  feed_url: z.string(),
  language: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string(),
      url: z.string().optional(),
      title: z.string(),
      content_html: z.string(),
      date_published: momentSchema,
      date_modified: momentSchema,
      authors: z.array(z.strictObject({ name: z.string() })),
      language: z.string(),
    }),
  ),
});
export type JsonFeed = z.infer<typeof jsonFeedSchema>;
