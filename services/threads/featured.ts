import type { Featured } from '../../shared/comment.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { publicView } from '../comments/comment.ts';
import type { CommentStore } from '../storage/comments.ts';

/** The editor's picks of a thread, the same for everyone. There are never so many that they need pages. */
export async function readFeatured(
  { comments }: { comments: Pick<CommentStore, 'featured'> },
  threadId: ThreadId,
): Promise<Featured> {
  return { threadId, items: (await comments.featured(threadId)).map(publicView) };
}
