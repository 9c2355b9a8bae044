import { z } from 'zod';
import { siteIdSchema } from './comment.ts';
import { SEVERITY_ACTIONS } from './moderation-terms.ts';
import { settingNumber } from './setting-number.ts';
import { alertSettingsInputSchema, alertSettingsSchema } from './site-alerts.ts';
import { languageSettingsSchema } from './site-languages.ts';
import { retentionSettingsSchema } from './site-retention.ts';
import { readerSettingsSchema } from './site-readers.ts';
import { heatSettingsSchema, refusalSettingsSchema, reviewSettingsSchema } from './site-phases.ts';
import { hostsSchema, siteWordsSchema } from './site-words.ts';

const severityActionSchema = z.enum(SEVERITY_ACTIONS);

/** What a site decides about its comments. Every field has its default, so a stored site may hold only what differs. */
export const siteSettingsSchema = z.strictObject({
  premod: z.boolean().default(false).describe('Hold every comment for a moderator, whatever the rules say'),
  newcomerHold: settingNumber('newcomerHold').default(0).describe("Hold an author's first n comments; 0 holds none"),
  closeAfterDays: settingNumber('closeAfterDays')
    .default(0)
    .describe('Close a discussion this many days after it began, unless a moderator has reopened it; 0 closes none'),
  maxLinks: settingNumber('maxLinks')
    .default(2)
    .describe('Hold comments with more links than this; links to allowed hosts are not counted'),
  deniedHosts: z
    .array(z.string())
    .default([])
    .describe('Hosts, with their subdomains, whose links hold a comment; denied even when allowed'),
  allowedHosts: z.array(z.string()).default([]).describe('Hosts, with their subdomains, whose links are trusted'),
  severityLevels: z
    .strictObject({ mild: severityActionSchema, strong: severityActionSchema, extreme: severityActionSchema })
    .default({ mild: 'suspect', strong: 'hold', extreme: 'hold' })
    .describe('What the word list does by severity; "mask" publishes with the word masked for readers'),
  nudge: z
    .boolean()
    .default(false)
    .describe('Tell authors, before their comment is posted, which of their words may keep it back'),
  words: siteWordsSchema
    .default({ refuse: [], hold: [], mask: [], allow: [] })
    .describe('Words and phrases of the site itself, found in disguise as well; "allow" beats every other list'),
  languages: languageSettingsSchema.prefault({}).describe('Languages of comments'),
  refusals: refusalSettingsSchema.prefault({}).describe('Authors who were refused before'),
  review: reviewSettingsSchema.prefault({}).describe('How comments are reviewed'),
  heat: heatSettingsSchema.prefault({}).describe('Discussions that boil over'),
  readers: readerSettingsSchema.prefault({}).describe('What readers may say, and what whoever writes is asked for'),
  alerts: alertSettingsSchema.prefault({}).describe('When the team is told of what waits, and where'),
  retention: retentionSettingsSchema.prefault({}).describe('What is wiped by itself, and when'),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** The same as somebody sends it: hosts and addresses are checked and brought into the form they are compared in. */
export const siteSettingsInputSchema = siteSettingsSchema.extend({
  deniedHosts: hostsSchema.default([]).describe(siteSettingsSchema.shape.deniedHosts.description ?? ''),
  allowedHosts: hostsSchema.default([]).describe(siteSettingsSchema.shape.allowedHosts.description ?? ''),
  alerts: alertSettingsInputSchema.prefault({}).describe(siteSettingsSchema.shape.alerts.description ?? ''),
});

export const siteSchema = z.strictObject({
  id: siteIdSchema,
  name: z.string(),
  lang: z.string(),
  origins: z.array(z.string()).describe('Origins whose pages may embed the widget, as "https://host"'),
  closed: z.boolean().describe('Whether nobody may write any more'),
  settings: siteSettingsSchema,
});
export type Site = z.infer<typeof siteSchema>;
