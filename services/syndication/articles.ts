import type { NamedThreads } from '../threads/named-threads.ts';

export interface ArticleDeps {
  threads: NamedThreads;
}

/** Address of a comment in its article; the widget there knows the fragment. Null where the article's is not known. */
export function linkTo(url: string | null, commentId: string): string | null {
  return url === null ? null : `${url.replace(/#.*$/s, '')}#tribune-${commentId}`;
}
