import { z } from 'zod';
import { commentIdSchema, siteIdSchema } from './comment.ts';
import type { PersonId } from './ids.ts';
import { NAME_MAX } from './limits.ts';
import { REASON_CODES, SANCTION_KINDS } from './moderation-terms.ts';
import { hitSchema, reasonCodeSchema, reviewQueueSchema, reviewSchema, visibilitySchema } from './moderation.ts';
import { outcomeSchema } from './review.ts';
import { cursorSchema, idSchema, momentSchema, namedSchema, paged, remarkSchema, writtenSchema } from './shapes.ts';

/** Checked once at the edge; from there on the type says which kind of id it is. */
const personIdSchema = idSchema as unknown as z.ZodType<PersonId, string>;
export const personParamsSchema = z.strictObject({ personId: personIdSchema });
export const sanctionParamsSchema = z.strictObject({ personId: personIdSchema, sanctionId: idSchema });

const sanctionKindSchema = z.enum(SANCTION_KINDS);
export type SanctionKind = z.infer<typeof sanctionKindSchema>;

/** One sanction and what has become of it. */
export const sanctionSchema = z.strictObject({
  id: z.string(),
  kind: sanctionKindSchema,
  at: momentSchema,
  by: namedSchema,
  codes: z.array(reasonCodeSchema).describe('The main reason first'),
  note: z.string().nullable().describe('Shown to the reader'),
  remark: z
    .string()
    .nullable()
    .describe('To colleagues; the reader never sees it. Null, too, where it lies more than a hundred acts back'),
  until: momentSchema.nullable().describe('Null where it has no end'),
  comment: z
    .strictObject({
      id: z.string(),
      rev: z.int(),
      text: z.string().nullable().describe('As it was in that revision; null where that is not kept any more'),
      hits: z.array(hitSchema).describe('What was found in it, so that its words can be veiled'),
    })
    .describe('What it was given for'),
  ended: z
    .strictObject({
      how: z.enum(['lifted', 'replaced', 'read', 'expired']).describe('"read": the reader has confirmed the warning'),
      at: momentSchema,
      by: namedSchema.nullable().describe('Null where nobody of the team did it'),
      remark: z.string().nullable(),
    })
    .nullable()
    .describe('Null while it is in force'),
});
export type SanctionView = z.infer<typeof sanctionSchema>;

const personNoteSchema = z.strictObject({
  id: z.string(),
  at: momentSchema,
  by: namedSchema,
  text: z.string(),
});
export type PersonNote = z.infer<typeof personNoteSchema>;

/** A reader as moderators see them. */
export const personCardSchema = z.strictObject({
  id: z.string(),
  site: namedSchema,
  kind: z.enum(['guest', 'reader']).describe('reader: somebody who has signed in'),
  name: z.string().nullable().describe('The one used last; null for who has not written yet'),
  names: z.array(z.strictObject({ name: z.string(), at: momentSchema })).describe('Names used, the newest first'),
  since: momentSchema,
  figures: z.strictObject({
    published: z.int().min(0),
    held: z.int().min(0),
    refused: z.int().min(0).describe('By people, ever'),
    days: z.int().min(1).describe('How far back the numbers below look'),
    decided: z.int().min(0).describe('Comments people decided about in that time'),
    refusedLately: z.int().min(0).describe('How many of these they refused'),
    strikes: z.int().min(0).describe('And how many of these for abuse or hate'),
  }),
  v: z.int().min(0).describe('Grows with every sanction and whatever becomes of one; a new one names it'),
  sanctions: z
    .array(sanctionSchema)
    .describe('Whatever is in force, and what else the last hundred acts gave; the newest first'),
  notes: z.array(personNoteSchema).describe('Of colleagues, the newest first'),
  reports: z.strictObject({
    upheld: z.int().min(0),
    dismissed: z.int().min(0),
    weight: z.number().describe('What a report of theirs counts for: 1 for a stranger, from 0.2 to 2'),
  }),
});
export type PersonCard = z.infer<typeof personCardSchema>;

