import { z } from 'zod';
import { OTHER_LANGUAGE_LEVELS, WORD_LANGUAGES } from './moderation-terms.ts';

/** In which languages people write here, and what happens to what is in another one. */
export const languageSettingsSchema = z.strictObject({
  read: z
    .array(z.enum(WORD_LANGUAGES))
    .max(WORD_LANGUAGES.length)
    .superRefine((entries, ctx) => {
      for (const [at, entry] of entries.entries())
        if (entries.indexOf(entry) < at)
          ctx.addIssue({ code: 'custom', path: [at], params: { code: 'duplicate', entry } });
    })
    .default([])
    .describe(
      "Languages people write in here besides the article's and the site's; the words of their lists are looked for in every comment",
    ),
  others: z
    .enum(OTHER_LANGUAGE_LEVELS)
    .default('pass')
    .describe('What happens to a comment that is surely in none of these languages; pass does not ask'),
});
