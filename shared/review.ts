import { z } from 'zod';
import { commentIdSchema, siteIdSchema } from './comment.ts';
import { QUERY_MAX } from './limits.ts';
import { ACTIONS, REASON_CODES, REPORT_OUTCOMES, RULE_IDS } from './moderation-terms.ts';
import {
  hitSchema,
  outcomeKindSchema,
  reasonCodeSchema,
  reviewQueueSchema,
  reviewSchema,
  verdictSchema,
  visibilitySchema,
} from './moderation.ts';
import { passageViewSchema } from './passage.ts';
import { idSchema, langSchema, momentSchema, namedSchema, paged, remarkSchema, writtenSchema } from './shapes.ts';

export const actorSchema = z.strictObject({
  kind: z.enum(['user', 'rule', 'author', 'readers', 'clock']),
  id: z.string(),
  name: z.string(),
});

export const outcomeSchema = z.strictObject({
  kind: outcomeKindSchema,
  codes: z.array(reasonCodeSchema).describe('Why it was refused, the main reason first'),
  note: z.string().nullable().describe('Shown to the author'),
  by: actorSchema,
  at: momentSchema,
});
export type OutcomeView = z.infer<typeof outcomeSchema>;

/** A comment beside the one at hand. */
export const otherCommentSchema = z.strictObject({
  id: z.string(),
  authorName: z.string(),
  text: z.string(),
  hits: z.array(hitSchema).describe('What was found in it, so that its words can be veiled'),
});
export type OtherComment = z.infer<typeof otherCommentSchema>;

/** Who has a comment open, so that nobody else decides about it meanwhile. A claim that is not renewed lapses at `until`. */
const claimSchema = z.strictObject({ by: namedSchema, at: momentSchema, until: momentSchema });
export type ClaimView = z.infer<typeof claimSchema>;

/** A comment as a moderator sees it: original text, every reason with its span, and what surrounds it. */
export const reviewCardSchema = z.strictObject({
  id: z.string(),
  site: namedSchema,
  thread: z.strictObject({ id: z.string(), key: z.string(), url: z.string().nullable(), title: z.string().nullable() }),
  author: z.strictObject({ id: z.string(), name: z.string(), published: z.int(), refused: z.int() }),
  parent: otherCommentSchema.nullable(),
  passage: passageViewSchema.optional().describe('What part of the article it is about; absent for most'),
  lang: z.string().describe('What the text is in as far as it can be told, else the language of its discussion'),
  text: z.string(),
  rev: z.int(),
  v: z.int(),
  vis: visibilitySchema,
  review: reviewSchema,
  queue: reviewQueueSchema.nullable(),
  snoozedUntil: momentSchema.nullable().describe('Put aside until then; in no queue meanwhile'),
  priority: z.strictObject({ total: z.number(), parts: z.record(z.string(), z.number()) }).nullable(),
  verdict: verdictSchema,
  claim: claimSchema.nullable().describe('Null when nobody is at it; one that has lapsed is nobody either'),
  flags: z
    .strictObject({ count: z.int(), weight: z.number() })
    .nullable()
    .describe(
      'Reports of readers, each weighing as much as the reader has been right before; those from one address together as the heaviest',
    ),
  appeal: z
    .strictObject({
      at: momentSchema,
      text: z.string(),
      against: z.string().describe('Id of whoever refused it; empty where the rules did'),
      barred: z.array(z.enum(ACTIONS)).describe('What whoever refused it cannot do about it, since colleagues can'),
    })
    .nullable(),
  outcome: outcomeSchema.nullable(),
  undo: z
    .strictObject({ eventId: z.string(), by: namedSchema, at: momentSchema })
    .nullable()
    .describe('What a person did last, if it can be taken back'),
  pinnedAt: momentSchema.nullable().describe('Since when it stands before all others of its discussion'),
  featuredAt: momentSchema.nullable().describe("Since when it is one of the editor's picks"),
  wipedAt: momentSchema.optional().describe('When its words were wiped, and the name; absent for most'),
  createdAt: momentSchema,
  queuedAt: momentSchema.nullable(),
});
export type ReviewCard = z.infer<typeof reviewCardSchema>;

const queueFiguresSchema = z.strictObject({
  count: z.int().min(0),
  oldestAt: momentSchema.nullable(),
  p95At: momentSchema.nullable().describe('All but the oldest twentieth have waited since then or less'),
});
export type QueueFiguresView = z.infer<typeof queueFiguresSchema>;

/** Exact numbers of every queue. */
export const reviewFiguresSchema = z.strictObject({
  queues: z.record(reviewQueueSchema, queueFiguresSchema),
  total: z.int().min(0),
  snoozed: z.int().min(0).describe('How much is put aside, and so in no queue'),
});
export type ReviewFigures = z.infer<typeof reviewFiguresSchema>;

