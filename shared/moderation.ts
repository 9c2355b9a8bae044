import { z } from 'zod';
import {
  ACTIONS,
  type CLAIM_MODES,
  EVENT_TYPES,
  FIELDS,
  LEVELS,
  OUTCOMES,
  PHASES,
  REASON_CODES,
  REPORT_OUTCOMES,
  REVIEW_QUEUES,
  REVIEWS,
  type RULE_IDS,
  VISIBILITIES,
} from './moderation-terms.ts';

export { ACTIONS, EVENT_TYPES, FIELDS, LEVELS, PHASES, REASON_CODES, REVIEW_QUEUES, REVIEWS, VISIBILITIES };

const levelSchema = z.enum(LEVELS);
export type Level = z.infer<typeof levelSchema>;

const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

export type RuleId = (typeof RULE_IDS)[number];

const fieldSchema = z.enum(FIELDS);
export type Field = z.infer<typeof fieldSchema>;

/**
 * One reason a rule gives. `span` is in UTF-16 offsets of the original text of `field`, [start, end); those of `link` count in
 * the body.
 */
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

export const visibilitySchema = z.enum(VISIBILITIES);
export type Visibility = z.infer<typeof visibilitySchema>;

export const reviewSchema = z.enum(REVIEWS);
export type Review = z.infer<typeof reviewSchema>;

export const reviewQueueSchema = z.enum(REVIEW_QUEUES);
export type ReviewQueue = z.infer<typeof reviewQueueSchema>;

export const reasonCodeSchema = z.enum(REASON_CODES);
export type ReasonCode = z.infer<typeof reasonCodeSchema>;

export type Action = (typeof ACTIONS)[number];

export const outcomeKindSchema = z.enum(OUTCOMES);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

export const reportOutcomeSchema = z.enum(REPORT_OUTCOMES);
export type ReportOutcome = z.infer<typeof reportOutcomeSchema>;

export type ClaimMode = (typeof CLAIM_MODES)[number];

export const eventTypeSchema = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof eventTypeSchema>;
/** What sets a comment apart from the others of its discussion: it stands before them; it is one of the editor's picks. */
export type DistinctionKind = 'pin' | 'feature';
