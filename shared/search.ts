import { z } from 'zod';
import { reviewSchema, visibilitySchema } from './moderation.ts';
import { reviewCardSchema, reviewFilterSchema } from './review.ts';
import { momentSchema, paged } from './shapes.ts';

/** Which of all comments, whatever became of them. Everything narrows; left out, it does not. */
const searchFilterSchema = reviewFilterSchema
  .pick({ site: true, thread: true, author: true, lang: true, q: true })
  .extend({
    vis: visibilitySchema.optional(),
    state: reviewSchema.optional().describe('Whether a person is to decide, or has'),
    from: momentSchema.optional().describe('Posted then or later'),
    to: momentSchema.optional().describe('Posted before then'),
  });
export type SearchFilter = z.infer<typeof searchFilterSchema>;

export const searchQuerySchema = searchFilterSchema.extend({
  ...paged,
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

export const searchPageSchema = z.strictObject({
  items: z.array(reviewCardSchema).describe('Newest first; none, perhaps, although there are more'),
  next: z.string().nullable().describe('Goes on where this search stopped; null when nothing is left to look at'),
  searchedTo: momentSchema
    .nullable()
    .describe('Everything posted since then has been looked at; null with everything there is'),
});
export type SearchPage = z.infer<typeof searchPageSchema>;
