import { z } from 'zod';
import { paceSchema } from './comment.ts';
import { momentSchema, namedSchema } from './shapes.ts';

/** A thread that boils over, as moderators see it. */
export const hotThreadSchema = z.strictObject({
  id: z.string(),
  site: namedSchema,
  key: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  since: momentSchema,
  pace: paceSchema,
  perMinute: z.int().min(1).nullable().describe('Comments in the minute that had it slowed down'),
  refused: z.int().min(1).nullable().describe('Comments held for their content or refused when it was held'),
  of: z.int().min(1).nullable().describe('All that were then posted within ten minutes'),
});
export type HotThread = z.infer<typeof hotThreadSchema>;

/** GET heat: what boils over now, the longest first. */
export const hotThreadsSchema = z.strictObject({ threads: z.array(hotThreadSchema) });
export type HotThreads = z.infer<typeof hotThreadsSchema>;
