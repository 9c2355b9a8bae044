import { z } from 'zod';
import { EMAIL_MAX, normalAddress } from './address.ts';

/** An address as somebody types it; what comes out is its normal form. */
export const addressSchema = z
  .string()
  .min(1)
  .max(EMAIL_MAX)
  .overwrite((text) => normalAddress(text) ?? text)
  .check(({ value, issues }) => {
    if (normalAddress(value) === null) issues.push({ code: 'invalid_format', format: 'email', input: value });
  })
  .meta({ format: 'email' });
