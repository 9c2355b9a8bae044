import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { OwnList, OwnListQuery } from '../../shared/own.ts';
import { ownView } from '../comments/comment.ts';
import { pageOf, readCursor } from '../cursor.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { NamedThreads } from '../threads/named-threads.ts';
import { threadView } from './kept.ts';

/** A person's own comments wherever they stand, newest first. @throws Problem `cursor-invalid` */
export async function readOwnComments(
  deps: { comments: Pick<CommentStore, 'ofAuthor'>; named: NamedThreads },
  personId: PersonId,
  { cursor, limit }: OwnListQuery,
): Promise<OwnList> {
  const found = await deps.comments.ofAuthor(personId, { place: readCursor<CommentId>(cursor), limit: limit + 1 });
  const { docs, next } = pageOf(found, limit, ({ createdAt, _id }) => ({ at: createdAt, id: _id }));
  const threads = await deps.named.byIds([...new Set(docs.map(({ threadId }) => threadId))]);
  const byId = new Map(threads.map((thread) => [thread._id, thread]));
  return { items: docs.map((doc) => ({ ...ownView(doc), thread: threadView(byId.get(doc.threadId)) })), next };
}
