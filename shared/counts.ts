import { z } from 'zod';
import { threadKeySchema } from './comment.ts';
import { COUNTS_MAX } from './limits.ts';

const keysSchema = z.array(threadKeySchema).min(1).max(COUNTS_MAX);

/** GET counts: `thread` once for each article. */
export const threadCountsQuerySchema = z.strictObject({
  thread: z.union([threadKeySchema, keysSchema]).transform((given) => (typeof given === 'string' ? [given] : given)),
});

/** How many published comments and replies each thread has, in the order asked; 0 where nobody has written. */
export const threadCountsSchema = z.strictObject({
  items: z.array(z.strictObject({ thread: z.string(), count: z.int().min(0) })),
});
export type ThreadCounts = z.infer<typeof threadCountsSchema>;
