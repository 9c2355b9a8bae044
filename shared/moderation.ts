import { z } from 'zod';

/**
 * What a check may conclude, from harmless to certain. Levels combine by maximum:
 * pass: publish; note: publish, remember why; suspect: publish and queue; hold: hide and queue; reject: hide, closed.
 */
export const LEVELS = ['pass', 'note', 'suspect', 'hold', 'reject'] as const;
export const levelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof levelSchema>;

export const PHASES = ['admit', 'lexicon', 'links', 'repeat', 'author', 'policy'] as const;
export const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

/** Which part of the comment a hit was found in. */
export const FIELDS = ['body', 'name'] as const;
export const fieldSchema = z.enum(FIELDS);
export type Field = z.infer<typeof fieldSchema>;

/** One reason a rule gives. `span` is in UTF-16 offsets of the original text of `field`, [start, end). */
export const hitSchema = z.strictObject({
  ruleId: z.string(),
  ruleV: z.int().min(1),
  phase: phaseSchema,
  level: levelSchema,
  field: fieldSchema,
  span: z.tuple([z.int().min(0), z.int().min(0)]).optional(),
  matched: z.string().optional().describe('The dictionary form the span was recognised as'),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});
export type Hit = z.infer<typeof hitSchema>;

/** The pipeline's answer for one revision of one comment. */
export const verdictSchema = z.strictObject({
  rev: z.int().min(1),
  rulesetV: z.int().min(1),
  level: levelSchema,
  ms: z.number().min(0).describe('Time spent in the checks, milliseconds'),
  hits: z.array(hitSchema),
  errors: z.array(z.strictObject({ phase: phaseSchema, kind: z.string() })),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const VISIBILITIES = ['visible', 'hidden', 'erased'] as const;
export const visibilitySchema = z.enum(VISIBILITIES);
export type Visibility = z.infer<typeof visibilitySchema>;

export const REVIEWS = ['none', 'open', 'escalated', 'closed'] as const;
export const reviewSchema = z.enum(REVIEWS);
export type Review = z.infer<typeof reviewSchema>;

export const REVIEW_QUEUES = ['premod', 'suspect'] as const;
export const reviewQueueSchema = z.enum(REVIEW_QUEUES);
export type ReviewQueue = z.infer<typeof reviewQueueSchema>;

/** Why a person refused a comment; shown to its author in words. */
export const REASON_CODES = ['abuse', 'hate', 'spam', 'off-topic', 'illegal', 'private-data', 'other'] as const;
export const reasonCodeSchema = z.enum(REASON_CODES);
export type ReasonCode = z.infer<typeof reasonCodeSchema>;

export const EVENT_TYPES = [
  'auto_published',
  'auto_flagged',
  'auto_held',
  'auto_rejected',
  'approved',
  'rejected',
] as const;
export const eventTypeSchema = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof eventTypeSchema>;
