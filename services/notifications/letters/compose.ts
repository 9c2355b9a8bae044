import type { ReasonCode } from '../../../shared/moderation.ts';
import type { NoticeReason, VerdictOutcome } from '../../../shared/notification.ts';
import type { SubscriptionKind } from '../../../shared/subscription.ts';
import { excerpt } from '../../comments/text.ts';
import type { Letter, Part } from './document.ts';
import type { Words } from './words.ts';

/** Characters of a title that a subject has room for. */
const TITLE_IN_SUBJECT = 90;

/** Where a letter leads besides what it is about. All are whole addresses. */
export interface Ways {
  settings: string;
  /** No more of these mails, and no more at all. */
  stop: string;
  stopAll: string;
}

/** An article. `url` leads there; null where nobody has said where it is. */
export interface About {
  threadId: string;
  title: string | null;
  url: string | null;
}

/** A comment that somebody is told of. `url` leads to it. */
export interface Told {
  article: About;
  url: string;
  name: string;
  /** Its beginning, plain. */
  excerpt: string;
  /** Strongest first, and never empty. */
  reasons: readonly NoticeReason[];
}

interface To {
  words: Words;
  /** Name of the site. */
  site: string;
}

/** Asks whether an address is whose it is said to be. */
export function confirmLetter({ words, site }: To, { url, days }: { url: string; days: number }): Letter {
  const { say, letters } = words;
  return letter(words, say(letters.confirmSubject, { site }), [
    { kind: 'text', text: say(letters.confirm, { site }) },
    { kind: 'act', text: say(letters.confirmAct), url },
    { kind: 'text', text: say(letters.confirmElse, { n: days }) },
  ]);
}

/** What somebody signs in with: a code, and a link to the page they came from, if there is one. */
export function signInLetter(
  { words, site }: To,
  { code, url, minutes }: { code: string; url: string | null; minutes: number },
): Letter {
  const { say, letters } = words;
  return letter(words, say(letters.signInSubject, { code, site }), [
    { kind: 'text', text: say(letters.signIn, { site }) },
    { kind: 'heading', text: say('{code}', { code }), url: null },
    ...(url === null ? [] : [{ kind: 'act' as const, text: say(letters.signInAct), url }]),
    { kind: 'text', text: say(letters.signInElse, { n: minutes }) },
  ]);
}

/** One comment. `because` is what was subscribed to that it comes by. */
export function commentLetter(to: To, told: Told, { because, ways }: { because: SubscriptionKind | null; ways: Ways }) {
  const { say, letters } = to.words;
  const [reason = 'thread'] = told.reasons;
  const subject = say(letters.subjects[reason], { name: told.name, title: titleOf(to, told.article) });
  const why = say(letters.why[because ?? 'several'], { name: told.name, site: to.site });
  return letter(to.words, subject, [
    { kind: 'heading', text: say('{title}', { title: told.article.title ?? to.site }), url: told.article.url },
    ...commentParts(to, told, 'act'),
    ...footOf(to, { why, ways }),
  ]);
}

/** Several comments, by article, each article in the place of its first comment. */
export function digestLetter(to: To, told: readonly Told[], ways: Ways): Letter {
  const { say, letters } = to.words;
  const byArticle = new Map<string, Told[]>();
  for (const one of told) byArticle.set(one.article.threadId, [...(byArticle.get(one.article.threadId) ?? []), one]);
  const counted = { n: told.length, site: to.site };
  return letter(to.words, say(letters.digestSubject, counted), [
    { kind: 'text', text: say(letters.digest, counted) },
    ...[...byArticle.values()].flatMap((ofArticle): Part[] => {
      const { title = null, url = null } = ofArticle[0]?.article ?? {};
      return [
        { kind: 'heading', text: say('{title}', { title: title ?? to.site }), url },
        ...ofArticle.flatMap((one) => commentParts(to, one, 'link')),
      ];
    }),
    ...footOf(to, { why: say(letters.why.several, { site: to.site }), ways }),
  ]);
}

function commentParts(
  { words: { say, letters } }: To,
  { reasons, name, excerpt: words, url }: Told,
  leads: 'act' | 'link',
): Part[] {
  const [first = 'thread', ...others] = reasons;
  const also = others.flatMap((reason) => (reason === 'reply' ? [] : [say(letters.also[reason])]));
  return [
    { kind: 'text', text: [say(letters.told[first], { name }), ...also].join(' ') },
    { kind: 'quote', text: words },
    { kind: leads, text: say(letters.read), url },
  ];
}

/** What became of somebody's own comment. */
export interface Verdict {
  article: About;
  outcome: VerdictOutcome;
  /** The beginning of their own words, plain; `url` leads to the comment. */
  excerpt: string;
  url: string;
  /** Why a person has refused it, and what they have written with it. */
  codes: readonly ReasonCode[];
  note: string | null;
  /** Where they can object, and until which day in words; null where that is not possible. */
  appeal: { url: string; until: string } | null;
}

export function verdictLetter(to: To, verdict: Verdict, ways: Ways): Letter {
  const { say, letters, why, noteFrom } = to.words;
  const { article, outcome, codes, note, appeal } = verdict;
  const subject = say(letters.verdictSubjects[outcome], { title: titleOf(to, article) });
  const parts: Part[] = [
    { kind: 'heading', text: say('{title}', { title: article.title ?? to.site }), url: article.url },
    { kind: 'text', text: [say(letters.verdicts[outcome]), ...(codes.length === 0 ? [] : [why(codes)])].join(' ') },
  ];
  if (note !== null) parts.push({ kind: 'text', text: noteFrom }, { kind: 'quote', text: note });
  parts.push({ kind: 'text', text: say(letters.yours) }, { kind: 'quote', text: verdict.excerpt });
  if (outcome === 'published') parts.push({ kind: 'act', text: say(letters.read), url: verdict.url });
  if (appeal !== null)
    parts.push(
      { kind: 'text', text: say(letters.appealUntil, { date: appeal.until }) },
      { kind: 'act', text: say(letters.appealAct), url: appeal.url },
    );
  return letter(to.words, subject, [...parts, ...footOf(to, { why: say(letters.why.own), ways })]);
}

function footOf({ words: { say, letters }, site }: To, { why, ways }: { why: string; ways: Ways }): Part[] {
  return [
    { kind: 'foot' },
    { kind: 'text', text: why },
    { kind: 'link', text: say(letters.settings), url: ways.settings },
    ...(ways.stop === ways.stopAll ? [] : [{ kind: 'link' as const, text: say(letters.stop), url: ways.stop }]),
    { kind: 'link', text: say(letters.stopAll, { site }), url: ways.stopAll },
  ];
}

function titleOf({ site }: To, { title }: About): string {
  return excerpt(title ?? site, TITLE_IN_SUBJECT);
}

function letter({ lang, dir }: Words, subject: string, parts: readonly Part[]): Letter {
  return { lang, dir, subject, parts };
}
