import { z } from 'zod';
import { siteIdSchema } from './comment.ts';
import { NAME_MAX, TEXT_MAX } from './limits.ts';
import { reviewQueueSchema, verdictSchema, visibilitySchema } from './moderation.ts';
import { langSchema, momentSchema, namedSchema } from './shapes.ts';
import { siteSettingsInputSchema, siteSettingsSchema } from './site.ts';

/** A site as the console lists it. */
const siteSummarySchema = z.strictObject({ id: siteIdSchema, name: z.string(), lang: z.string(), closed: z.boolean() });
export type SiteSummary = z.infer<typeof siteSummarySchema>;

export const siteListSchema = z.strictObject({ items: z.array(siteSummarySchema) });
export type SiteList = z.infer<typeof siteListSchema>;

/** GET moderation: the settings in force. `version` grows with every change; 0 is a site nobody has changed yet. */
export const siteModerationSchema = z.strictObject({
  site: siteSummarySchema,
  version: z.int().min(0),
  settings: siteSettingsSchema,
  defaults: siteSettingsSchema.describe('What each setting is where a site has decided nothing'),
  fromFile: z
    .array(z.string())
    .describe('Places of settings that the file of sites says, as "heat.perMinute"; they are changed there alone'),
  lastChange: z.strictObject({ by: namedSchema, at: momentSchema }).nullable(),
  mayChange: z.boolean().describe('Whether the caller may change them'),
});
export type SiteModeration = z.infer<typeof siteModerationSchema>;

/**
 * PUT moderation: all settings anew. `version` is the one they were made from. Where they wipe something, `count` is the number that was
 * asked about: what wipes more or less by now is asked about again.
 */
export const siteModerationPutSchema = z.strictObject({
  version: z.int().min(0),
  settings: siteSettingsInputSchema,
  count: z
    .int()
    .min(1)
    .optional()
    .describe(
      'Refused comments that lose their words by a shorter `retention.refusedDays`, as `confirm-number` names them',
    ),
});
export type SiteModerationPut = z.infer<typeof siteModerationPutSchema>;

/** One change of a site's settings, as it is kept. */
export const settingsChangeSchema = z.strictObject({
  version: z.int().min(1),
  by: namedSchema,
  at: momentSchema,
  before: siteSettingsSchema,
  after: siteSettingsSchema,
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const settingsChangesSchema = z.strictObject({
  items: z.array(settingsChangeSchema).describe('Newest first'),
  next: z.int().nullable().describe('The `before` of the next page'),
});
export type SettingsChanges = z.infer<typeof settingsChangesSchema>;

/**
 * POST moderation/test: what would become of a comment. Judged as one of an author the site knows, who has not said it
 * before; `lang` is the article's language where it differs from the site's.
 */
export const moderationTestSchema = z.strictObject({
  text: z.string().max(TEXT_MAX * 2),
  name: z
    .string()
    .max(NAME_MAX * 4)
    .optional(),
  lang: langSchema.optional(),
  settings: siteSettingsInputSchema.optional().describe('A draft; left out, the settings in force'),
});
export type ModerationTest = z.infer<typeof moderationTestSchema>;

/** `text` and `name` are what was judged: the spans of the verdict count in them. */
export const moderationTestedSchema = z.strictObject({
  text: z.string(),
  name: z.string(),
  verdict: verdictSchema,
  vis: visibilitySchema,
  queue: reviewQueueSchema.nullable(),
  readers: z
    .strictObject({ text: z.string(), name: z.string() })
    .describe('The same as readers would get it, masked words as dots'),
});
export type ModerationTested = z.infer<typeof moderationTestedSchema>;
