import type { ThreadId } from '../../shared/ids.ts';
import { PARTICIPANTS_SIZE } from '../../shared/limits.ts';
import type { Participants } from '../../shared/thread-search.ts';
import type { Reach } from '../comments/look-through.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Place } from '../storage/place.ts';

/**
 * Who has a comment in sight in a thread by a name of which a word begins so, whatever its capitals and accents; whoever wrote last
 * comes first, by the name they had then. Looked for among the newest comments, as many as a search looks at in one request.
 */
export async function findParticipants(
  { comments, reach }: { comments: Pick<CommentStore, 'searchStretch' | 'namesWithin'>; reach: Reach },
  { threadId, name }: { threadId: ThreadId; name: string },
): Promise<Participants> {
  const found = new Map<string, string>();
  let from: Place | null = null;
  for (let looked = 0; looked < reach.most && found.size < PARTICIPANTS_SIZE; looked += reach.stretch) {
    const end: Place | null = await comments.searchStretch({ threadId }, { place: from, count: reach.stretch });
    const within = { from: from?.at, downTo: end?.at, limit: PARTICIPANTS_SIZE };
    for (const { authorId, authorName } of await comments.namesWithin(threadId, name, within))
      if (!found.has(authorId)) found.set(authorId, authorName);
    if (end === null) break;
    from = end;
  }
  return { items: [...found].slice(0, PARTICIPANTS_SIZE).map(([id, known]) => ({ id, name: known })) };
}
