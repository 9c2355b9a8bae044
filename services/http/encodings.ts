/** How an answer may be packed, by the name it has on the wire. */
export type Encoding = 'br' | 'gzip';

/** Named, and not with the weight 0, around which spaces may stand (RFC 9110, 12.4.2 and 12.5.3). */
const ACCEPTS_BROTLI = /(?:^|,)\s*br\s*(?!\s*;\s*q\s*=\s*0(?:\.0*)?\s*(?:,|$))(?:;|,|$)/i;
const ACCEPTS_GZIP = /(?:^|,)\s*gzip\s*(?!\s*;\s*q\s*=\s*0(?:\.0*)?\s*(?:,|$))(?:;|,|$)/i;

/**
 * The smallest form that a caller can read; null for plain.
 * @param accepted the header Accept-Encoding
 */
export function encodingFor(accepted: string | string[] = ''): Encoding | null {
  const list = String(accepted);
  if (ACCEPTS_BROTLI.test(list)) return 'br';
  return ACCEPTS_GZIP.test(list) ? 'gzip' : null;
}
