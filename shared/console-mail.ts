import { z } from 'zod';
import { cursorSchema, momentSchema } from './shapes.ts';

/** A letter that could not be sent. */
export const deadLetterSchema = z.strictObject({
  id: z.string(),
  site: z.string(),
  to: z.string().describe('The address'),
  kind: z
    .enum(['confirm', 'comment', 'verdict', 'sign-in', 'alert'])
    .describe(
      "What it is about: whether the address is theirs, a comment, what became of one's own, a code to sign in with, or what waits for the team",
    ),
  commentId: z.string().nullable().describe('Null where it is about no comment'),
  error: z.string().describe('What the mail server said last, or why it was not asked'),
  attempts: z.int().min(0).describe('How often it was tried in vain before that'),
  createdAt: momentSchema,
  diedAt: momentSchema,
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;

export const consoleMailQuerySchema = z.strictObject({ cursor: cursorSchema.optional() });

/** Why there is no mail server to talk to. */
export const AWAY_REASONS = [
  'unknown-name',
  'unreachable',
  'silent',
  'sign-in',
  'certificate',
  'encryption',
  'turned-away',
] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** GET console/mail. What is done is counted for 30 days. */
export const consoleMailSchema = z.strictObject({
  offered: z.boolean().describe('Whether this service sends mail at all'),
  kept: z
    .boolean()
    .describe('Whether it is kept on the service instead of being sent, as in a demo without a mail server'),
  away: z
    .strictObject({
      since: momentSchema,
      why: z
        .enum(AWAY_REASONS)
        .describe(
          'Its name is not known, it is not reached, it says nothing, our password is refused, nobody vouches for its certificate, no encryption can be agreed on, or it lets nobody in',
        ),
    })
    .nullable()
    .describe('The mail server, as it was found last; null where it answers, or was not tried yet'),
  letters: z.strictObject({
    waiting: z.int().min(0).describe('To be sent, now or when they are due, or once their comment is in sight again'),
    sent: z.int().min(0),
    dead: z.int().min(0).describe('Could not be sent'),
    dropped: z.int().min(0).describe('There was no reason to send them any more'),
  }),
  dead: z.array(deadLetterSchema).describe('Those that were given up last first'),
  next: z.string().nullable(),
});
export type ConsoleMail = z.infer<typeof consoleMailSchema>;

/** Which letter; made of whom it is to and what it is about. */
export const letterParamsSchema = z.strictObject({ letterId: z.string().regex(/^[0-9A-Za-z_:-]{1,200}$/) });
