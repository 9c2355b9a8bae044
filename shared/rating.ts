import { z } from 'zod';
import { threadRefSchema } from './comment.ts';
import { ratingSchema, starsSchema } from './votes.ts';

/** PUT rating: the caller's stars for the article; null takes them back. */
export const ratingPutSchema = z.strictObject({ thread: threadRefSchema, stars: starsSchema.nullable() });
export type RatingPut = z.infer<typeof ratingPutSchema>;

export const ratingStateSchema = z.strictObject({ rating: ratingSchema, stars: starsSchema.nullable() });
export type RatingState = z.infer<typeof ratingStateSchema>;
