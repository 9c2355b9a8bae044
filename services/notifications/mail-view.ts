import type { MailView } from '../../shared/mail.ts';
import type { PersonDoc } from '../storage/people.ts';

/** How a reader gets mail. */
export function mailView(_person: PersonDoc): MailView {
  return {
    ...{ offered: false, state: 'none', address: null },
    ...{ frequency: 'instant', quiet: null, timeZone: 'UTC', news: false },
  };
}
