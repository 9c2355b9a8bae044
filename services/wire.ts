import type { Scope } from '../shared/identity.ts';
import type { CommentId, SiteId, ThreadId } from '../shared/ids.ts';
import { covers } from './auth/access.ts';
import { createBatch } from './batch.ts';
import type { Logger } from './logger.ts';
import { readHotThreads } from './moderation/hot-threads.ts';
import { toCard } from './moderation/review-card.ts';
import type { FiguresWatch } from './moderation/watch-figures.ts';
import { notify } from './notifications/notify.ts';
import { recount, ring } from './notifications/ring.ts';
import { writeLetters } from './notifications/write-letters.ts';
import {
  bulkNews,
  claimNews,
  decidedNews,
  heatNews,
  notificationNews,
  paceNews,
  ratingNews,
  reactionNews,
  readNews,
  reviewNews,
  rooms,
  siteRemovedNews,
  standingNews,
  threadNews,
  votesNews,
} from './realtime/broadcast.ts';
import type { Gateway } from './realtime/gateway.ts';
import { cardDeps } from './review-use-cases.ts';
import type { CommentDoc } from './storage/comment-schema.ts';
import type { Followed } from './storage/subscriptions.ts';
import { paceOf } from './threads/pace.ts';
import type { Parts } from './use-cases.ts';

/** Who hears which event. */
export function wire(
  parts: Parts,
  { gateway, figures, log }: { gateway: Gateway; figures: FiguresWatch; log: Logger },
): void {
  const { bus, pages, store } = parts;
  const card = cardDeps(parts);
  // What is made for moderators alone takes look-ups. Whoever begins to listen reads it all once they do, so for nobody it is not made.
  const watching = (sites?: readonly SiteId[] | null): Scope[] =>
    gateway.reviewScopes().filter((scope) => sites === undefined || covers(scope, sites));
  const tellOf = async (name: 'review:opened' | 'review:closed', comment: CommentDoc): Promise<void> => {
    const scopes = watching([comment.siteId]);
    // Of a site that is removed nothing joins or leaves a queue, though something still was on its way.
    if (scopes.length === 0 || (await parts.sites.byId(comment.siteId)) === null) return;
    const view = await toCard(card, comment);
    for (const scope of scopes) gateway.emit(reviewNews(scope, name, view));
  };
  const ringing = {
    ...{ ...store, threads: parts.namedThreads, bus },
    isHeard: (personId: string): boolean => gateway.isHeard(rooms.person(personId)),
  };

  bus.on('thread.changed', ({ comment }) => pages.invalidate(comment.threadId, comment.siteId));
  bus.on('thread.changed', ({ count, ...event }) => {
    if (count !== null) gateway.emit(threadNews({ ...event, count }));
  });
  // Of what is relayed together it is asked together.
  const telling = {
    ...{ ...store, kick: () => parts.fanOut.kick(), bus, log },
    isFollowedByOthers: createBatch((asked: readonly Followed[]) => store.subscriptions.haveOthers(asked)),
    wasTold: createBatch(async (ids: readonly CommentId[]) => {
      const told = await store.notifications.whichTold(ids);
      return ids.map((id) => told.has(id));
    }),
  };
  bus.on('thread.changed', (event) => notify(telling, event));
  // Told as it is by now, so that neither of two changes speaks for the other.
  const paced = async ({ threadId }: { threadId: ThreadId }): Promise<void> => {
    pages.invalidate(threadId);
    const state = await store.threads.stateOf(threadId);
    gateway.emit(paceNews(threadId, paceOf(state, await parts.sites.byId(state.siteId ?? ''))));
  };
  bus.on('thread.closed', paced);
  const heated = async (): Promise<void> => {
    for (const scope of watching()) {
      const asked = { threads: store.threads, siteById: parts.sites.byId };
      gateway.emit(heatNews(scope, await readHotThreads(asked, await parts.sites.standing(scope))));
    }
  };
  bus.on('thread.heated', paced);
  bus.on('thread.heated', heated);
  bus.on('reaction.changed', ({ threadId }) => pages.invalidate(threadId));
  bus.on('reaction.changed', (event) => gateway.emit(reactionNews(event)));
  bus.on('rating.changed', (event) => {
    pages.invalidate(event.threadId);
    gateway.emit(ratingNews(event));
  });
  bus.on('votes.counted', (event) => {
    pages.invalidate(event.threadId);
    gateway.emit(votesNews(event));
  });
  bus.on('comment.decided', (event) => gateway.emit(decidedNews(event)));
  bus.on('person.sanctioned', (event) => gateway.emit(standingNews(event)));
  bus.on('person.forgotten', ({ personId }) => gateway.endReader(personId));
  bus.on('person.signed-in', ({ personId }) => gateway.endReader(personId));
  bus.on('sessions.ended', ({ sessionIds }) => gateway.endReaderSessions(sessionIds));
  bus.on('site.removed', ({ siteId }) => {
    pages.invalidate(siteId);
    gateway.endSite(siteId);
  });
  bus.on('site.removed', (event) => {
    for (const scope of watching([event.siteId])) gateway.emit(siteRemovedNews(scope, event));
  });
  bus.on('site.removed', heated);
  bus.on('notification.rows', (event) => ring(ringing, event));
  if (parts.mailOffered) bus.on('notification.rows', (event) => writeLetters({ ...store, now: parts.now }, event));
  bus.on('notification.recounted', (event) => recount(ringing, event));
  bus.on('notification.created', (event) => gateway.emit(notificationNews(event)));
  bus.on('notification.read', (event) => gateway.emit(readNews(event)));
  bus.on('review.opened', async ({ comment }) => {
    // Relayed late, it may have been decided since.
    if (comment.mod.queue !== undefined) await tellOf('review:opened', comment);
  });
  bus.on('review.closed', async ({ comment }) => {
    // Relayed late, it may be back: taken back, say.
    if (comment.mod.queue === undefined) await tellOf('review:closed', comment);
  });
  const count = (): void => {
    if (watching().length > 0) figures.changed();
  };
  bus.on('review.opened', count);
  bus.on('review.closed', count);
  bus.on('site.removed', count);
  bus.on('bulk.progressed', (event) => {
    for (const scope of watching(event.sites)) gateway.emit(bulkNews(scope, event));
  });
  bus.on('review.claimed', (event) => {
    for (const scope of watching([event.comment.siteId])) gateway.emit(claimNews(scope, event));
  });
}
