import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { ACTIVE_DAYS } from '../../shared/limits.ts';
import { plainText } from '../../shared/markdown.ts';
import type { Active, Recent } from '../../shared/syndication.ts';
import { withoutSpoilers } from '../comments/spoilers.ts';
import { excerpt } from '../comments/text.ts';
import type { CommentStore } from '../storage/comments.ts';
import { articlesOf, articleView, linkTo, type ArticleDeps } from './articles.ts';

export interface SideListDeps extends ArticleDeps {
  comments: Pick<CommentStore, 'published' | 'activity'>;
  now: () => Date;
}

const EXCERPT_LENGTH = 140;
const DAY_MS = 24 * 3_600_000;
/** Comments that are counted at most: what a busy site writes within a day or two says as well where it is written. */
const COUNTED = 1000;

/** The newest published comments of a site. */
export async function readRecent(deps: SideListDeps, siteId: SiteId, limit: number): Promise<Recent> {
  const docs = await deps.comments.published({ siteId }, limit);
  const articles = await articlesOf(deps, docs);
  return {
    items: docs.map(({ _id, threadId, authorName, authorStaff, body, createdAt }) => {
      const thread = articleView(articles.get(threadId));
      return {
        id: _id,
        author: { name: authorName, staff: authorStaff },
        excerpt: excerpt(plainText(withoutSpoilers(body)), EXCERPT_LENGTH),
        createdAt: createdAt.toISOString(),
        url: linkTo(thread.url, _id),
        thread,
      };
    }),
  };
}

/** The discussions of a site with the most comments of late, of two with as many the one that was written in last. */
export async function readActive(deps: SideListDeps, siteId: SiteId, limit: number): Promise<Active> {
  const since = new Date(deps.now().getTime() - ACTIVE_DAYS * DAY_MS);
  const posted = await deps.comments.activity(siteId, { since, limit: COUNTED });
  const tally = new Map<ThreadId, { threadId: ThreadId; comments: number; lastAt: Date }>();
  // Newest first, so that a discussion's first one is its last.
  for (const { threadId, createdAt } of posted) {
    const so = tally.get(threadId);
    if (so === undefined) tally.set(threadId, { threadId, comments: 1, lastAt: createdAt });
    else so.comments += 1;
  }
  const most = [...tally.values()].sort((a, b) => b.comments - a.comments || +b.lastAt - +a.lastAt).slice(0, limit);
  const articles = await articlesOf(deps, most);
  return {
    since: since.toISOString(),
    items: most.map(({ threadId, comments, lastAt }) => ({
      thread: articleView(articles.get(threadId)),
      comments,
      lastAt: lastAt.toISOString(),
    })),
  };
}
