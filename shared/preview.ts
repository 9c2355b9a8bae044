import { z } from 'zod';
import { blockSchema } from './comment.ts';
import { TEXT_MAX } from './limits.ts';

/** POST preview: a text as it would be posted. */
export const previewCreateSchema = z.strictObject({ text: z.string().max(TEXT_MAX * 2) });

/** The same text as it would be drawn; without anything in it if there is nothing to read. */
export const previewSchema = z.strictObject({ body: z.array(blockSchema) });
export type Preview = z.infer<typeof previewSchema>;
