import { z } from 'zod';
import { commentIdSchema, siteIdSchema } from './comment.ts';
import { EVENT_TYPES } from './moderation-terms.ts';
import {
  eventTypeSchema,
  hitSchema,
  reasonCodeSchema,
  reviewQueueSchema,
  reviewSchema,
  visibilitySchema,
} from './moderation.ts';
import { actorSchema } from './review.ts';
import { idSchema, momentSchema, namedSchema, paged } from './shapes.ts';

const standingSchema = z.strictObject({
  vis: visibilitySchema,
  review: reviewSchema,
  queue: reviewQueueSchema.nullable(),
  pinned: z.literal(true).optional().describe('It stands before all others; left out where it does not'),
  featured: z.literal(true).optional().describe("It is one of the editor's picks; left out where it is not"),
});

/** One thing that happened to a comment, with enough of the comment to know which it is. */
export const auditEventSchema = z.strictObject({
  id: z.string(),
  seq: z.int().min(1).describe("Its number among the comment's events"),
  type: eventTypeSchema,
  at: momentSchema,
  actor: actorSchema,
  site: namedSchema,
  thread: z.strictObject({ id: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
  comment: z.strictObject({
    id: z.string(),
    authorName: z.string(),
    excerpt: z.string().describe('How its text as it is now begins, on one line'),
    hits: z
      .array(hitSchema)
      .describe('What was found in it, so that its words can be veiled; spans are in the excerpt'),
  }),
  before: standingSchema.nullable().describe('Null when the comment came into being'),
  after: standingSchema,
  rev: z.int().min(1),
  codes: z.array(reasonCodeSchema),
  note: z.string().nullable().describe('To the author'),
  remark: z.string().nullable().describe('To colleagues'),
  rules: z.array(z.strictObject({ id: z.string(), v: z.int() })),
  until: momentSchema.nullable().describe('Put aside until then'),
  openMs: z.int().nullable().describe('How long the card was open, milliseconds'),
  batchId: z.string().nullable().describe('Of one action on many comments'),
  takenFrom: namedSchema.nullable().describe('Whose claim was taken over'),
  undoes: z.string().nullable().describe('The event that this one takes back'),
  undone: z.boolean().describe('A later event takes it back'),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

/** Which events. Everything narrows; left out, it does not. */
const auditFilterSchema = z.strictObject({
  actor: idSchema.optional().describe('Id of who did it'),
  type: z
    .union([eventTypeSchema, z.array(eventTypeSchema).min(1).max(EVENT_TYPES.length)])
    .optional()
    .describe('Given several times, any of them'),
  site: siteIdSchema.optional(),
  comment: commentIdSchema.optional(),
  batch: idSchema.optional(),
  from: momentSchema.optional().describe('Then or later'),
  to: momentSchema.optional().describe('Before then'),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditQuerySchema = auditFilterSchema.extend({
  ...paged,
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditPageSchema = z.strictObject({
  items: z.array(auditEventSchema).describe('Newest first'),
  next: z.string().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditExportSchema = auditFilterSchema.extend({ format: z.enum(['csv', 'json']).default('csv') });
export type AuditExport = z.infer<typeof auditExportSchema>;

/** GET history: everything that happened to one comment. */
export const historySchema = z.strictObject({
  items: z.array(auditEventSchema).describe('Oldest first; what is on its way to the audit is there already'),
  intact: z
    .boolean()
    .describe('The events are numbered, linked by their hashes and account for where the comment stands'),
});
export type History = z.infer<typeof historySchema>;

export const auditPeopleQuerySchema = z.strictObject({
  from: momentSchema.optional().describe('At most 366 days before `to`, 30 when left out'),
  to: momentSchema.optional().describe('Now when left out'),
});

/** What one person decided in a span of time. */
export const auditPersonSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  decisions: z
    .partialRecord(eventTypeSchema, z.int().min(1))
    .describe('How many of each type; what is not there is none'),
  total: z.int().min(1),
  undone: z.int().min(0).describe('How many of them were taken back, whenever and by whomever'),
  medianOpenMs: z.int().nullable().describe('Half of the cards were open for so long or less, to the second'),
});
export type AuditPerson = z.infer<typeof auditPersonSchema>;

export const auditPeopleSchema = z.strictObject({
  from: momentSchema,
  to: momentSchema,
  items: z.array(auditPersonSchema).describe('Whoever decided most, first; at most 200'),
});
export type AuditPeople = z.infer<typeof auditPeopleSchema>;

/** GET hours: decisions of people in each of the last 24 hours, the current one last. */
export const auditHoursSchema = z.strictObject({
  hours: z.array(
    z.strictObject({ from: momentSchema, approved: z.int().min(0), refused: z.int().min(0), other: z.int().min(0) }),
  ),
});
export type AuditHours = z.infer<typeof auditHoursSchema>;
