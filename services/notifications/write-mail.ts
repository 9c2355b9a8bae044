import { plainText } from '../../shared/markdown.ts';
import type { Site } from '../../shared/site.ts';
import type { SubscriptionKind } from '../../shared/subscription.ts';
import { appealableUntil, ownView } from '../comments/comment.ts';
import { withoutSpoilers } from '../comments/spoilers.ts';
import { excerpt } from '../comments/text.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { SubscriptionDoc } from '../storage/subscriptions.ts';
import { linkTo } from '../syndication/articles.ts';
import { threadsOf, type NamedThreads } from '../threads/named-threads.ts';
import {
  commentLetter,
  confirmLetter,
  digestLetter,
  verdictLetter,
  type About,
  type Told,
  type Ways,
} from './letters/compose.ts';
import { htmlOf, subjectOf, textOf, type Letter } from './letters/document.ts';
import { wordsFor } from './letters/words.ts';
import type { Enclosed, MailWords, WriteMail } from './letter.ts';
import { lineOf, type LineDeps } from './line.ts';
import { LINK_DAYS, type MailAction, type MailLinks } from './mail-links.ts';
import { answersIds, authorsAbove, targetsOf, type WhyDeps } from './why.ts';

export interface WriteMailDeps extends LineDeps, WhyDeps {
  siteById: (id: string) => Promise<Site | null>;
  threads: NamedThreads;
  links: Pick<MailLinks, 'sign'>;
  /** Where people reach the service, without a slash at its end. */
  publicUrl: () => string;
  /** Where a link leads that was signed. */
  linkPath: (signed: string) => string;
  now: () => Date;
}

/** Characters of a comment that are in a letter; whoever wants to read on is led to it. */
const EXCERPT_LENGTH = 500;

type Of<Kind extends Enclosed['kind']> = Extract<Enclosed, { kind: Kind }>;
type Sign = (action: MailAction, target?: string) => string;

/** Puts letters in words, each with where it leads and how to have no more of them. */
export function createMailWriter(deps: WriteMailDeps): WriteMail {
  return async (enclosures) => {
    const [first] = enclosures;
    const { letter, person } = first;
    const site = await deps.siteById(letter.siteId);
    if (site === null) throw new Error(`there is no site ${letter.siteId} any more`);
    const to = { words: wordsFor(letter.lang), site: site.name };
    const sign = signFor(deps, person, letter.key);
    if (first.kind === 'confirm')
      return written(confirmLetter(to, { url: sign('confirm'), days: LINK_DAYS.confirm }), {});
    const list = listOf(deps, site);
    const articleOf = await articlesOf(deps, enclosures);
    if (first.kind === 'verdict') {
      const ways = waysOf(sign, 'own');
      const verdict = verdictOf(deps, first, { article: articleOf(first), sign });
      return written(verdictLetter(to, verdict, ways), { ...list(ways), ...inThread(deps, first) });
    }
    const comments = enclosures.filter((one): one is Of<'comment'> => one.kind === 'comment');
    const told = comments.map((one) => toldOf(deps, one, articleOf(one)));
    if (told.length > 1) {
      const ways = waysOf(sign, 'all');
      return written(digestLetter(to, told, ways), list(ways));
    }
    const followed = await followedBy(deps, first);
    const ways = waysOf(sign, followed.map(({ kind, targetId }) => `${kind}:${targetId}`).join(',') || 'all');
    const because = followed[0]?.kind ?? null;
    const [only] = told;
    if (only === undefined) throw new Error('a mail about nothing');
    return written(commentLetter(to, only, { because, ways }), { ...list(ways), ...inThread(deps, first) });
  };
}

function written(letter: Letter, headers: Record<string, string>): MailWords {
  return { subject: subjectOf(letter), text: textOf(letter), html: htmlOf(letter), headers };
}

function signFor({ links, publicUrl, linkPath, now }: WriteMailDeps, { _id: personId }: PersonDoc, key: string): Sign {
  return (action, target) =>
    `${publicUrl()}${linkPath(links.sign({ action, personId, key, target: target ?? '' }, now()))}`;
}

