import type { PersonId } from '../../shared/ids.ts';
import type { MailPut, MailView } from '../../shared/mail.ts';
import { Problem } from '../../shared/problem.ts';
import type { LetterDoc } from '../storage/letters.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { MailManner, PersonMail } from '../storage/person-mail.ts';
import { mailKey } from './address.ts';
import { changeManner, type ChangeMannerDeps } from './change-manner.ts';
import { confirmLetterId } from './letter.ts';
import { mailView, USUAL_MANNER } from './mail-view.ts';

export interface MailAddressDeps {
  people: Pick<PeopleStore, 'byId' | 'setMail' | 'setMailManner' | 'askMailAgain' | 'removeMail'>;
  letters: ChangeMannerDeps['letters'] & { put(docs: readonly LetterDoc[]): Promise<void> };
  serviceKey: string;
  /** Whether this service sends mail at all. */
  offered: boolean;
  /**
   * Counts one letter that asks about an address.
   * @throws Problem `rate-limited`
   */
  admit: (address: string) => Promise<void>;
  now: () => Date;
}

/** Whoever does not confirm an address within so many days has not given one. */
export const UNCONFIRMED_DAYS = 7;
/** So long somebody may see that their address refused mail, and give another one or have it tried again. */
export const BOUNCED_DAYS = 30;

/**
 * Has mail go to an address, and says how it comes. Another address than the one there was is asked about in a letter, whoever else
 * has it: whether anybody has is not told. What is left out stays as it is.
 * @throws Problem `not-offered`, `validation-failed` where there is no address, `rate-limited`
 */
export async function putMail(
  deps: MailAddressDeps,
  { person, siteLang, input }: { person: PersonDoc; siteLang: string; input: MailPut },
): Promise<MailView> {
  if (!deps.offered) throw new Problem('not-offered');
  const { mail } = await fresh(deps, person._id);
  const address = input.address ?? mail?.address;
  if (address === undefined)
    throw new Problem('validation-failed', { errors: [{ path: 'address', code: 'required' }] });
  const manner = given(input);
  const key = mailKey(deps.serviceKey, person.siteId, address);
  const isSame = mail?.key === key && mail.state !== 'bounced';
  if (isSame) await changeManner(deps, person._id, manner);
  else {
    await deps.admit(address);
    await deps.people.setMail(person._id, {
      ...{ lang: siteLang, ...USUAL_MANNER, ...mannerOf(mail), ...manner },
      ...{ address, key, state: 'asked', askedAt: deps.now() },
    });
  }
  // Also where it was asked about before: the letter of that time may never have been made, and is not made twice.
  if (input.address !== undefined) await ask(deps, person._id);
  return mailView(await fresh(deps, person._id), deps.offered);
}

/**
 * Sends the letter that asks about an address once more; none where there is nothing to ask.
 * @throws Problem `not-offered`, `rate-limited`
 */
export async function askAgain(deps: MailAddressDeps, personId: PersonId): Promise<MailView> {
  if (!deps.offered) throw new Problem('not-offered');
  const { mail } = await fresh(deps, personId);
  if (mail?.state === 'asked') {
    await deps.admit(mail.address);
    if (await deps.people.askMailAgain(personId, mail.key, deps.now())) await ask(deps, personId);
  }
  return mailView(await fresh(deps, personId), deps.offered);
}

/** Forgets addresses that are of no use any more: nobody has confirmed them in time, or they have refused mail long ago. */
export async function forgetUnused({
  people,
  now,
}: {
  people: Pick<PeopleStore, 'forgetUnconfirmed' | 'forgetBounced'>;
  now: () => Date;
}): Promise<void> {
  const before = (days: number): Date => new Date(now().getTime() - days * 86_400_000);
  await people.forgetUnconfirmed(before(UNCONFIRMED_DAYS));
  await people.forgetBounced(before(BOUNCED_DAYS));
}

/** As it is now: the person the door knows may be a minute old. */
async function fresh({ people }: Pick<MailAddressDeps, 'people'>, id: PersonId): Promise<PersonDoc> {
  const person = await people.byId(id);
  if (person === null || person.forgottenAt !== undefined) throw new Problem('token-invalid');
  return person;
}

/** Makes the letter that asks about an address, once for each time it is asked about. */
async function ask(deps: MailAddressDeps, personId: PersonId): Promise<void> {
  const { mail, siteId } = await fresh(deps, personId);
  if (mail?.state !== 'asked') return;
  const { address, key, lang, askedAt } = mail;
  const letter: LetterDoc = {
    ...{ _id: confirmLetterId(personId, askedAt), siteId, personId, key, to: address, lang },
    ...{ what: { kind: 'confirm' }, state: 'waiting', dueAt: askedAt, attempts: 0, createdAt: askedAt },
  };
  await deps.letters.put([letter]);
}

function mannerOf(mail: PersonMail | undefined): Partial<MailManner> {
  if (mail === undefined) return {};
  const { lang, frequency, dailyAt, quiet, timeZone, news } = mail;
  return { lang, frequency, dailyAt, quiet, timeZone, news };
}

/** What was said of how mail comes, without what was left out. */
function given({ address: _, ...manner }: MailPut): Partial<MailManner> {
  return Object.fromEntries(Object.entries(manner).filter(([, value]) => value !== undefined));
}
