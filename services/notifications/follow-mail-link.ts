import { appealCreateSchema } from '../../shared/comment.ts';
import type { CommentId, PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Claimed } from '../comments/own-comment.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { PersonMail } from '../storage/person-mail.ts';
import type { SubscriptionStore } from '../storage/subscriptions.ts';
import { changeManner, type ChangeMannerDeps } from './change-manner.ts';
import { formFrom, readForm, type Sent } from './mail-form.ts';
import {
  appealPage,
  confirmPage,
  settingsPage,
  showTo,
  targetsOf,
  type Holder,
  type MailPage,
  type MailPageDeps,
  type ShownPage,
} from './mail-page.ts';
import { mailView } from './mail-view.ts';

export interface FollowDeps extends MailPageDeps {
  people: Pick<PeopleStore, 'byId' | 'confirmMail' | 'removeMail' | 'removeMailOfKey' | 'setMailManner'>;
  letters: ChangeMannerDeps['letters'];
  subscriptions: MailPageDeps['subscriptions'] & Pick<SubscriptionStore, 'setMail'>;
  /** @throws Problem `not-found`, `appeal-closed` */
  appeal: (claimed: Claimed, text: string) => Promise<unknown>;
  /**
   * Asks about an address that refused mail once more.
   * @throws Problem `not-offered`, `rate-limited`
   */
  tryAgain: (person: PersonDoc, mail: PersonMail) => Promise<unknown>;
}

/**
 * Does what a link is for, and shows what came of it. Done twice, it is the same. A mail program that unsubscribes by itself (RFC 8058)
 * sends nothing of our pages: to stop what the link names is what is done then.
 */
export function followMailLink(deps: FollowDeps, signed: string, sent: Sent): Promise<ShownPage> {
  return showTo(deps, signed, (holder) => {
    switch (holder.link.action) {
      case 'confirm':
        return confirm(deps, holder.person);
      case 'stop':
        return stop(deps, holder, sent['do'] === 'all');
      case 'settings':
        return change(deps, holder, sent);
      case 'appeal':
        return object(deps, holder, sent['text']);
    }
  });
}

async function confirm(deps: FollowDeps, { _id, mail }: PersonDoc): Promise<MailPage> {
  const isNow = mail !== undefined && (await deps.people.confirmMail(_id, mail.key, deps.now()));
  if (isNow) return { is: 'confirmed', address: mail.address };
  const page = confirmPage(mail);
  // Pressed twice: the second one was beaten to it.
  return page.is === 'confirm' ? { is: 'plain', says: 'confirmedBefore' } : page;
}

async function stop(deps: FollowDeps, { link, person }: Holder, everything: boolean): Promise<MailPage> {
  const { ids, own, all } = targetsOf(link);
  if (everything || all) return stopAll(deps, person);
  await deps.subscriptions.setMail(person._id, ids, false);
  if (own) await deps.people.setMailManner(person._id, { news: false });
  return { is: 'plain', says: person.mail === undefined ? 'stoppedAll' : 'stopped' };
}

/** One mailbox is one reader: nothing goes there any more, whichever of their guests asked for it. */
async function stopAll({ people }: FollowDeps, { _id, siteId, mail }: PersonDoc): Promise<MailPage> {
  if (mail !== undefined && mail.state !== 'asked') await people.removeMailOfKey(siteId, mail.key);
  await people.removeMail(_id);
  return { is: 'plain', says: 'stoppedAll' };
}

async function change(deps: FollowDeps, { person }: Holder, sent: Sent): Promise<MailPage> {
  const [act = '', ...rest] = typeof sent['do'] === 'string' ? sent['do'].split(' ') : [];
  if (act === 'all') return stopAll(deps, person);
  if (act === 'on' || act === 'off') await deps.subscriptions.setMail(person._id, rest, act === 'on');
  if (act === 'save') {
    const form = formFrom(sent, mailView(person, deps.mailOffered));
    const read = readForm(form);
    if ('wrong' in read) return settingsPage(deps, person, { form, wrong: read.wrong });
    await changeManner(deps, person._id, read.manner);
  }
  const { mail } = person;
  if (act === 'again' && mail?.state === 'bounced') await deps.tryAgain(person, mail);
  return settingsPage(deps, await asItIs(deps, person._id), { saved: act !== '' && act !== 'again' });
}

async function object(deps: FollowDeps, holder: Holder, text: unknown): Promise<MailPage> {
  const { link, person } = holder;
  const page = await appealPage(deps, holder, { text: typeof text === 'string' ? text : '' });
  if (page.is !== 'appeal') return page;
  const said = appealCreateSchema.safeParse({ text });
  if (!said.success) {
    const isLong = said.error.issues.some(({ code }) => code === 'too_big');
    return { ...page, wrong: isLong ? 'too-long' : 'empty' };
  }
  const claimed = { siteId: person.siteId, personId: person._id, commentId: link.target as CommentId };
  try {
    await deps.appeal(claimed, said.data.text);
  } catch (error) {
    if (error instanceof Problem && ['appeal-closed', 'comment-wiped'].includes(error.code))
      return { is: 'plain', says: 'appealClosed' };
    throw error;
  }
  return { is: 'plain', says: 'appealSent' };
}

async function asItIs({ people }: FollowDeps, id: PersonId): Promise<PersonDoc> {
  const person = await people.byId(id);
  if (person === null) throw new Error('somebody is gone who was there a moment ago');
  return person;
}