/** @param stops what a program that unsubscribes by itself stops */
function waysOf(sign: Sign, stops: string): Ways {
  const stopAll = sign('stop', 'all');
  return { settings: sign('settings'), stop: stops === 'all' ? stopAll : sign('stop', stops), stopAll };
}

/** Says which list a mail is of and how to leave it (RFC 2919, RFC 2369, RFC 8058). */
function listOf(deps: WriteMailDeps, site: Site): (ways: Ways) => Record<string, string> {
  return ({ stop }) => ({
    'List-Id': `<comments.${site.id}.${hostOf(deps)}>`,
    'List-Unsubscribe': `<${stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
}

/** All that is about one discussion is one conversation to mail programs. */
function inThread(deps: WriteMailDeps, { comment }: Of<'comment' | 'verdict'>): Record<string, string> {
  const top = `<thread.${comment.threadId}@${hostOf(deps)}>`;
  return { 'In-Reply-To': top, References: top };
}

function hostOf({ publicUrl }: WriteMailDeps): string {
  return new URL(publicUrl()).hostname.replace(/[[\]]/g, '').replaceAll(':', '-');
}

async function articlesOf(
  deps: WriteMailDeps,
  enclosures: readonly Enclosed[],
): Promise<(of: Of<'comment' | 'verdict'>) => About> {
  const comments = enclosures.flatMap((one) => (one.kind === 'confirm' ? [] : [one.comment]));
  const nameOf = await threadsOf(deps.threads, comments);
  return ({ comment: { threadId } }) => {
    const { title, url } = nameOf(threadId);
    return { threadId, title, url };
  };
}

/** Where a comment is; the service itself where nobody has said where its article is. */
function urlOf({ publicUrl }: WriteMailDeps, { url }: About, { _id }: CommentDoc): string {
  return linkTo(url, _id) ?? `${publicUrl()}/`;
}

function toldOf(deps: WriteMailDeps, { letter, comment }: Of<'comment'>, article: About): Told {
  return {
    ...{ article, url: urlOf(deps, article, comment), name: comment.authorName, reasons: letter.what.reasons },
    excerpt: excerpt(plainText(withoutSpoilers(comment.body)), EXCERPT_LENGTH),
  };
}

function verdictOf(
  deps: WriteMailDeps,
  { letter, comment, person }: Of<'verdict'>,
  { article, sign }: { article: About; sign: Sign },
) {
  const { outcome } = letter.what;
  const { reasons, note } = ownView(comment);
  const until = outcome === 'refused' ? appealableUntil(comment) : null;
  return {
    ...{ article, outcome, url: urlOf(deps, article, comment), codes: reasons, note },
    excerpt: excerpt(plainText(comment.body), EXCERPT_LENGTH),
    appeal:
      until === null
        ? null
        : { url: sign('appeal', comment._id), until: wordsFor(letter.lang).day(until, person.mail?.timeZone ?? 'UTC') },
  };
}

const NEAREST: readonly SubscriptionKind[] = ['answers', 'comment', 'author', 'thread'];

/** What somebody has subscribed to by mail that this comment falls under, what is nearest to them first. */
async function followedBy(deps: WriteMailDeps, { person, comment }: Of<'comment'>): Promise<SubscriptionDoc[]> {
  const line = await lineOf(deps, comment);
  const isAnswered =
    authorsAbove(comment, line).includes(person._id) || line.recipients.some(({ personId }) => personId === person._id);
  const [targets, answers] = await Promise.all([
    deps.subscriptions.among([person._id], targetsOf(comment, line)),
    isAnswered ? deps.subscriptions.byIds(answersIds([person._id])) : [],
  ]);
  return [...targets, ...answers]
    .filter(({ mail }) => mail)
    .sort((a, b) => NEAREST.indexOf(a.kind) - NEAREST.indexOf(b.kind));
}
