/** Shapes that many requests and answers are made of. */
import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { NOTE_MAX, PAGE_MAX } from './limits.ts';

/** An id of this service's making, or one that a window of the console made up for itself. */
export const idSchema = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);

/** ISO 8601, in UTC. */
export const momentSchema = z.iso.datetime();

/** A member of the team, or a site, as somebody else's card names them. */
export const namedSchema = z.strictObject({ id: z.string(), name: z.string() });

/** A language (BCP 47). */
export const langSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}$/);

/** What people write to one another beside comments: cleaned as those are, so that it is read as it is stored. */
export const writtenSchema = z.string().overwrite(cleanText).max(NOTE_MAX);

export const remarkSchema = writtenSchema.optional().describe('To colleagues; readers never see it');

/** Where a list goes on; only what an answer's `next` said is one. */
export const cursorSchema = z.string().max(200);

/** How a page of a list is asked for. */
export const paged = {
  cursor: cursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(30),
};
