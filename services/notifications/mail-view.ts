import type { MailView } from '../../shared/mail.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { MailManner } from '../storage/person-mail.ts';

/** How mail comes as long as a reader has said nothing else. The language is that of their site. */
export const USUAL_MANNER = {
  frequency: 'instant',
  dailyAt: '08:00',
  quiet: null,
  timeZone: 'UTC',
  news: true,
} as const satisfies Omit<MailManner, 'lang'>;

/**
 * How a reader gets mail.
 * @param offered whether this service sends any
 */
export function mailView({ mail }: Pick<PersonDoc, 'mail'>, offered: boolean): MailView {
  if (mail === undefined) return { offered, state: 'none', address: null, ...USUAL_MANNER };
  const { state, address, frequency, dailyAt, quiet, timeZone, news } = mail;
  return { offered, state, address, frequency, dailyAt, quiet, timeZone, news };
}
