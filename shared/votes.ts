import { z } from 'zod';
import { STARS_MAX } from './limits.ts';
import { EMAIL_MODES, VOTE_MODES } from './moderation-terms.ts';
import { idSchema } from './shapes.ts';

/** How comments of a thread can be ordered; what is pinned stands first in all of them. */
export const SORTS = ['newest', 'oldest', 'top', 'best', 'hot', 'reacted'] as const;
export const sortSchema = z
  .enum(SORTS)
  .describe(
    'top: most likes beyond dislikes; best: how surely it is liked; hot: likes, of which newer comments need fewer; ' +
      'reacted: votes of either kind and reactions',
  );
export type Sort = z.infer<typeof sortSchema>;

/** What readers have said about a comment, counted. `v` grows with every count, so that a newer one always replaces an older one. */
export const tallySchema = z.strictObject({
  v: z.int().min(1),
  up: z.int().min(0),
  down: z.int().min(0),
  emojis: z
    .record(z.string(), z.int().min(1))
    .describe('How many reacted with which emoji; those nobody chose are left out'),
});
export type Tally = z.infer<typeof tallySchema>;

const voteSchema = z.enum(['up', 'down']);
export type Vote = z.infer<typeof voteSchema>;

const emojiSchema = z.string().min(1).max(32);

/** PUT vote, and PUT reaction of a comment; null takes it back. */
export const votePutSchema = z.strictObject({ vote: voteSchema.nullable() });
export const emojiPutSchema = z.strictObject({ emoji: emojiSchema.nullable() });

const ownVoiceSchema = z.strictObject({ vote: voteSchema.nullable(), emoji: emojiSchema.nullable() });
export type OwnVoice = z.infer<typeof ownVoiceSchema>;

/** What the caller has said about a comment by now, and everybody. */
export const voiceStateSchema = ownVoiceSchema.extend({ tally: tallySchema });
export type VoiceState = z.infer<typeof voiceStateSchema>;

/** The same in a list of all the caller has said in a thread. */
export const voiceOnSchema = ownVoiceSchema.extend({ id: idSchema });
export type VoiceOn = z.infer<typeof voiceOnSchema>;

/** What readers of a site may say, and who they may be. */
export const offersSchema = z.strictObject({
  votes: z.enum(VOTE_MODES).describe('both: likes and dislikes; likes: likes alone; none: no votes'),
  emojis: z.array(z.string()).describe('Reactions to choose from; empty where there are none'),
  signIn: z.boolean().describe('Whether readers can sign in; GET sign-in says how'),
  email: z.enum(EMAIL_MODES).describe('Whether guests are asked for an e-mail address, and have to give one'),
  maxLength: z.int().min(1).describe('Characters a comment may have'),
});
export type Offers = z.infer<typeof offersSchema>;

export const starsSchema = z.int().min(1).max(STARS_MAX);

/** Stars given to the article. */
export const ratingSchema = z.strictObject({
  count: z.int().min(0),
  average: z.number().min(1).max(STARS_MAX).nullable().describe('Rounded to two digits; null while nobody has rated'),
});
export type Rating = z.infer<typeof ratingSchema>;
