import type { ThreadRef } from '../../shared/comment.ts';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { SUBSCRIPTIONS_MAX, SUBSCRIPTIONS_SIZE } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import type { SubscriptionPut, Subscriptions, SubscriptionView } from '../../shared/subscription.ts';
import { pageOf, placeOf, readCursor } from '../cursor.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { SubscriptionDoc, SubscriptionStore } from '../storage/subscriptions.ts';
import { threadIdOf } from '../storage/threads.ts';
import { threadsOf, type NamedThreads } from '../threads/named-threads.ts';
import { mailView } from './mail-view.ts';

export interface SubscriptionViewDeps {
  comments: Pick<CommentStore, 'byIds' | 'lastSeenOf'>;
  threads: NamedThreads;
}

export interface SubscriptionDeps extends SubscriptionViewDeps {
  subscriptions: Pick<SubscriptionStore, 'byIds' | 'put' | 'ofPerson' | 'countOf'>;
  comments: SubscriptionViewDeps['comments'] & Pick<CommentStore, 'byId'>;
  people: Pick<PeopleStore, 'byId'>;
  /** Whether this service sends mail at all. */
  mailOffered: boolean;
}

export type SubscribeDeps = SubscriptionDeps & {
  /** Makes sure of the thread, which may have no comment yet. */
  ensureThread: (siteId: SiteId, ref: ThreadRef) => Promise<unknown>;
  now: () => Date;
};

/** Made of what it is, so that one thing is asked for once. */
export function subscriptionId(personId: PersonId, kind: SubscriptionDoc['kind'], targetId: string): string {
  return `${personId}:${kind}:${targetId}`;
}

type Asked = Pick<SubscriptionDoc, '_id' | 'personId' | 'siteId' | 'kind' | 'targetId'>;

/** What a reader has asked to be told of, newest first, and what of it holds for one discussion. */
export async function readSubscriptions(
  deps: SubscriptionDeps,
  person: PersonDoc,
  { thread, cursor }: { thread?: string | undefined; cursor?: string | undefined },
): Promise<Subscriptions> {
  const place = readCursor<string>(cursor);
  const ids = [
    ...(thread === undefined ? [] : [subscriptionId(person._id, 'thread', threadIdOf(person.siteId, thread))]),
    subscriptionId(person._id, 'answers', person._id),
  ];
  const [found, here, fresh] = await Promise.all([
    deps.subscriptions.ofPerson(person._id, { place, limit: SUBSCRIPTIONS_SIZE + 1 }),
    deps.subscriptions.byIds(ids),
    // As it is now: the person the door knows may be a minute old.
    deps.people.byId(person._id),
  ]);
  const { docs, next } = pageOf(found, SUBSCRIPTIONS_SIZE, placeOf);
  const views = await subscriptionViews(deps, [...docs, ...here]);
  const standing = views.slice(docs.length);
  const of = (kind: SubscriptionDoc['kind']) => standing.find((view) => view.kind === kind) ?? null;
  return {
    ...{ items: views.slice(0, docs.length), next },
    here: { thread: of('thread'), answers: of('answers') },
    mail: mailView(fresh ?? person, deps.mailOffered),
  };
}

/**
 * Has a reader told of something from now on. Asked again, it is the same one, with mail or without as was said last.
 * @throws Problem `not-found` for a comment or an author of whom nothing is in sight, and for oneself; `list-full`
 */
export async function subscribe(
  deps: SubscribeDeps,
  { _id: personId, siteId }: PersonDoc,
  input: SubscriptionPut,
): Promise<SubscriptionView> {
  const { kind, mail } = input;
  const targetId = targetOf(input, { personId, siteId });
  const asked: Asked = { _id: subscriptionId(personId, kind, targetId), personId, siteId, kind, targetId };
  // What is there may be changed whatever has become of what it is about.
  const [there] = await deps.subscriptions.byIds([asked._id]);
  const threadId = there === undefined ? await admit(deps, asked, input) : there.threadId;
  const doc = await deps.subscriptions.put({ ...asked, threadId, mail, createdAt: deps.now() });
  const [view] = await subscriptionViews(deps, [doc]);
  if (view === undefined) throw new Error('no view of a subscription that was just stored');
  return view;
}