/** A comment as a line in its author's history. */
const personCommentSchema = z.strictObject({
  id: z.string(),
  thread: z.strictObject({ id: z.string(), key: z.string(), url: z.string().nullable(), title: z.string().nullable() }),
  at: momentSchema,
  name: z.string().describe('As its author typed it'),
  text: z.string(),
  hits: z.array(hitSchema).describe('What was found in it, so that its words can be veiled'),
  rev: z.int(),
  vis: visibilitySchema,
  review: reviewSchema,
  queue: reviewQueueSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  flags: z.int().min(0).describe('Readers who have reported it as it is'),
});
export type PersonComment = z.infer<typeof personCommentSchema>;

export const personCommentsQuerySchema = z.strictObject({
  only: z.enum(['refused']).optional().describe('Refused by people, by when; otherwise all, by when they were posted'),
  ...paged,
});
export type PersonCommentsQuery = z.infer<typeof personCommentsQuerySchema>;

export const personCommentsSchema = z.strictObject({
  items: z.array(personCommentSchema),
  next: z.string().nullable(),
});
export type PersonComments = z.infer<typeof personCommentsSchema>;

export const peopleQuerySchema = z.strictObject({
  site: siteIdSchema,
  q: z.string().trim().min(1).max(NAME_MAX).optional().describe('How a name begins; case and accents do not matter'),
  cursor: cursorSchema.optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuerySchema>;

/** GET people: who has a name that begins so; without one, who is under a sanction, the latest first. */
export const peopleSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().nullable(),
      names: z.array(z.string()).describe('Others used before, the newest first'),
      since: momentSchema,
      sanctions: z.array(z.strictObject({ kind: sanctionKindSchema, until: momentSchema.nullable() })),
    }),
  ),
  next: z.string().nullable().describe('More of those under a sanction'),
  more: z.boolean().describe('More names begin so than are listed'),
});
export type People = z.infer<typeof peopleSchema>;

const cause = {
  expectedV: z.int().min(0).describe('The `v` of the card this was decided by'),
  commentId: commentIdSchema.describe('The comment it is given for, of this person'),
  rev: z.int().min(1).describe('And which text of it'),
  codes: z.array(reasonCodeSchema).min(1).max(REASON_CODES.length).describe('The main reason first'),
  note: writtenSchema.optional().describe('To the reader'),
  remark: remarkSchema,
};

/** POST sanctions. One of the same kind that is in force is replaced. */
export const sanctionOrderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('warn'), ...cause }),
  z.strictObject({ kind: z.literal('premod'), until: momentSchema.optional(), ...cause }),
  z.strictObject({ kind: z.literal('suspend'), until: momentSchema, ...cause }),
  z.strictObject({ kind: z.literal('ban'), ...cause }),
]);
export type SanctionOrder = z.infer<typeof sanctionOrderSchema>;

export const liftSchema = z.strictObject({
  remark: remarkSchema,
});

export const noteSchema = z.strictObject({ text: writtenSchema.min(1) });

export const sanctionLogQuerySchema = z.strictObject({
  site: siteIdSchema.optional(),
  by: idSchema.optional().describe('Who did it'),
  from: momentSchema.optional(),
  to: momentSchema.optional().describe('Before then'),
  cursor: cursorSchema.optional(),
});
export type SanctionLogQuery = z.infer<typeof sanctionLogQuerySchema>;

/** GET sanctions: everything that was done about readers, the newest first. */
export const sanctionLogSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      sanctionId: z.string(),
      site: z.string(),
      personId: z.string(),
      act: z.enum(['imposed', 'lifted', 'read']),
      kind: sanctionKindSchema,
      at: momentSchema,
      by: z.strictObject({ kind: z.enum(['user', 'author']), id: z.string(), name: z.string() }),
      codes: z.array(reasonCodeSchema),
      note: z.string().nullable(),
      remark: z.string().nullable(),
      until: momentSchema.nullable(),
      commentId: z.string(),
      rev: z.int(),
    }),
  ),
  next: z.string().nullable(),
});
export type SanctionLog = z.infer<typeof sanctionLogSchema>;
