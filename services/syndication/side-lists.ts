import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { ACTIVE_DAYS } from '../../shared/limits.ts';
import { plainText } from '../../shared/markdown.ts';
import type { Active, Recent, Voted } from '../../shared/syndication.ts';
import { withoutSpoilers } from '../comments/spoilers.ts';
import { excerpt } from '../comments/text.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Posted } from '../storage/published-queries.ts';
import { threadsOf, type ThreadName } from '../threads/named-threads.ts';
import { linkTo, type ArticleDeps } from './articles.ts';

export interface SideListDeps extends ArticleDeps {
  comments: Pick<CommentStore, 'published' | 'activity' | 'byIds'>;
  now: () => Date;
}

const EXCERPT_LENGTH = 140;
const DAY_MS = 24 * 3_600_000;
/** Comments that are counted at most: what a busy site writes within a day or two says as well where it is written. */
const COUNTED = 1000;

/** The newest published comments of a site. */
export async function readRecent(deps: SideListDeps, siteId: SiteId, limit: number): Promise<Recent> {
  const docs = await deps.comments.published({ siteId }, limit);
  const threadOf = await threadsOf(deps.threads, docs);
  return { items: docs.map((doc) => lineOf(doc, threadOf(doc.threadId))) };
}

/** The published comments of a site that were liked most of late: likes less dislikes, of two with as many the newer one. */
export async function readVoted(deps: SideListDeps, siteId: SiteId, limit: number): Promise<Voted> {
  const since = sinceWhen(deps);
  const posted = await deps.comments.activity(siteId, { since, limit: COUNTED });
  const ids = posted
    .filter((one) => likesOf(one) > 0)
    .sort((a, b) => likesOf(b) - likesOf(a) || +b.createdAt - +a.createdAt)
    .slice(0, limit)
    .map(({ _id }) => _id);
  const byId = new Map((await deps.comments.byIds(ids)).map((doc) => [doc._id, doc]));
  // One that was hidden meanwhile has nothing to show.
  const docs = ids.flatMap((id) => byId.get(id) ?? []).filter(({ mod }) => mod.vis === 'visible');
  const threadOf = await threadsOf(deps.threads, docs);
  return {
    since: since.toISOString(),
    items: docs.map((doc) => ({
      ...lineOf(doc, threadOf(doc.threadId)),
      up: doc.tally?.up ?? 0,
      down: doc.tally?.down ?? 0,
    })),
  };
}

function likesOf({ tally }: Posted): number {
  return (tally?.up ?? 0) - (tally?.down ?? 0);
}

function sinceWhen({ now }: SideListDeps): Date {
  return new Date(now().getTime() - ACTIVE_DAYS * DAY_MS);
}

function lineOf(doc: CommentDoc, thread: ThreadName): Recent['items'][number] {
  return {
    id: doc._id,
    author: { name: doc.authorName, staff: doc.authorStaff },
    excerpt: excerpt(plainText(withoutSpoilers(doc.body)), EXCERPT_LENGTH),
    createdAt: doc.createdAt.toISOString(),
    url: linkTo(thread.url, doc._id),
    thread,
  };
}

/** The discussions of a site with the most comments of late, of two with as many the one that was written in last. */
export async function readActive(deps: SideListDeps, siteId: SiteId, limit: number): Promise<Active> {
  const since = sinceWhen(deps);
  const posted = await deps.comments.activity(siteId, { since, limit: COUNTED });
  const tally = new Map<ThreadId, { threadId: ThreadId; comments: number; lastAt: Date }>();
  // Newest first, so that a discussion's first one is its last.
  for (const { threadId, createdAt } of posted) {
    const so = tally.get(threadId);
    if (so === undefined) tally.set(threadId, { threadId, comments: 1, lastAt: createdAt });
    else so.comments += 1;
  }
  const most = [...tally.values()].sort((a, b) => b.comments - a.comments || +b.lastAt - +a.lastAt).slice(0, limit);
  const threadOf = await threadsOf(deps.threads, most);
  return {
    since: since.toISOString(),
    items: most.map(({ threadId, comments, lastAt }) => ({
      thread: threadOf(threadId),
      comments,
      lastAt: lastAt.toISOString(),
    })),
  };
}
