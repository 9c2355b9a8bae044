import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { OwnList, OwnListQuery } from '../../shared/own.ts';
import { ownView } from '../comments/comment.ts';
import { pageOf, placeOf, readCursor } from '../cursor.ts';
import type { CommentStore } from '../storage/comments.ts';
import { threadsOf, type NamedThreads } from '../threads/named-threads.ts';

/** A person's own comments wherever they stand, newest first. @throws Problem `cursor-invalid` */
export async function readOwnComments(
  deps: { comments: Pick<CommentStore, 'ofAuthor'>; named: NamedThreads },
  personId: PersonId,
  { cursor, limit }: OwnListQuery,
): Promise<OwnList> {
  const found = await deps.comments.ofAuthor(personId, { place: readCursor<CommentId>(cursor), limit: limit + 1 });
  const { docs, next } = pageOf(found, limit, placeOf);
  const threadOf = await threadsOf(deps.named, docs);
  return {
    items: docs.map((doc) => {
      const question = doc.passage?.question ?? null;
      return { ...ownView(doc), thread: threadOf(doc.threadId), ...(question === null ? {} : { question }) };
    }),
    next,
  };
}
