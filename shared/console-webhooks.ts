import { z } from 'zod';
import { cursorSchema, momentSchema } from './shapes.ts';

/** Something a chat could not be told. */
export const deadCallSchema = z.strictObject({
  id: z.string(),
  site: z.string(),
  to: z.string().describe('Where to; the address is a secret, so this is its host alone'),
  error: z.string().describe('What was answered last, or why there was no answer'),
  attempts: z.int().min(0).describe('How often it was tried in vain before that'),
  createdAt: momentSchema,
  diedAt: momentSchema,
});
export type DeadCall = z.infer<typeof deadCallSchema>;

export const consoleWebhooksQuerySchema = z.strictObject({ cursor: cursorSchema.optional() });

/** GET console/webhooks. What is done is counted for 30 days. */
export const consoleWebhooksSchema = z.strictObject({
  calls: z.strictObject({
    waiting: z.int().min(0).describe('To be told, now or when they are tried again'),
    sent: z.int().min(0),
    dead: z.int().min(0).describe('Could not be told'),
    dropped: z.int().min(0).describe('Somebody has dropped them'),
  }),
  dead: z.array(deadCallSchema).describe('Those that were given up last first'),
  next: z.string().nullable(),
});
export type ConsoleWebhooks = z.infer<typeof consoleWebhooksSchema>;

/** Which one; made of what is told and where. */
export const callParamsSchema = z.strictObject({ callId: z.string().regex(/^[0-9A-Za-z_:-]{1,200}$/) });
