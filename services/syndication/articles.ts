import type { ThreadId } from '../../shared/ids.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { NamedThread, NamedThreads } from '../threads/named-threads.ts';

export interface ArticleDeps {
  threads: NamedThreads;
}

/** The articles that comments are about, by the id of their discussion. */
export async function articlesOf(
  deps: ArticleDeps,
  docs: readonly Pick<CommentDoc, 'threadId'>[],
): Promise<Map<ThreadId, NamedThread>> {
  const ids = [...new Set(docs.map(({ threadId }) => threadId))];
  const found = ids.length === 0 ? [] : await deps.threads.byIds(ids);
  return new Map(found.map((thread) => [thread._id, thread]));
}

/** Address of a comment in its article; the widget there knows the fragment. Null where the article's is not known. */
export function linkTo(url: string | null, commentId: string): string | null {
  return url === null ? null : `${url.replace(/#.*$/s, '')}#tribune-${commentId}`;
}

/** An article as lists name it. */
export function articleView(thread: NamedThread | undefined): {
  key: string;
  title: string | null;
  url: string | null;
} {
  return { key: thread?.key ?? '', title: thread?.title ?? null, url: thread?.url ?? null };
}
