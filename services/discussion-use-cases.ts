import { Problem } from '../shared/problem.ts';
import { requireAccess } from './auth/access.ts';
import type { DiscussionUseCases } from './http/discussion-routes.ts';
import { readDiscussion, readDiscussionActs } from './moderation/discussion.ts';
import { distinguish, undistinguish } from './moderation/distinctions.ts';
import { moderateDeps } from './review-use-cases.ts';
import { siteAccess } from './site-access.ts';
import { setClosed, type CloseDeps } from './threads/close.ts';
import type { Parts } from './use-cases.ts';

/** What closing a discussion needs, whoever does it. */
export function closeDeps({
  store,
  bus,
  pages,
  threads,
  log,
  now,
}: Parts): CloseDeps & Pick<Parts['store'], 'threads'> {
  return {
    ...store,
    changed: (threadId, closed) => {
      threads.changed(threadId, closed);
      pages.invalidate(threadId);
      // It is stored, and whoever reads the page or writes hears of it; nothing fails because of what is only told.
      void bus
        .publish({ type: 'thread.closed', threadId })
        .catch((err: unknown) => log.warn({ err, thread: threadId }, 'closing not told'));
    },
    now,
  };
}

export function discussionUseCases(parts: Parts): DiscussionUseCases {
  const { store, sites } = parts;
  const deps = { ...store, siteById: sites.byId };
  const moderating = moderateDeps(parts);
  const distinguishing = { ...moderating, expect: store.threads.expect };
  const closing = closeDeps(parts);
  const access = siteAccess(parts);
  return {
    async read(by, where) {
      requireAccess(by, 'review.read', where.siteId);
      return readDiscussion(deps, where);
    },
    async setClosed(by, { siteId, key, closed }) {
      requireAccess(by, 'discussion.steer', siteId);
      if ((await sites.byId(siteId)) === null) throw new Problem('unknown-site');
      await setClosed(closing, { id: by.id, name: by.name }, { siteId, key, closed });
      return readDiscussion(deps, { siteId, key });
    },
    async distinguish(by, what) {
      await access.ofComment(by, 'discussion.steer', what.commentId);
      return { card: await moderating.card(await distinguish(distinguishing, { id: by.id, name: by.name }, what)) };
    },
    async undistinguish(by, what) {
      await access.ofComment(by, 'discussion.steer', what.commentId);
      return { card: await moderating.card(await undistinguish(moderating, { id: by.id, name: by.name }, what)) };
    },
    async acts(by, query) {
      requireAccess(by, 'audit.read');
      return readDiscussionActs(deps, query, await access.asked(by, query.site));
    },
  };
}
