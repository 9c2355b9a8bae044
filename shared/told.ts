import { z } from 'zod';
import { MAIL_STATES } from './mail.ts';

const heldSchema = z
  .strictObject({ id: z.string(), mail: z.boolean() })
  .nullable()
  .describe('The subscription, and whether mail was asked for; null if it was not asked for');

/** What a reader is told of in one discussion. */
export const toldHereSchema = z.strictObject({
  thread: heldSchema.describe('Every new comment'),
  answers: heldSchema.describe('Answers to comments of their own, here and everywhere'),
  mail: z.enum(MAIL_STATES).describe('Whether mail reaches them'),
});
export type ToldHere = z.infer<typeof toldHereSchema>;
