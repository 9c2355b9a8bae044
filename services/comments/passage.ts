import type { CommentCreate } from '../../shared/comment.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { About } from '../storage/comment-about.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';

/** What part of the article a new comment is about: what it answers, or else what its author's page says. */
export async function passageOf(
  deps: { fitQuestion: (siteId: SiteId, question: string) => Promise<string | null> },
  { siteId, parent, passage }: { siteId: SiteId; parent: CommentDoc | null; passage: CommentCreate['passage'] },
): Promise<Pick<About, 'passage'>> {
  if (parent !== null) return parent.passage === undefined ? {} : { passage: parent.passage };
  if (passage === undefined) return {};
  const { key, question = '' } = passage;
  // Whoever posts can say the page asks anything: moderators read it, so it must be fit to be read as a title is.
  return { passage: { key, question: question === '' ? null : await deps.fitQuestion(siteId, question) } };
}
