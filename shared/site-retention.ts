import { z } from 'zod';
import { SETTING_RANGES, WITHDRAWN_DAYS } from './limits.ts';
import { settingNumber } from './setting-number.ts';

/** How long a site keeps what nobody needs for ever, days; 0 keeps it. What goes is gone for good. */
export const retentionSettingsSchema = z.strictObject({
  refusedDays: settingNumber('retention.refusedDays')
    .default(0)
    .describe(
      'Wipe the words of a comment, and the name on it, this many days after it was refused; it cannot be published or appealed any more then. 0 keeps them',
    ),
  addressDays: settingNumber('retention.addressDays')
    .default(0)
    .describe(
      'Forget the e-mail address a guest gave with their comments this many days after the last one; where mail goes stays. 0 keeps it',
    ),
  withdrawnDays: settingNumber('retention.withdrawnDays')
    .default(WITHDRAWN_DAYS)
    .describe(
      'Wipe the words of a comment this many days after its author took it back; counts for what is taken back from then on',
    ),
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;

/** GET retention: what settings that are not saved yet would wipe. */
const [LEAST, MOST] = SETTING_RANGES['retention.refusedDays'];
export const wipePreviewQuerySchema = z.strictObject({ refusedDays: z.coerce.number().int().min(LEAST).max(MOST) });
export const wipePreviewSchema = z.strictObject({
  refused: z.int().min(0).describe('Refused comments whose words would go at once'),
});
export type WipePreview = z.infer<typeof wipePreviewSchema>;
