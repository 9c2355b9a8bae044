import { z } from 'zod';
import { siteIdSchema } from './comment.ts';
import { ORIGINS_MAX, SITE_NAME_MAX } from './limits.ts';
import { normalOrigin } from './origin.ts';
import { langSchema, momentSchema, namedSchema } from './shapes.ts';

const originSchema = z
  .string()
  .max(1000)
  .overwrite((text) => normalOrigin(text) ?? text)
  .superRefine((origin, ctx) => {
    if (normalOrigin(origin) !== origin)
      ctx.addIssue({ code: 'custom', params: { code: 'invalid-origin', entry: origin } });
  });

const originsSchema = z
  .array(originSchema)
  .max(ORIGINS_MAX)
  .overwrite((origins) => [...new Set(origins)]);

/** What a site is, beside its rules; as somebody sends it. */
export const siteFactsInputSchema = z.strictObject({
  name: z
    .string()
    .overwrite((name) => name.replace(/\s+/g, ' ').trim())
    .min(1)
    .max(SITE_NAME_MAX)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u),
  lang: langSchema.describe('Language of the site (BCP 47)'),
  origins: originsSchema.describe(
    'Origins whose pages may embed the widget, as "https://host"; "self" for pages of the service itself. Addresses of pages are cut down to theirs',
  ),
  closed: z.boolean().default(false).describe('Whether nobody may write any more; what there is stays readable'),
});
export const siteFactsSchema = z.strictObject({
  name: z.string(),
  lang: z.string(),
  origins: z.array(z.string()),
  closed: z.boolean(),
});
export type SiteFacts = z.infer<typeof siteFactsSchema>;

/** POST sites. */
export const siteCreateSchema = siteFactsInputSchema.omit({ closed: true }).extend({ id: siteIdSchema });
export type SiteCreate = z.infer<typeof siteCreateSchema>;

/** PUT site: everything anew. `version` is the one it was made from. */
export const sitePutSchema = siteFactsInputSchema.extend({ version: z.int().min(0) });
export type SitePut = z.infer<typeof sitePutSchema>;

/** Requests from pages of one origin, as this process has seen them since it started. */
export const seenOriginSchema = z.strictObject({
  origin: z.string(),
  count: z.int().min(1),
  lastAt: momentSchema,
});
export type SeenOrigin = z.infer<typeof seenOriginSchema>;

/** GET site. `version` grows with every change; 0 is a site as it began. */
export const siteDetailSchema = z.strictObject({
  id: siteIdSchema,
  ...siteFactsSchema.shape,
  version: z.int().min(0),
  lastChange: z.strictObject({ by: namedSchema, at: momentSchema }).nullable(),
  mayChange: z.boolean().describe('Whether the caller may change it'),
  fromFile: z.boolean().describe('Whether the service has it from its file of sites, where alone it can be changed'),
  service: z.string().describe('Where people reach this service, as "https://host"'),
  watchedSince: momentSchema.describe('Since when origins are counted: the start of the service'),
  seen: z.array(seenOriginSchema).describe('Allowed origins whose pages asked for comments, the last first'),
  refused: z.array(seenOriginSchema).describe('Origins that were refused lately, the last first'),
});
export type SiteDetail = z.infer<typeof siteDetailSchema>;

/** One change of a site; `before` is null for the first, which made it. */
export const siteChangeSchema = z.strictObject({
  version: z.int().min(0),
  by: namedSchema,
  at: momentSchema,
  before: siteFactsSchema.nullable(),
  after: siteFactsSchema,
});
export type SiteChange = z.infer<typeof siteChangeSchema>;

export const siteChangesSchema = z.strictObject({
  items: z.array(siteChangeSchema).describe('Newest first'),
  next: z.int().nullable().describe('The `before` of the next page'),
});
export type SiteChanges = z.infer<typeof siteChangesSchema>;

/** POST removal: the site's name, typed by whoever means it. */
export const siteRemoveSchema = z.strictObject({ name: z.string().max(SITE_NAME_MAX) });
export type SiteRemove = z.infer<typeof siteRemoveSchema>;

/** A site that is being removed. */
export const siteRemovalSchema = z.strictObject({
  id: siteIdSchema,
  name: z.string(),
  by: namedSchema,
  at: momentSchema,
  total: z.int().min(0).describe('Comments it had'),
  left: z.int().min(0).describe('Comments that are still there'),
  freeAt: momentSchema.describe('When it will be looked through once more, and its id free'),
});
export type SiteRemovalView = z.infer<typeof siteRemovalSchema>;

export const siteRemovalsSchema = z.strictObject({
  items: z.array(siteRemovalSchema).describe('The oldest first'),
});
export type SiteRemovals = z.infer<typeof siteRemovalsSchema>;