/** Which of what waits. Everything narrows; left out, it does not. */
export const reviewFilterSchema = z.strictObject({
  queue: reviewQueueSchema.optional(),
  site: siteIdSchema.optional(),
  thread: idSchema.optional().describe('Id of the discussion, as cards have it'),
  author: idSchema.optional(),
  lang: langSchema.optional(),
  rule: z.enum(RULE_IDS).optional().describe('A rule that gave a reason'),
  from: momentSchema.optional().describe('Waiting since then or later'),
  to: momentSchema.optional().describe('Waiting since before then'),
  q: z.string().trim().min(2).max(QUERY_MAX).optional().describe('Words of the text, as they stand there'),
});
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;

export const reviewQuerySchema = reviewFilterSchema.extend({
  ...paged,
});
export type ReviewQuery = z.infer<typeof reviewQuerySchema>;

export const reviewPageSchema = z.strictObject({
  items: z.array(reviewCardSchema).describe('Highest priority first, then oldest'),
  next: z.string().nullable(),
  count: z.int().min(0).describe('Everything that fits the filter'),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;

export const snoozedPageSchema = z.strictObject({
  items: z.array(reviewCardSchema).describe('What comes back first, first'),
});
export type SnoozedPage = z.infer<typeof snoozedPageSchema>;

const neighbourSchema = otherCommentSchema.extend({ createdAt: momentSchema });
export type Neighbour = z.infer<typeof neighbourSchema>;

/** One reader's report. */
const reportViewSchema = z.strictObject({
  by: z.strictObject({ id: z.string(), name: z.string().nullable().describe('As they last signed a comment') }),
  reason: reasonCodeSchema,
  note: z.string().nullable(),
  weight: z.number().describe('From 0.2 to 2, as right as the reader was before; 1 for one nobody knows yet'),
  rev: z.int().describe('The text it is about'),
  at: momentSchema,
  outcome: z.enum(REPORT_OUTCOMES).nullable().describe('What a moderator made of it'),
});
export type ReportView = z.infer<typeof reportViewSchema>;

/** GET context: what a card does not say at a glance. */
export const reviewContextSchema = z.strictObject({
  before: z.array(neighbourSchema).describe('Published in the same discussion right before it, oldest first'),
  after: z.array(neighbourSchema).describe('And right after it'),
  revisions: z
    .array(
      z.strictObject({
        ...{ rev: z.int(), text: z.string(), at: momentSchema },
        hits: z.array(hitSchema).describe('What was found in it, so that its words can be veiled'),
      }),
    )
    .describe('Earlier texts, the newest first; `at` is when they were replaced'),
  reports: z.array(reportViewSchema).describe('Of readers, the newest first; the last hundred'),
});
export type ReviewContext = z.infer<typeof reviewContextSchema>;

/** What every decision says: which state and text the moderator saw. */
const seen = {
  expectedV: z.int().min(1),
  expectedRev: z.int().min(1),
  remark: remarkSchema,
  openMs: z.int().min(0).max(86_400_000).optional().describe('How long the card was open, milliseconds'),
};
const toAuthorSchema = writtenSchema.optional().describe('To the author');

/** What can be decided about one comment or about many, with what each decision says besides. */
export function decisionsWith<Besides extends z.ZodRawShape>(besides: Besides) {
  return [
    z.strictObject({ action: z.literal('approve'), ...besides }),
    z.strictObject({
      action: z.literal('refuse'),
      codes: z.array(reasonCodeSchema).min(1).max(REASON_CODES.length).describe('The main reason first'),
      note: toAuthorSchema,
      ...besides,
    }),
    z.strictObject({ action: z.literal('spam'), ...besides }),
    z.strictObject({ action: z.literal('escalate'), ...besides }),
    z.strictObject({
      action: z.literal('snooze'),
      until: momentSchema.describe('In the future, at most 30 days ahead'),
      ...besides,
    }),
  ] as const;
}

/** POST decision. */
export const decisionSchema = z.discriminatedUnion('action', [
  ...decisionsWith(seen),
  z.strictObject({ action: z.literal('uphold'), note: toAuthorSchema, ...seen }),
  z.strictObject({ action: z.literal('overturn'), note: toAuthorSchema, ...seen }),
]);
export type Decision = z.infer<typeof decisionSchema>;

export const decidedSchema = z.strictObject({ card: reviewCardSchema });
export type Decided = z.infer<typeof decidedSchema>;

/** POST undo: the act that is taken back, as the card names it. */
export const undoSchema = z.strictObject({ eventId: z.string().min(1).max(64) });
export type Undo = z.infer<typeof undoSchema>;

/** PUT pin, PUT feature: the text that is to be set apart from the others. */
export const distinctionSchema = z.strictObject({ expectedRev: z.int().min(1) });

/** POST claim. `desk` is any text the console's window made up for itself; its claims go when its socket does. */
export const claimRequestSchema = z.strictObject({
  desk: idSchema,
  takeOver: z.boolean().default(false).describe("Take a colleague's claim over; the audit keeps it"),
});
export type ClaimRequest = z.input<typeof claimRequestSchema>;

/** POST next: claims one of the first few that nobody is at. */
export const nextRequestSchema = z.strictObject({ desk: idSchema, filter: reviewFilterSchema.optional() });

export const nextSchema = z.strictObject({ card: reviewCardSchema.nullable().describe('Null when nothing is free') });

export const commentParamsSchema = z.strictObject({ commentId: commentIdSchema });
