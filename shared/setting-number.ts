import { z } from 'zod';
import { SETTING_RANGES } from './limits.ts';

/** A whole number within the range that the form shows for it, too. */
export function settingNumber(place: keyof typeof SETTING_RANGES): z.ZodInt {
  const [least, most] = SETTING_RANGES[place];
  return z.int().min(least).max(most);
}
