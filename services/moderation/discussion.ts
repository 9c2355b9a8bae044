import type { Discussion, DiscussionActs, DiscussionActsQuery } from '../../shared/discussion.ts';
import type { Scope } from '../../shared/identity.ts';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { pageOf, readCursor } from '../cursor.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ThreadActStore } from '../storage/thread-acts.ts';
import { threadIdOf, type ThreadDoc } from '../storage/threads.ts';
import { threadsOf } from '../threads/named-threads.ts';
import { otherComment } from './review-card.ts';
import { queueFilterOf } from './review-queue.ts';

export interface DiscussionDeps {
  comments: Pick<CommentStore, 'countVisible' | 'pinned' | 'queueCount'>;
  threads: { byId(id: ThreadId): Promise<ThreadDoc | null>; byIds(ids: ThreadId[]): Promise<ThreadDoc[]> };
  siteById: (id: string) => Promise<Site | null>;
}

/**
 * One article's comments as a whole, as a moderator sees them. Nobody need have written there yet.
 * @throws Problem `unknown-site`
 */
export async function readDiscussion(
  deps: DiscussionDeps,
  { siteId, key }: { siteId: SiteId; key: string },
): Promise<Discussion> {
  const id = threadIdOf(siteId, key);
  const [site, thread, count, waiting, pinned] = await Promise.all([
    deps.siteById(siteId),
    deps.threads.byId(id),
    deps.comments.countVisible(id),
    deps.comments.queueCount(queueFilterOf({ thread: id }, [siteId])),
    deps.comments.pinned(id),
  ]);
  if (site === null) throw new Problem('unknown-site');
  const { url = null, title = null, closed } = thread ?? {};
  return {
    ...{ id, site: { id: siteId, name: site.name }, key, url, title, count, waiting },
    closed: closed === undefined ? null : { by: closed.by, at: closed.at.toISOString() },
    pinned: pinned.map((doc) => ({
      ...otherComment(doc),
      at: (doc.mod.pin?.at ?? doc.createdAt).toISOString(),
    })),
  };
}

const SHOWN = 50;

/**
 * Which discussions were closed and reopened, by whom and when, the newest first.
 * @throws Problem `cursor-invalid`
 */
export async function readDiscussionActs(
  deps: Pick<DiscussionDeps, 'threads' | 'siteById'> & { threadActs: Pick<ThreadActStore, 'page'> },
  { actor, from, to, cursor }: DiscussionActsQuery,
  sites: Scope,
): Promise<DiscussionActs> {
  const filter = {
    sites,
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  };
  const found = await deps.threadActs.page(filter, { place: readCursor(cursor), limit: SHOWN + 1 });
  const { docs: acts, next } = pageOf(found, SHOWN, ({ at, _id }) => ({ at, id: _id }));
  const threadOf = await threadsOf(deps.threads, acts);
  return {
    items: await Promise.all(
      acts.map(async ({ _id, siteId, threadId, act, at, by }) => {
        const name = (await deps.siteById(siteId))?.name ?? siteId;
        const thread = { id: threadId, ...threadOf(threadId) };
        return { ...{ id: _id, act, by, thread }, at: at.toISOString(), site: { id: siteId, name } };
      }),
    ),
    next,
  };
}
