import { z } from 'zod';
import { commentIdSchema, threadKeySchema, threadRefSchema } from './comment.ts';
import { mailSchema } from './mail.ts';
import { cursorSchema, idSchema, momentSchema } from './shapes.ts';

/**
 * What a reader can ask to be told of: every new comment of a discussion, every answer below any comment of their own, every answer
 * below one comment, everything an author writes.
 */
export const SUBSCRIPTION_KINDS = ['thread', 'answers', 'comment', 'author'] as const;
export type SubscriptionKind = (typeof SUBSCRIPTION_KINDS)[number];

const mail = z.boolean().describe('By mail, too, once the address is confirmed; the bell rings in any case');

/** PUT me/subscriptions: asked again, it is the same one, and only `mail` may change. */
export const subscriptionPutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('thread'), thread: threadRefSchema, mail }),
  z.strictObject({ kind: z.literal('answers'), mail }),
  z.strictObject({ kind: z.literal('comment'), commentId: commentIdSchema, mail }),
  z.strictObject({ kind: z.literal('author'), authorId: idSchema, mail }),
]);
export type SubscriptionPut = z.infer<typeof subscriptionPutSchema>;

export const subscriptionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(SUBSCRIPTION_KINDS),
  thread: z
    .strictObject({ key: z.string(), title: z.string().nullable(), url: z.string().nullable() })
    .nullable()
    .describe('The discussion, or that of the comment; null for answers and authors'),
  commentId: z.string().nullable(),
  author: z
    .strictObject({ id: z.string(), name: z.string() })
    .nullable()
    .describe(
      'Who is followed, or who wrote the comment; null where that is nobody, or nothing in sight says their name',
    ),
  mail,
  at: momentSchema,
});
export type SubscriptionView = z.infer<typeof subscriptionSchema>;

/** GET me/subscriptions. */
export const subscriptionsQuerySchema = z.strictObject({
  thread: threadKeySchema.optional().describe('Key of the discussion `here` is about'),
  cursor: cursorSchema.optional(),
});

export const subscriptionsSchema = z.strictObject({
  items: z.array(subscriptionSchema).describe('Newest first'),
  next: z.string().nullable(),
  here: z
    .strictObject({ thread: subscriptionSchema.nullable(), answers: subscriptionSchema.nullable() })
    .describe("What holds for the discussion that was named: to it, and to answers to the caller's own comments"),
  mail: mailSchema,
});
export type Subscriptions = z.infer<typeof subscriptionsSchema>;

/** GET me/mutes: authors whose comments the caller neither reads nor hears of. */
export const mutesSchema = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string(), at: momentSchema })).describe('Newest first'),
});
export type Mutes = z.infer<typeof mutesSchema>;
