import { z } from 'zod';
import { commentIdSchema, threadKeySchema } from './comment.ts';
import { NAME_MAX, PARTICIPANTS_SIZE, READER_QUERY_MAX } from './limits.ts';
import { passageKeySchema } from './passage.ts';
import { cursorSchema, idSchema, momentSchema } from './shapes.ts';

/** GET comments/search: words of published comments of one discussion. */
export const threadSearchQuerySchema = z.strictObject({
  thread: threadKeySchema,
  q: z
    .string()
    .trim()
    .min(2)
    .max(READER_QUERY_MAX)
    .describe('Words as they stand in the text, whatever capitals and accents'),
  cursor: cursorSchema.optional(),
});
export type ThreadSearchQuery = z.infer<typeof threadSearchQuerySchema>;

/** A piece of an excerpt, and whether it is what was searched for. */
const pieceSchema = z.strictObject({ text: z.string(), found: z.boolean() });
export type Piece = z.infer<typeof pieceSchema>;

export const threadFoundSchema = z.strictObject({
  id: commentIdSchema,
  author: z.strictObject({ id: idSchema, name: z.string(), staff: z.boolean() }),
  createdAt: momentSchema,
  passage: passageKeySchema.optional().describe('The passage of the article it is about; absent for most'),
  excerpt: z.array(pieceSchema).describe('Plain text around the first place, in pieces; hidden passages are left out'),
});
export type ThreadFound = z.infer<typeof threadFoundSchema>;

export const threadSearchSchema = z.strictObject({
  items: z.array(threadFoundSchema).describe('Newest first; none, perhaps, although there are more'),
  next: z.string().nullable().describe('Goes on where this search stopped; null when nothing is left to look at'),
});
export type ThreadSearch = z.infer<typeof threadSearchSchema>;

/** GET participants: who wrote in a discussion, by the beginning of a name. */
export const participantsQuerySchema = z.strictObject({
  thread: threadKeySchema,
  name: z
    .string()
    .trim()
    .min(2)
    .max(NAME_MAX)
    .describe('How one word of the name begins, whatever capitals and accents'),
});
export type ParticipantsQuery = z.infer<typeof participantsQuerySchema>;

export const participantsSchema = z.strictObject({
  items: z
    .array(z.strictObject({ id: idSchema, name: z.string() }))
    .max(PARTICIPANTS_SIZE)
    .describe('Whoever wrote last comes first'),
});
export type Participants = z.infer<typeof participantsSchema>;
