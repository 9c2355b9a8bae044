import type { PersonId } from '../../shared/ids.ts';
import type { LetterStore } from '../storage/letters.ts';
import type { PeopleStore } from '../storage/people.ts';
import type { MailManner, PersonMail } from '../storage/person-mail.ts';
import { whenDue, type MailTimes } from './when-due.ts';

export interface ChangeMannerDeps {
  people: Pick<PeopleStore, 'byId' | 'setMailManner'>;
  letters: Pick<LetterStore, 'redate'>;
  now: () => Date;
}

/**
 * Changes how mail comes to somebody who has an address; what is left out stays as it is. Letters that wait for their hour come by the
 * new times as well, as if they were written now: whoever wants mail at another hour means the next one, too.
 */
export async function changeManner(
  { people, letters, now }: ChangeMannerDeps,
  id: PersonId,
  manner: Partial<MailManner>,
): Promise<void> {
  const before = await mailOf(people, id);
  await people.setMailManner(id, manner);
  const mail = await mailOf(people, id);
  if (before === undefined || mail === undefined || areSame(before, mail)) return;
  const at = now();
  await letters.redate({ personId: id, key: mail.key }, { now: at, dueAt: whenDue(mail, { now: at, earlier: 0 }) });
}

async function mailOf(people: Pick<PeopleStore, 'byId'>, id: PersonId): Promise<PersonMail | undefined> {
  return (await people.byId(id))?.mail;
}

function areSame(a: MailTimes, b: MailTimes): boolean {
  const said = ({ frequency, dailyAt, quiet, timeZone }: MailTimes): string =>
    JSON.stringify([frequency, dailyAt, quiet?.from, quiet?.to, timeZone]);
  return said(a) === said(b);
}
