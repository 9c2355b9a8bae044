import type { CommentId } from '../../shared/ids.ts';
import type { MailView } from '../../shared/mail.ts';
import { plainText } from '../../shared/markdown.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import type { SubscriptionView } from '../../shared/subscription.ts';
import { appealableUntil, ownView } from '../comments/comment.ts';
import { ownComment } from '../comments/own-comment.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { PersonMail } from '../storage/person-mail.ts';
import { formOf, type MailForm, type MailFormField } from './mail-form.ts';
import type { MailLink, MailLinks } from './mail-links.ts';
import { mailView } from './mail-view.ts';
import { readSubscriptions, subscriptionViews, type SubscriptionDeps } from './subscriptions.ts';

export interface MailPageDeps extends SubscriptionDeps {
  siteById: (id: string) => Promise<Site | null>;
  links: Pick<MailLinks, 'read'>;
  now: () => Date;
}

/** What mail may be about: something that is followed, or one's own comments. */
export type Topic = SubscriptionView | 'own';

/** How it stands with somebody's mail; `form` is how it comes, or how it was to come where that is `wrong`. */
export interface SettingsPage {
  is: 'settings';
  mail: MailView;
  topics: readonly SubscriptionView[];
  next: string | null;
  saved: boolean;
  form: MailForm;
  wrong: readonly MailFormField[];
}

/** A refusal that can be objected to: the words it is about, why it was, and what was already typed. */
export interface AppealPage {
  is: 'appeal';
  words: string;
  reasons: readonly ReasonCode[];
  note: string | null;
  text: string;
  wrong: 'empty' | 'too-long' | null;
}

/** Pages that only say something. */
export const PLAIN_PAGES = {
  confirmedBefore: 410,
  confirmGone: 410,
  stopped: 200,
  stoppedAll: 200,
  noMail: 200,
  appealSent: 200,
  appealClosed: 410,
  forged: 404,
  expired: 410,
} as const;

/** What a link shows, to be put in words. */
export type MailPage =
  | { is: 'confirm' | 'confirmed'; address: string }
  | { is: 'stop'; topics: readonly Topic[] }
  | { is: 'stopAll'; address: string }
  | SettingsPage
  | AppealPage
  | { is: 'plain'; says: keyof typeof PLAIN_PAGES };

/** A page with the language of who it is for, and the site; null of what nobody knows. */
export interface ShownPage {
  page: MailPage;
  lang: string | null;
  site: string | null;
}

/** Who holds a link, and what it is for. */
export interface Holder {
  link: MailLink;
  person: PersonDoc;
  site: Site;
}

const plain = (says: keyof typeof PLAIN_PAGES): MailPage => ({ is: 'plain', says });

/**
 * Reads a link and shows what `show` says to its holder. A link that nobody has made, that is too old, or that went to an address the
 * person has given up, shows that, and `show` is not asked.
 */
export async function showTo(
  deps: MailPageDeps,
  signed: string,
  show: (holder: Holder) => Promise<MailPage>,
): Promise<ShownPage> {
  const read = deps.links.read(signed, deps.now());
  if (read.is === 'forged') return { page: plain('forged'), lang: null, site: null };
  const person = await deps.people.byId(read.link.personId);
  const site = person === null ? null : await deps.siteById(person.siteId);
  if (person === null || site === null || person.forgottenAt !== undefined)
    return { page: plain('expired'), lang: null, site: site?.name ?? null };
  const isTheirs = person.mail?.key.startsWith(read.link.mailbox) ?? true;
  const page = read.is === 'expired' || !isTheirs ? plain('expired') : await show({ link: read.link, person, site });
  return { page, lang: person.mail?.lang ?? null, site: site.name };
}

/** What a link leads to before anything is done. Nothing is. */
export function openMailLink(deps: MailPageDeps, signed: string, cursor?: string): Promise<ShownPage> {
  return showTo(deps, signed, (holder) => {
    switch (holder.link.action) {
      case 'confirm':
        return Promise.resolve(confirmPage(holder.person.mail));
      case 'stop':
        return stopPage(deps, holder);
      case 'settings':
        return settingsPage(deps, holder.person, cursor === undefined ? {} : { cursor });
      case 'appeal':
        return appealPage(deps, holder);
    }
  });
}

/** What is asked about an address, unless that has been answered. */
export function confirmPage(mail: PersonMail | undefined): MailPage {
  if (mail === undefined) return plain('confirmGone');
  return mail.state === 'asked' ? { is: 'confirm', address: mail.address } : plain('confirmedBefore');
}

async function stopPage(deps: MailPageDeps, { link, person }: Holder): Promise<MailPage> {
  const { mail } = person;
  if (mail === undefined) return plain('stoppedAll');
  const { ids, own, all } = targetsOf(link);
  if (all) return { is: 'stopAll', address: mail.address };
  const docs = (await deps.subscriptions.byIds(ids)).filter((doc) => doc.mail);
  const topics: Topic[] = [...(await subscriptionViews(deps, docs)), ...(own && mail.news ? ['own' as const] : [])];
  return topics.length === 0 ? plain('stopped') : { is: 'stop', topics };
}

/** What a link stops: the ids of subscriptions, news of one's own comments, or all there is. */
export function targetsOf({ personId, target }: MailLink): { ids: string[]; own: boolean; all: boolean } {
  const parts = target.split(',');
  const ids = parts.filter((part) => part.includes(':')).map((part) => `${personId}:${part}`);
  return { ids, own: parts.includes('own'), all: parts.includes('all') };
}

/** All of somebody's mail, and all they follow, a page at a time. */
export async function settingsPage(
  deps: MailPageDeps,
  person: PersonDoc,
  {
    cursor,
    saved = false,
    form,
    wrong = [],
  }: { cursor?: string } & Partial<Pick<SettingsPage, 'saved' | 'form' | 'wrong'>>,
): Promise<MailPage> {
  if (person.mail === undefined) return plain('noMail');
  const { items, next } = await readSubscriptions(deps, person, { cursor });
  const mail = mailView(person, deps.mailOffered);
  return { is: 'settings', mail, topics: items, next, saved, form: form ?? formOf(mail), wrong };
}

/** The refusal somebody may object to; that they cannot, if it is too late or they have. */
export async function appealPage(
  deps: MailPageDeps,
  { link, person }: Holder,
  { text = '', wrong = null }: Partial<Pick<AppealPage, 'text' | 'wrong'>> = {},
): Promise<MailPage> {
  const doc = await refusedComment(deps, { link, person });
  if (doc === null) return plain('appealClosed');
  const { reasons, note } = ownView(doc);
  return { is: 'appeal', words: plainText(doc.body), reasons, note, text, wrong };
}

async function refusedComment(
  deps: MailPageDeps,
  { link, person }: Pick<Holder, 'link' | 'person'>,
): Promise<CommentDoc | null> {
  const claimed = { siteId: person.siteId, personId: person._id, commentId: link.target as CommentId };
  const doc = await ownComment(deps, claimed).catch((error: unknown) => {
    if (error instanceof Problem) return null;
    throw error;
  });
  const until = doc === null ? null : appealableUntil(doc);
  return until === null || until < deps.now() ? null : doc;
}
