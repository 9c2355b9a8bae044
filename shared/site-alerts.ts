import { z } from 'zod';
import { addressSchema } from './address-schema.ts';
import { ALERT_MAILS_MAX, ALERT_WEBHOOKS_MAX, URL_MAX } from './limits.ts';
import { settingNumber } from './setting-number.ts';

/** When somebody of the team hears of what waits without having the console open, and where. */
export const alertSettingsSchema = z.strictObject({
  olderThanMinutes: settingNumber('alerts.olderThanMinutes')
    .default(0)
    .describe('Alert when a comment of a queue has waited longer than this, minutes; 0 never does'),
  longerThan: settingNumber('alerts.longerThan')
    .default(0)
    .describe('Alert when more comments than this wait in a queue; 0 never does'),
  digest: z.boolean().default(false).describe('Whether a summary of what waits is sent once a day'),
  digestHour: settingNumber('alerts.digestHour').default(8).describe('Hour of the day at which it is sent, by UTC'),
  emails: z.array(z.string()).default([]).describe('Addresses of the team that alerts are mailed to'),
  webhooks: z
    .array(z.string())
    .default([])
    .describe(
      'Addresses of chats that alerts are posted to; https, and on the public internet unless the service allows the host. Who may not change settings gets no more than their hosts',
    ),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

/** The same as somebody sends it. Whether an address can be called is asked where that is known. */
export const alertSettingsInputSchema = alertSettingsSchema.extend({
  emails: z.array(addressSchema).max(ALERT_MAILS_MAX).superRefine(noneTwice).default([]),
  webhooks: z
    .array(z.url({ protocol: /^https?$/ }).max(URL_MAX))
    .max(ALERT_WEBHOOKS_MAX)
    .superRefine(noneTwice)
    .default([]),
});

function noneTwice(entries: readonly string[], ctx: z.RefinementCtx): void {
  for (const [at, entry] of entries.entries())
    if (entries.indexOf(entry) < at) ctx.addIssue({ code: 'custom', path: [at], params: { code: 'duplicate', entry } });
}
