import { z } from 'zod';
import { addressSchema } from './address-schema.ts';
import { langSchema } from './shapes.ts';

/** How often mail comes: at once, or what there is together once an hour or once a day. */
export const MAIL_FREQUENCIES = ['instant', 'hourly', 'daily'] as const;

/** none: there is no address; asked: it waits to be confirmed; bounced: mail to it came back, and no more is sent. */
export const MAIL_STATES = ['none', 'asked', 'confirmed', 'bounced'] as const;

const frequencySchema = z.enum(MAIL_FREQUENCIES);
const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const dailyAtSchema = clockSchema.describe('When what comes daily comes, by the clock of the time zone');
const quietSchema = z
  .strictObject({ from: clockSchema, to: clockSchema })
  .describe('By the clock of the time zone; what falls into it comes when it is over');
const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone)
  .describe('A name of the IANA time zone database, as "Europe/Paris"');

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How a reader gets mail. */
export const mailSchema = z.strictObject({
  offered: z.boolean().describe('Whether this service sends mail at all'),
  state: z.enum(MAIL_STATES),
  address: z.string().nullable(),
  frequency: frequencySchema,
  dailyAt: dailyAtSchema,
  quiet: quietSchema.nullable(),
  timeZone: z.string(),
  news: z.boolean().describe("Whether mail comes about the caller's own comments: held, published, refused"),
});
export type MailView = z.infer<typeof mailSchema>;

/** PUT me/mail: what is left out stays as it is. Another address has to be confirmed from a letter that is sent to it. */
export const mailPutSchema = z.strictObject({
  address: addressSchema.optional(),
  lang: langSchema.optional().describe('Language of the letters; one the service does not know gives English'),
  frequency: frequencySchema.optional(),
  dailyAt: dailyAtSchema.optional(),
  quiet: quietSchema.nullable().optional(),
  timeZone: timeZoneSchema.optional(),
  news: z.boolean().optional(),
});
export type MailPut = z.infer<typeof mailPutSchema>;
