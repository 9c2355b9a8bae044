import { z } from 'zod';
import { commentIdSchema } from './comment.ts';
import { BULK_IDS_MAX } from './limits.ts';
import { decisionsWith, reviewCardSchema, reviewFilterSchema } from './review.ts';
import { idSchema, momentSchema, namedSchema, remarkSchema } from './shapes.ts';

/** What is done to each of many comments: a decision without what it was made from, which is what each is when it begins. */
const bulkActionSchema = z.discriminatedUnion('action', decisionsWith({ remark: remarkSchema }));
export type BulkAction = z.infer<typeof bulkActionSchema>;

/** Which comments: those picked by hand, or all that wait and fit a filter. */
const bulkSelectionSchema = z.union([
  z.strictObject({ ids: z.array(commentIdSchema).min(1).max(BULK_IDS_MAX) }),
  z.strictObject({ filter: reviewFilterSchema }),
]);
export type BulkSelection = z.infer<typeof bulkSelectionSchema>;

/** POST bulk/preview. */
export const bulkPreviewRequestSchema = z.strictObject({ select: bulkSelectionSchema });

export const bulkPreviewSchema = z.strictObject({
  count: z.int().min(0).describe('Exactly so many wait and are chosen'),
  examples: z.array(reviewCardSchema).describe('The first few of them'),
});
export type BulkPreview = z.infer<typeof bulkPreviewSchema>;

/** POST bulk. `count` is the number the moderator has seen: what is about more or fewer by now is asked about again. */
export const bulkRequestSchema = z.strictObject({
  select: bulkSelectionSchema,
  act: bulkActionSchema,
  count: z.int().min(1).optional(),
});
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

const BULK_STATES = ['running', 'done', 'undoing', 'undone'] as const;

/** One act on many comments. What could not be done says why, by the code of the problem, and stays as it was. */
export const bulkSchema = z.strictObject({
  id: z.string(),
  by: namedSchema,
  at: momentSchema,
  act: bulkActionSchema,
  state: z.enum(BULK_STATES),
  total: z.int(),
  done: z.int().describe('Decided; while it is taken back and after that, taken back'),
  skipped: z.record(z.string(), z.int()).describe('How many were left as they were, by the code of the problem'),
});
export type BulkView = z.infer<typeof bulkSchema>;

export const bulkListSchema = z.strictObject({ items: z.array(bulkSchema).describe('The newest twenty') });
export type BulkList = z.infer<typeof bulkListSchema>;

export const bulkParamsSchema = z.strictObject({ bulkId: idSchema });
