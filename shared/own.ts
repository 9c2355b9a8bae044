import { z } from 'zod';
import { ownCommentViewSchema } from './comment.ts';
import { mailSchema } from './mail.ts';
import { reasonCodeSchema, reportOutcomeSchema } from './moderation.ts';
import { NOTICE_REASONS, notificationSchema, VERDICT_OUTCOMES } from './notification.ts';
import { SANCTION_KINDS } from './moderation-terms.ts';
import { cursorSchema, momentSchema } from './shapes.ts';
import { meSchema, ownSessionSchema } from './sign-in.ts';
import { mutesSchema, subscriptionSchema } from './subscription.ts';
import { MINE_SIZE, PAGE_MAX } from './limits.ts';

/** GET me/comments. */
export const ownListQuerySchema = z.strictObject({
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(MINE_SIZE),
});
export type OwnListQuery = z.infer<typeof ownListQuerySchema>;

const threadSchema = z.strictObject({ key: z.string(), title: z.string().nullable(), url: z.string().nullable() });

/** One of the caller's own comments, with the discussion it stands in. */
const ownListedSchema = ownCommentViewSchema.extend({
  thread: threadSchema,
  question: z
    .string()
    .optional()
    .describe('What is asked beside the passage of the article it is about, if that is known'),
});
export type OwnListed = z.infer<typeof ownListedSchema>;

export const ownListSchema = z.strictObject({
  items: z.array(ownListedSchema).describe('Newest first, whatever has become of them'),
  next: z.string().nullable(),
});
export type OwnList = z.infer<typeof ownListSchema>;

/** What a reader has deleted: every comment, or all that is kept about them. */
const erasedSchema = z.enum(['comments', 'everything']);

/** POST me/erasure. `count` is the number of comments the reader was shown and has confirmed. */
export const erasureRequestSchema = z.strictObject({ what: erasedSchema, count: z.int().min(0) });
export type ErasureRequest = z.infer<typeof erasureRequestSchema>;

export const erasureSchema = z.strictObject({
  what: erasedSchema,
  at: momentSchema,
  state: z.enum(['running', 'done']),
  total: z.int().min(0),
  done: z.int().min(0).describe('So many comments are out of sight'),
});
export type ErasureView = z.infer<typeof erasureSchema>;

/** GET me/erasure. */
export const erasureStateSchema = z.strictObject({
  count: z.int().min(0).describe('Comments of the caller that are not withdrawn: what an erasure would be about'),
  days: z.int().min(1).describe('So many days moderators can still read what is taken back now'),
  erasure: erasureSchema.nullable().describe('The last one that was asked for'),
});
export type ErasureState = z.infer<typeof erasureStateSchema>;

const revisionSchema = z.strictObject({ rev: z.int(), text: z.string(), replacedAt: momentSchema });

/** GET me/export: all that is kept about the caller. */
export const ownExportSchema = z.strictObject({
  at: momentSchema,
  person: z.strictObject({
    id: z.string(),
    site: z.string(),
    kind: meSchema.shape.kind,
    createdAt: momentSchema,
    name: z.string().nullable(),
    email: z.string().nullable(),
    names: z.array(z.strictObject({ name: z.string(), at: momentSchema })).describe('Names used so far'),
    mail: mailSchema
      .omit({ offered: true })
      .extend({
        lang: z.string(),
        askedAt: momentSchema,
        confirmedAt: momentSchema.nullable(),
        bouncedAt: momentSchema.nullable(),
      })
      .nullable()
      .describe('Where mail goes, and how it comes'),
  }),
  identities: z
    .array(
      ownSessionSchema.pick({ via: true, provider: true }).extend({ address: z.string().nullable(), at: momentSchema }),
    )
    .describe('What they sign in with'),
  sessions: z.array(ownSessionSchema.omit({ id: true, current: true })).describe('Where they are signed in'),
  comments: z.array(
    ownListedSchema.omit({ author: true, body: true }).extend({
      name: z.string().describe('As it was typed; empty where it was wiped with the text'),
      text: z.string().describe('As it was typed; empty where it was wiped, being withdrawn, or refused long ago'),
      revisions: z.array(revisionSchema).describe('Earlier texts'),
    }),
  ),
  reactions: z.array(z.strictObject({ thread: threadSchema, value: z.enum(['like']), at: momentSchema })),
  votes: z
    .array(
      z.strictObject({
        commentId: z.string(),
        vote: z.enum(['up', 'down']).nullable(),
        reaction: z.string().nullable(),
        at: momentSchema,
      }),
    )
    .describe('On comments'),
  ratings: z.array(z.strictObject({ thread: threadSchema, stars: z.int(), at: momentSchema })),
  reports: z.array(
    z.strictObject({
      commentId: z.string(),
      rev: z.int(),
      reason: reasonCodeSchema,
      note: z.string().nullable(),
      at: momentSchema,
      outcome: reportOutcomeSchema.nullable(),
    }),
  ),
  notifications: z.array(notificationSchema),
  letters: z
    .array(
      z.strictObject({
        kind: z.enum(['confirm', 'comment', 'verdict']).describe('What the letter is about, as of the mail'),
        commentId: z.string().nullable(),
        reasons: z.array(z.enum(NOTICE_REASONS)).describe('Why they are told of the comment'),
        outcome: z.enum(VERDICT_OUTCOMES).nullable().describe('What became of their own comment'),
        address: z.string().nullable().describe('Null once it was sent or dropped'),
        state: z.enum(['waiting', 'sent', 'dead', 'dropped']),
        at: momentSchema,
        doneAt: momentSchema.nullable(),
      }),
    )
    .describe('What they were told by mail, or will be, of the last 30 days'),
  keptMails: z
    .array(z.strictObject({ to: z.string(), subject: z.string(), at: momentSchema }))
    .describe('Mails to them that are kept on the service instead of being sent, as in a demo without a mail server'),
  subscriptions: z.array(subscriptionSchema).describe('What they asked to be told of'),
  mutes: mutesSchema.shape.items,
  sanctions: z.array(
    z.strictObject({
      act: z.enum(['imposed', 'lifted', 'read']),
      kind: z.enum(SANCTION_KINDS),
      at: momentSchema,
      until: momentSchema.nullable(),
      codes: z.array(reasonCodeSchema),
      note: z.string().nullable(),
    }),
  ),
});
export type OwnExport = z.infer<typeof ownExportSchema>;
