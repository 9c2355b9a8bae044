import { z } from 'zod';
import { MENTIONS_MAX, PASSAGE_KEY_MAX, THREAD_TITLE_MAX } from './limits.ts';
import { idSchema } from './shapes.ts';

/** The editor's own name for a passage of an article: letters, digits, and `.`, `_`, `-` between them. */
export const passageKeySchema = z
  .string()
  .max(PASSAGE_KEY_MAX)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u);

/** Which passage a comment is about, and the question that stands beside it, as the page says. */
const passageRefSchema = z.strictObject({
  key: passageKeySchema,
  question: z.string().trim().max(THREAD_TITLE_MAX).optional(),
});

/** Parts of a new comment that most are without. */
export const aboutFields = {
  passage: passageRefSchema
    .optional()
    .describe('What part of the article it is about; a reply is about what it answers'),
  mentions: z
    .array(idSchema)
    .max(MENTIONS_MAX)
    .optional()
    .describe('Ids of authors of this thread whose name stands in the text as `@Name`; what does not hold is left out'),
};

/** GET passages: the passages of an article that somebody has written about, the busiest first. */
export const passageCountsSchema = z.strictObject({
  items: z.array(
    z.strictObject({ passage: z.string(), count: z.int().min(0).describe('Published comments and replies') }),
  ),
});
export type PassageCounts = z.infer<typeof passageCountsSchema>;

/** The same for moderators. The question is what the first page said, and null where it may not be shown. */
export const passageViewSchema = z.strictObject({ key: z.string(), question: z.string().nullable() });
export type PassageView = z.infer<typeof passageViewSchema>;
