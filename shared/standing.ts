import { z } from 'zod';
import { reasonCodeSchema } from './moderation.ts';
import { momentSchema } from './shapes.ts';

/** Why moderators did something about a reader, as the reader is told; never who did it. */
const told = {
  at: momentSchema,
  codes: z.array(reasonCodeSchema).describe('The main reason first'),
  note: z.string().nullable().describe('Plain text, in the words of the moderator'),
};
const untilSchema = momentSchema.nullable().describe('Null where it has no end');

/** How a reader stands with the moderators of a site, as they themselves see it. */
export const readerStandingSchema = z.strictObject({
  warning: z
    .strictObject({ id: z.string(), ...told })
    .nullable()
    .describe('Not confirmed yet; until it is, nothing can be posted'),
  premod: z
    .strictObject({ ...told, until: untilSchema })
    .nullable()
    .describe('Every comment waits for a moderator'),
  barred: z
    .strictObject({ ...told, until: untilSchema })
    .nullable()
    .describe('Nothing can be posted'),
});
export type ReaderStanding = z.infer<typeof readerStandingSchema>;

/** Null where nothing is said against the reader. */
export const standingAnswerSchema = z.strictObject({ standing: readerStandingSchema.nullable() });
export type StandingAnswer = z.infer<typeof standingAnswerSchema>;
