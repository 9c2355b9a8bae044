import { createHmac } from 'node:crypto';
import type { SiteId } from '../../shared/ids.ts';

/**
 * What stands for one mailbox on one site: whoever has typed the same address, in whichever case, has the same key. It tells
 * nothing of the address to who has not got the service's own key.
 * @param address in its normal form (shared/address.ts)
 */
export function mailKey(serviceKey: string, siteId: SiteId, address: string): string {
  return createHmac('sha256', serviceKey)
    .update(JSON.stringify(['mail-key', siteId, address.toLowerCase()]))
    .digest('base64url');
}

/** The same mailbox as far as most providers are concerned, whatever was added behind a "+": nobody gets round a limit with it. */
export function mailboxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*/, '');
}
