import { z } from 'zod';
import { CLAIM_MODES, REFUSAL_LEVELS } from './moderation-terms.ts';
import { settingNumber } from './setting-number.ts';

/** What a site decides about authors who were refused before. */
export const refusalSettingsSchema = z.strictObject({
  level: z
    .enum(REFUSAL_LEVELS)
    .default('suspect')
    .describe('What happens to comments of authors whose comments were often refused by people; pass does not ask'),
  min: settingNumber('refusals.min')
    .default(3)
    .describe('Comments decided by people within 30 days that it takes to judge by'),
  share: settingNumber('refusals.share')
    .default(50)
    .describe('Percent of them that were refused, from which the level counts'),
  strikes: settingNumber('refusals.strikes')
    .default(3)
    .describe('Hold the comments of authors refused this often within 30 days for abuse or hate; 0 holds none'),
});

/** What a site decides about how its comments are reviewed. */
export const reviewSettingsSchema = z.strictObject({
  claims: z
    .enum(CLAIM_MODES)
    .default('auto')
    .describe(
      'auto: opening a comment in the console claims it; required: and nobody decides without; off: nobody claims',
    ),
  queueReports: settingNumber('review.queueReports')
    .default(2)
    .describe(
      'Weight of reports from which a published comment waits for a moderator; a reader nobody knows yet weighs 1',
    ),
  hideReports: settingNumber('review.hideReports')
    .default(6)
    .describe('Weight of reports from which it is hidden until a moderator has looked; 0 hides none'),
});

/** What a site decides about discussions that boil over. */
export const heatSettingsSchema = z.strictObject({
  on: z.boolean().default(true).describe('Whether discussions that boil over are slowed down or held by themselves'),
  perMinute: settingNumber('heat.perMinute')
    .default(60)
    .describe('Comments in one minute from which a discussion may be slowed down, however quiet it was before'),
  times: settingNumber('heat.times')
    .default(4)
    .describe(
      'How many times more than in its last hour that has to be; a discussion that is always lively is left alone',
    ),
  everySeconds: settingNumber('heat.everySeconds')
    .default(30)
    .describe('While it is slowed down, seconds each person waits between two comments'),
  min: settingNumber('heat.min')
    .default(20)
    .describe('Comments within ten minutes that it takes to hold a discussion by its share of refusals'),
  share: settingNumber('heat.share')
    .default(50)
    .describe('Percent of them held for their content or refused, from which all comments wait for a moderator'),
});
export type HeatSettings = z.infer<typeof heatSettingsSchema>;
