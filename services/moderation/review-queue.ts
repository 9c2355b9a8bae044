import type { CommentId } from '../../shared/ids.ts';
import type { ReviewCard, ReviewPage } from '../../shared/review.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ThreadDoc } from '../storage/threads.ts';

export interface ReviewDeps {
  comments: Pick<CommentStore, 'queuePage' | 'queueCount' | 'queueOldest' | 'byId' | 'byIds' | 'countByAuthor'>;
  threads: { byIds(ids: ThreadDoc['_id'][]): Promise<ThreadDoc[]> };
  siteById: (id: string) => Promise<Site | null>;
}

/** One page of what waits for a person: highest priority first, then oldest. */
export async function readQueue(
  deps: ReviewDeps,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<ReviewPage> {
  const [found, count, oldest] = await Promise.all([
    deps.comments.queuePage({ place: readCursor<CommentId>(cursor), limit: limit + 1 }),
    deps.comments.queueCount(),
    deps.comments.queueOldest(),
  ]);
  const docs = found.slice(0, limit);
  const last = docs.at(-1);
  const more = found.length > limit && last?.mod.queuedAt !== undefined;
  return {
    items: await toCards(deps, docs),
    next:
      more && last?.mod.queuedAt
        ? writeCursor({ at: last.mod.queuedAt, id: last._id, priority: last.mod.priority ?? 0 })
        : null,
    count,
    oldestAt: oldest?.toISOString() ?? null,
  };
}

/** @throws Problem `not-found` */
export async function readCard(deps: ReviewDeps, commentId: CommentId): Promise<ReviewCard> {
  const doc = await deps.comments.byId(commentId);
  if (doc === null) throw new Problem('not-found');
  return toCard(deps, doc);
}

export async function toCard(deps: ReviewDeps, doc: CommentDoc): Promise<ReviewCard> {
  const [card] = await toCards(deps, [doc]);
  if (card === undefined) throw new Problem('not-found');
  return card;
}

/** Cards for several comments: what they all need is fetched together. */
async function toCards(deps: ReviewDeps, docs: CommentDoc[]): Promise<ReviewCard[]> {
  const parentIds = docs.flatMap((doc) => (doc.parentId === null ? [] : [doc.parentId]));
  const authorIds = [...new Set(docs.map((doc) => doc.authorId))];
  const [threads, parents, figures] = await Promise.all([
    deps.threads.byIds([...new Set(docs.map((doc) => doc.threadId))]),
    parentIds.length === 0 ? [] : deps.comments.byIds([...new Set(parentIds)]),
    Promise.all(authorIds.map((id) => authorFigures(deps, id))),
  ]);
  const threadById = new Map(threads.map((thread) => [thread._id, thread]));
  const parentById = new Map(parents.map((parent) => [parent._id, parent]));
  const figuresById = new Map(authorIds.map((id, i) => [id, figures[i]]));
  return Promise.all(
    docs.map(async (doc) => {
      const site = await deps.siteById(doc.siteId);
      return card(doc, {
        siteName: site?.name ?? doc.siteId,
        thread: threadById.get(doc.threadId),
        parent: doc.parentId === null ? undefined : parentById.get(doc.parentId),
        figures: figuresById.get(doc.authorId) ?? { published: 0, refused: 0 },
      });
    }),
  );
}

async function authorFigures(
  deps: ReviewDeps,
  id: CommentDoc['authorId'],
): Promise<{ published: number; refused: number }> {
  const [published, refused] = await Promise.all([
    deps.comments.countByAuthor(id, 'published'),
    deps.comments.countByAuthor(id, 'refused'),
  ]);
  return { published, refused };
}

function card(
  doc: CommentDoc,
  about: {
    siteName: string;
    thread: ThreadDoc | undefined;
    parent: CommentDoc | undefined;
    figures: { published: number; refused: number };
  },
): ReviewCard {
  const { mod } = doc;
  const { thread, parent, figures } = about;
  return {
    id: doc._id,
    site: { id: doc.siteId, name: about.siteName },
    thread: { id: doc.threadId, key: thread?.key ?? '', url: thread?.url ?? null, title: thread?.title ?? null },
    author: { id: doc.authorId, name: typedName(doc), ...figures },
    parent: parent === undefined ? null : { id: parent._id, authorName: typedName(parent), text: parent.text },
    text: doc.text,
    rev: doc.rev,
    v: mod.v,
    vis: mod.vis,
    review: mod.review,
    queue: mod.queue ?? null,
    priority: mod.priority === undefined ? null : { total: mod.priority, parts: mod.priorityParts ?? {} },
    verdict: mod.verdict,
    outcome:
      mod.outcome === undefined
        ? null
        : {
            kind: mod.outcome.kind,
            code: mod.outcome.code,
            note: mod.outcome.note,
            by: mod.outcome.by,
            at: mod.outcome.at.toISOString(),
          },
    createdAt: doc.createdAt.toISOString(),
    queuedAt: mod.queuedAt?.toISOString() ?? null,
  };
}

/** Moderators see what was typed, whatever readers get. */
function typedName({ typedName: typed, authorName }: CommentDoc): string {
  return typed ?? authorName;
}