function targetOf(input: SubscriptionPut, { personId, siteId }: { personId: PersonId; siteId: SiteId }): string {
  switch (input.kind) {
    case 'thread':
      return threadIdOf(siteId, input.thread.key);
    case 'answers':
      return personId;
    case 'comment':
      return input.commentId;
    case 'author':
      return input.authorId;
  }
}

/** Whether there is what somebody wants to be told of; answers its thread. */
async function admit(deps: SubscribeDeps, { personId, siteId, targetId }: Asked, input: SubscriptionPut) {
  let threadId: ThreadId | null = null;
  if (input.kind === 'comment') {
    const comment = await deps.comments.byId(input.commentId);
    if (comment?.siteId !== siteId || comment.mod.vis !== 'visible') throw new Problem('not-found');
    threadId = comment.threadId;
  }
  if (input.kind === 'author') {
    if (targetId === personId) throw new Problem('not-found');
    await seenAuthor(deps, siteId, input.authorId as PersonId);
  }
  // Two requests at once may go past it by one; it bounds what one person makes everybody else's comments cost.
  if ((await deps.subscriptions.countOf(personId)) >= SUBSCRIPTIONS_MAX) throw new Problem('list-full');
  if (input.kind === 'thread') {
    threadId = targetId as ThreadId;
    await deps.ensureThread(siteId, input.thread);
  }
  return threadId;
}

/**
 * The name of an author of a site, as readers see it.
 * @throws Problem `not-found` if nothing they wrote is in sight: whether there is such a person is not told
 */
export async function seenAuthor(
  { comments }: { comments: Pick<CommentStore, 'lastSeenOf'> },
  siteId: SiteId,
  authorId: PersonId,
): Promise<string> {
  const seen = await comments.lastSeenOf(authorId);
  if (seen?.siteId !== siteId) throw new Problem('not-found');
  return seen.authorName;
}

/** Subscriptions with the names of what they are about as far as it can be seen now, in the same order. */
export async function subscriptionViews(
  deps: SubscriptionViewDeps,
  docs: readonly SubscriptionDoc[],
): Promise<SubscriptionView[]> {
  const about = docs.flatMap(({ kind, threadId }) => (kind !== 'author' && threadId !== null ? [{ threadId }] : []));
  const [threadOf, authorOf] = await Promise.all([threadsOf(deps.threads, about), authorsOf(deps, docs)]);
  return docs.map((doc) => ({
    ...{ id: doc._id, kind: doc.kind, mail: doc.mail, at: doc.createdAt.toISOString() },
    thread: doc.threadId === null ? null : threadOf(doc.threadId),
    commentId: doc.kind === 'comment' ? doc.targetId : null,
    author: authorOf.get(doc._id) ?? null,
  }));
}

/** Who is followed, or wrote what is, by subscription; those are left out of whom nothing is in sight. */
async function authorsOf(
  { comments }: Pick<SubscriptionViewDeps, 'comments'>,
  docs: readonly SubscriptionDoc[],
): Promise<Map<string, { id: string; name: string }>> {
  const ofKind = (kind: SubscriptionDoc['kind']) => docs.filter((doc) => doc.kind === kind);
  const commentIds = ofKind('comment').map(({ targetId }) => targetId as CommentId);
  const [followed, seen] = await Promise.all([
    commentIds.length === 0 ? [] : comments.byIds(commentIds),
    Promise.all(
      ofKind('author').map(async (doc) => [doc, await comments.lastSeenOf(doc.targetId as PersonId)] as const),
    ),
  ]);
  const authors = new Map<string, { id: string; name: string }>();
  for (const doc of ofKind('comment')) {
    const comment = followed.find(({ _id, mod }) => _id === doc.targetId && mod.vis === 'visible');
    if (comment !== undefined) authors.set(doc._id, { id: comment.authorId, name: comment.authorName });
  }
  for (const [doc, last] of seen) if (last !== null) authors.set(doc._id, { id: doc.targetId, name: last.authorName });
  return authors;
}
