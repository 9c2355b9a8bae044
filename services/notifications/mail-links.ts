import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../shared/ids.ts';

/**
 * What a link in a letter lets its holder do: say that an address is theirs; have no more of these mails; see and change all mail
 * they get; object to a refusal.
 */
export const MAIL_ACTIONS = ['confirm', 'stop', 'settings', 'appeal'] as const;
export type MailAction = (typeof MAIL_ACTIONS)[number];

export interface MailLink {
  action: MailAction;
  personId: PersonId;
  /** The beginning of what stands for the address it is sent to: whoever has another one since is not its holder's business. */
  mailbox: string;
  /** stop: subscriptions as `kind:target`, `own` for news of one's own comments, or `all`; appeal: the comment; else empty. */
  target: string;
  expiresAt: Date;
}

const DAY_MS = 86_400_000;
/** So much of it tells mailboxes apart, characters. */
const MAILBOX = 16;
/** For how many days a link is good. One that stops mail must work in every letter that somebody may still have. */
export const LINK_DAYS = { confirm: 7, stop: 365, settings: 30, appeal: 14 } as const satisfies Record<
  MailAction,
  number
>;

/** forged: nobody here has made it; expired: somebody has, long ago. */
export type ReadLink = { is: 'good' | 'expired'; link: MailLink } | { is: 'forged' };

export interface MailLinks {
  /** The link as it stands in an address, of letters, digits, "-", "_" and one ".". It is good for LINK_DAYS. */
  sign(link: { action: MailAction; personId: PersonId; key: string; target?: string }, at: Date): string;
  read(signed: string, now: Date): ReadLink;
}

/** Links that hold what they may do and until when, signed with the service's own key; so nothing is stored for them. */
export function createMailLinks(serviceKey: string): MailLinks {
  const key = createHmac('sha256', serviceKey).update('mail-link').digest();
  const signatureOf = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest();
  return {
    sign({ action, personId, key: ofMailbox, target = '' }, at) {
      const until = Math.floor(at.getTime() / 1000) + (LINK_DAYS[action] * DAY_MS) / 1000;
      const payload = Buffer.from(
        JSON.stringify([action, personId, ofMailbox.slice(0, MAILBOX), target, until]),
      ).toString('base64url');
      return `${payload}.${signatureOf(payload).toString('base64url')}`;
    },
    read(signed, now) {
      const [payload = '', signature = '', ...more] = signed.split('.');
      const given = Buffer.from(signature, 'base64url');
      const wanted = signatureOf(payload);
      // A byte may be written in several ways: only the one that was made is taken.
      const isOurs = more.length === 0 && given.length === wanted.length && given.toString('base64url') === signature;
      if (!isOurs || !timingSafeEqual(given, wanted)) return { is: 'forged' };
      const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
      const [action, personId, mailbox, target, until] = said as [MailAction, PersonId, string, string, number];
      const expiresAt = new Date(until * 1000);
      return { is: expiresAt <= now ? 'expired' : 'good', link: { action, personId, mailbox, target, expiresAt } };
    },
  };
}
