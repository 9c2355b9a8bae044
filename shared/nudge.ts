import { z } from 'zod';

/** What may keep a comment back that its author can change: kinds of words, too many links, capitals, the language. */
export const HINT_REASONS = [
  'profanity',
  'insult',
  'slur',
  'sexual',
  'threat',
  'links',
  'shouting',
  'language',
] as const;

/** One thing an author may want to rewrite. What else was found stays with the moderators. */
export const hintSchema = z.strictObject({
  field: z.enum(['text', 'name']),
  reason: z.enum(HINT_REASONS),
  span: z
    .tuple([z.int().min(0), z.int().min(0)])
    .optional()
    .describe('UTF-16 offsets of the field as it would be stored, [start, end)'),
  found: z.string().optional().describe('What stands there, as the author wrote it'),
  limit: z.int().min(0).optional().describe('With `links`: how many this site lets pass'),
});
export type Hint = z.infer<typeof hintSchema>;

/** POST comments with `nudge`: nothing was stored. Sent again without it, the comment is. */
export const nudgeSchema = z.strictObject({ hints: z.array(hintSchema).min(1) });
export type Nudge = z.infer<typeof nudgeSchema>;
