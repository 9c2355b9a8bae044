import { auditUseCases } from './audit-use-cases.ts';
import { bulkUseCases } from './bulk-use-cases.ts';
import { commentUseCases } from './comment-use-cases.ts';
import { accountRoutes } from './http/account-routes.ts';
import { auditRoutes } from './http/audit-routes.ts';
import { bulkRoutes } from './http/bulk-routes.ts';
import type { CachedRoute } from './http/cached-routes.ts';
import type { Route } from './http/call.ts';
import { countRoutes } from './http/count-routes.ts';
import { commentRoutes } from './http/comment-routes.ts';
import { consoleMailRoutes } from './http/console-mail-routes.ts';
import { consoleWebhookRoutes } from './http/console-webhook-routes.ts';
import { consoleRoutes } from './http/console-routes.ts';
import { featuredRoute } from './http/featured-routes.ts';
import { heatRoutes } from './http/heat-routes.ts';
import { mailRoutes } from './http/mail-routes.ts';
import { passageRoutes } from './http/passage-routes.ts';
import { peopleRoutes } from './http/people-routes.ts';
import { readerRoutes } from './http/reader-routes.ts';
import { previewRoutes } from './http/preview-routes.ts';
import { subscriptionRoutes } from './http/subscription-routes.ts';
import { ownRoutes } from './http/own-routes.ts';
import { reviewRoutes } from './http/review-routes.ts';
import { searchRoutes } from './http/search-routes.ts';
import { siteAccountRoutes } from './http/site-account-routes.ts';
import { siteRemovalRoutes } from './http/site-removal-routes.ts';
import { siteRoutes } from './http/site-routes.ts';
import { discussionRoutes } from './http/discussion-routes.ts';
import { teamRoutes } from './http/team-routes.ts';
import type { EraseDeps } from './compliance/erase.ts';
import { syndicationRoutes } from './http/syndication-routes.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { signInRoutes } from './http/sign-in-routes.ts';
import { threadSearchRoutes } from './http/thread-search-routes.ts';
import { changesRoute, threadPageRoute, threadRoutes } from './http/thread-routes.ts';
import type { BulkDeps } from './moderation/carry-out-bulk.ts';
import { voteRoutes } from './http/vote-routes.ts';
import { accountUseCases } from './account-use-cases.ts';
import { consoleMailUseCases } from './console-mail-use-cases.ts';
import { consoleUseCases } from './console-use-cases.ts';
import { consoleWebhookUseCases } from './console-webhook-use-cases.ts';
import { discussionUseCases } from './discussion-use-cases.ts';
import { heatUseCases } from './heat-use-cases.ts';
import { mailUseCases } from './mail-use-cases.ts';
import { noticeUseCases } from './notice-use-cases.ts';
import { ownUseCases } from './own-use-cases.ts';
import { peopleUseCases } from './people-use-cases.ts';
import { previewUseCases } from './preview-use-cases.ts';
import { reviewUseCases } from './review-use-cases.ts';
import { searchUseCases, threadSearchUseCases } from './search-use-cases.ts';
import { offersSignIn, sessionUseCases, signInUseCases } from './sign-in-use-cases.ts';
import { siteAccountUseCases } from './site-account-use-cases.ts';
import { siteRemovalUseCases, siteUseCases } from './site-use-cases.ts';
import type { RemoveDeps } from './sites/remove-site.ts';
import type { Caller } from './sites/sites.ts';
import { threadIdOf } from './storage/threads.ts';
import { syndicationUseCases } from './syndication-use-cases.ts';
import { teamUseCases } from './team-use-cases.ts';
import { readChanges } from './threads/changes.ts';
import { createThreadCounts } from './threads/counts.ts';
import { readFeatured } from './threads/featured.ts';
import { readPage } from './threads/page.ts';
import { passageUseCases, readerUseCases, threadUseCases, type Parts } from './use-cases.ts';
import { voteUseCases } from './vote-use-cases.ts';

/** Pages that are the same for everyone. */
export function cachedRoutesOver(parts: Parts, at: { publicUrl: () => string }): CachedRoute[] {
  const { store } = parts;
  return [
    threadPageRoute({
      threadId: (site, key) => threadIdOf(site.id, key),
      readPage: (query) => readPage({ ...store, offersSignIn: offersSignIn(parts) }, query),
    }),
    featuredRoute({
      threadId: (site, key) => threadIdOf(site.id, key),
      readFeatured: (threadId) => readFeatured(store, threadId),
    }),
    changesRoute({
      threadId: (site, key) => threadIdOf(site.id, key),
      changes: (from) => readChanges(store, from),
    }),
    ...syndicationRoutes(syndicationUseCases(parts, at)),
  ];
}

/** Every other route of the service over what it does. Of two that fit a path, the first answers. */
export function routesOver(
  parts: Parts,
  at: {
    bulk: BulkDeps;
    erasing: EraseDeps;
    removing: RemoveDeps;
    publicUrl: () => string;
    cookieName: string;
    /** Origins under which a page may have reached this service. */
    proofOrigins: (caller: Caller) => string[];
    endSession: (sessionHash: string) => void;
  },
): Route[] {
  return [
    // Before the comments, whose ids could be 'search'.
    ...threadSearchRoutes(threadSearchUseCases(parts)),
    ...threadRoutes(threadUseCases(parts)),
    ...countRoutes({ count: createThreadCounts({ comments: parts.store.comments, now: parts.now }) }),
    ...previewRoutes(previewUseCases(parts.limits)),
    ...passageRoutes(passageUseCases(parts)),
    ...commentRoutes(commentUseCases(parts)),
    ...voteRoutes(voteUseCases(parts)),
    ...readerRoutes(readerUseCases(parts)),
    ...signInRoutes(signInUseCases(parts, at)),
    ...sessionRoutes(sessionUseCases(parts)),
    ...subscriptionRoutes(noticeUseCases(parts)),
    ...mailRoutes(mailUseCases(parts)),
    ...ownRoutes(ownUseCases(parts, at.erasing)),
    // Before the comments of the queue, whose ids could be 'bulk'.
    ...bulkRoutes(bulkUseCases(at.bulk)),
    ...reviewRoutes(reviewUseCases(parts)),
    ...discussionRoutes(discussionUseCases(parts)),
    ...searchRoutes(searchUseCases(parts)),
    ...auditRoutes(auditUseCases(parts)),
    ...peopleRoutes(peopleUseCases(parts)),
    ...siteRoutes(siteUseCases(parts, at)),
    ...siteRemovalRoutes(siteRemovalUseCases(parts, at.removing)),
    ...siteAccountRoutes(siteAccountUseCases(parts, at)),
    ...heatRoutes(heatUseCases(parts)),
    ...consoleMailRoutes(consoleMailUseCases(parts)),
    ...consoleWebhookRoutes(consoleWebhookUseCases(parts)),
    ...teamRoutes(teamUseCases(parts, at)),
    ...consoleRoutes(consoleUseCases(parts, at)),
    ...accountRoutes(accountUseCases(parts, at)),
  ];
}
