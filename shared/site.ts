import { z } from 'zod';
import { siteIdSchema } from './comment.ts';
import { levelSchema } from './moderation.ts';
import { heatSettingsSchema, refusalSettingsSchema } from './site-phases.ts';

/** What a site decides about its comments. Every field has its default, so a stored site may hold only what differs. */
export const siteSettingsSchema = z.strictObject({
  premod: z.boolean().default(false).describe('Hold every comment for a moderator, whatever the rules say'),
  newcomerHold: z.int().min(0).max(50).default(0).describe("Hold an author's first n comments; 0 holds none"),
  maxLinks: z
    .int()
    .min(0)
    .max(50)
    .default(2)
    .describe('Hold comments with more links than this; links to allowed hosts are not counted'),
  deniedHosts: z
    .array(z.string())
    .default([])
    .describe('Hosts, with their subdomains, whose links hold a comment; denied even when allowed'),
  allowedHosts: z.array(z.string()).default([]).describe('Hosts, with their subdomains, whose links are trusted'),
  severityLevels: z
    .strictObject({ mild: levelSchema, strong: levelSchema, extreme: levelSchema })
    .default({ mild: 'suspect', strong: 'hold', extreme: 'hold' })
    .describe('What the word list does by severity'),
  refusals: refusalSettingsSchema.prefault({}).describe('Authors who were refused before'),
  heat: heatSettingsSchema.prefault({}).describe('Discussions that boil over'),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

export const siteSchema = z.strictObject({
  id: siteIdSchema,
  name: z.string(),
  lang: z.string(),
  origins: z.array(z.string()).describe('Origins whose pages may embed the widget, as "https://host"'),
  settings: siteSettingsSchema,
});
export type Site = z.infer<typeof siteSchema>;
