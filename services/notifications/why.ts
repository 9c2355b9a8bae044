import type { PersonId } from '../../shared/ids.ts';
import { NOTICE_REASONS, type NoticeReason } from '../../shared/notification.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { SubscriptionDoc, SubscriptionStore } from '../storage/subscriptions.ts';
import type { Line } from './line.ts';
import { subscriptionId } from './subscriptions.ts';

/** Why somebody is told of a comment, the strongest reason first, and whether one of them was asked for by mail as well. */
export interface Why {
  reasons: NoticeReason[];
  byMail: boolean;
}

export interface WhyDeps {
  subscriptions: Pick<SubscriptionStore, 'among' | 'byIds'>;
}

/** What a comment falls under, of what can be followed; answers to all one writes are found by who wrote it. */
export function targetsOf({ threadId, authorId }: CommentDoc, { above }: Line): string[] {
  return [threadId, authorId, ...above.map(({ _id }) => _id)];
}

/** Who wrote what a comment stands below, each once, without its own author. */
export function authorsAbove({ authorId }: CommentDoc, { above }: Line): PersonId[] {
  return [...new Set(above.map((one) => one.authorId))].filter((id) => id !== authorId);
}

/** The subscriptions of people to answers to all they write. */
export function answersIds(people: readonly PersonId[]): string[] {
  return people.map((personId) => subscriptionId(personId, 'answers', personId));
}

/** Why some people are told of a comment as things are now; who is not, is left out. */
export async function whyTold(
  { subscriptions }: WhyDeps,
  { comment, line, people }: { comment: CommentDoc; line: Line; people: PersonId[] },
): Promise<Map<PersonId, Why>> {
  const [theirs, answers] = await Promise.all([
    subscriptions.among(people, targetsOf(comment, line)),
    subscriptions.byIds(answersIds(people)),
  ]);
  const asked = new Set(people);
  const recipients = line.recipients.filter(({ personId }) => asked.has(personId));
  return whyOf([...theirs, ...answers], { comment, line: { ...line, recipients } });
}

/** The same of subscriptions that were found; nobody is told of what they wrote themselves. */
export function whyOf(
  subscriptions: readonly SubscriptionDoc[],
  { comment, line }: { comment: CommentDoc; line: Line },
): Map<PersonId, Why> {
  const authors = new Set(authorsAbove(comment, line));
  const found = new Map<PersonId, { reasons: Set<NoticeReason>; byMail: boolean }>();
  for (const { personId, reasons } of line.recipients)
    found.set(personId, { reasons: new Set(reasons), byMail: false });
  for (const { personId, kind, mail } of subscriptions) {
    if (personId === comment.authorId) continue;
    const why = found.get(personId) ?? { reasons: new Set(), byMail: false };
    if (kind === 'thread' || kind === 'author') why.reasons.add(kind);
    if (kind === 'comment' || (kind === 'answers' && authors.has(personId))) why.reasons.add('branch');
    why.byMail ||= mail;
    found.set(personId, why);
  }
  return new Map(
    [...found]
      .filter(([, { reasons }]) => reasons.size > 0)
      .map(([personId, { reasons, byMail }]) => [personId, { reasons: inOrder(reasons), byMail }]),
  );
}

/** The strongest first. Whoever is answered need not be told that it stands below something of theirs. */
function inOrder(reasons: ReadonlySet<NoticeReason>): NoticeReason[] {
  return NOTICE_REASONS.filter((one) => reasons.has(one) && !(one === 'branch' && reasons.has('reply')));
}
