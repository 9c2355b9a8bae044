import { z } from 'zod';
import { NOTE_MAX } from './limits.ts';
import { reasonCodeSchema, reviewQueueSchema, reviewSchema, verdictSchema, visibilitySchema } from './moderation.ts';

export const outcomeSchema = z.strictObject({
  kind: z.enum(['approved', 'refused', 'rejected']),
  code: reasonCodeSchema.nullable(),
  note: z.string().nullable().describe('Shown to the author'),
  by: z.strictObject({ kind: z.enum(['user', 'rule']), id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
});
export type OutcomeView = z.infer<typeof outcomeSchema>;

/** A comment as a moderator sees it: original text, every reason with its span, and what surrounds it. */
export const reviewCardSchema = z.strictObject({
  id: z.string(),
  site: z.strictObject({ id: z.string(), name: z.string() }),
  thread: z.strictObject({ id: z.string(), key: z.string(), url: z.string().nullable(), title: z.string().nullable() }),
  author: z.strictObject({ id: z.string(), name: z.string(), published: z.int(), refused: z.int() }),
  parent: z.strictObject({ id: z.string(), authorName: z.string(), text: z.string() }).nullable(),
  text: z.string(),
  rev: z.int(),
  v: z.int(),
  vis: visibilitySchema,
  review: reviewSchema,
  queue: reviewQueueSchema.nullable(),
  priority: z.strictObject({ total: z.number(), parts: z.record(z.string(), z.number()) }).nullable(),
  verdict: verdictSchema,
  outcome: outcomeSchema.nullable(),
  createdAt: z.iso.datetime(),
  queuedAt: z.iso.datetime().nullable(),
});
export type ReviewCard = z.infer<typeof reviewCardSchema>;

export const reviewPageSchema = z.strictObject({
  items: z.array(reviewCardSchema).describe('Highest priority first, then oldest'),
  next: z.string().nullable(),
  count: z.int().min(0).describe('Everything that waits'),
  oldestAt: z.iso.datetime().nullable(),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;

/** POST decision. `expectedV` and `expectedRev` say which state and text the moderator saw. */
export const decisionSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('approve'),
    expectedV: z.int().min(1),
    expectedRev: z.int().min(1),
  }),
  z.strictObject({
    action: z.literal('refuse'),
    code: reasonCodeSchema,
    note: z.string().trim().max(NOTE_MAX).optional(),
    expectedV: z.int().min(1),
    expectedRev: z.int().min(1),
  }),
]);
export type Decision = z.infer<typeof decisionSchema>;

export const decidedSchema = z.strictObject({ card: reviewCardSchema, count: z.int().min(0) });
export type Decided = z.infer<typeof decidedSchema>;
