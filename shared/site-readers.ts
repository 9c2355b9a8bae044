import { z } from 'zod';
import { EMOJIS_MAX, TEXT_MAX } from './limits.ts';
import { EMAIL_MODES, VOTE_MODES } from './moderation-terms.ts';
import { settingNumber } from './setting-number.ts';

/** One emoji as Unicode recommends it for interchange (UTS #51), of however many characters. */
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');

const emojisSchema = z
  .array(z.string().trim().max(32).regex(ONE_EMOJI))
  .max(EMOJIS_MAX)
  .superRefine((emojis, ctx) => {
    for (const [at, entry] of emojis.entries())
      if (emojis.indexOf(entry) < at)
        ctx.addIssue({ code: 'custom', path: [at], params: { code: 'duplicate', entry } });
  });

/** What a site lets readers say, and what it asks of whoever writes. */
export const readerSettingsSchema = z.strictObject({
  votes: z
    .enum(VOTE_MODES)
    .default('both')
    .describe('Votes on comments. both: likes and dislikes; likes: likes alone; none: no votes'),
  emojis: emojisSchema
    .default([])
    .describe('Emoji to react to a comment with, each person with one; empty for no reactions'),
  email: z
    .enum(EMAIL_MODES)
    .default('optional')
    .describe(
      'Whether guests are asked for an e-mail address with a comment. required: they have to give one; off: none is stored',
    ),
  maxLength: settingNumber('readers.maxLength').default(TEXT_MAX).describe('Characters a comment may have'),
  rating: z.boolean().default(false).describe('Whether readers may give the article one to five stars'),
});
