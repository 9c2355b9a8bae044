import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { PersonComment, PersonComments, PersonCommentsQuery } from '../../shared/people.ts';
import { Problem } from '../../shared/problem.ts';
import { typedName } from '../comments/comment.ts';
import { pageOf, readCursor } from '../cursor.ts';
import { outcomeView } from '../moderation/review-card.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { PersonDoc } from '../storage/people.ts';
import { threadsOf, type NamedThreads, type ThreadName } from '../threads/named-threads.ts';

/**
 * What a person wrote and what became of it, newest first; or what people refused, the latest refusal first.
 * @throws Problem `not-found`, `cursor-invalid`
 */
export async function readPersonComments(
  deps: {
    people: { byId(id: PersonId): Promise<PersonDoc | null> };
    comments: Pick<CommentStore, 'ofAuthor' | 'refusedOf'>;
    threads: NamedThreads;
  },
  personId: PersonId,
  { only, cursor, limit }: PersonCommentsQuery,
): Promise<PersonComments> {
  const place = readCursor<CommentId>(cursor);
  if ((await deps.people.byId(personId)) === null) throw new Problem('not-found');
  const page = { place, limit: limit + 1 };
  const found = await (only === 'refused'
    ? deps.comments.refusedOf(personId, page)
    : deps.comments.ofAuthor(personId, page));
  const { docs, next } = pageOf(found, limit, ({ _id, createdAt, mod }) => ({
    at: only === 'refused' ? mod.outcome?.decidedAt : createdAt,
    id: _id,
  }));
  const threadOf = await threadsOf(deps.threads, docs);
  return { items: docs.map((doc) => view(doc, threadOf(doc.threadId))), next };
}

function view(doc: CommentDoc, thread: ThreadName): PersonComment {
  const { mod } = doc;
  return {
    id: doc._id,
    thread: { id: doc.threadId, ...thread },
    at: doc.createdAt.toISOString(),
    name: typedName(doc),
    text: doc.text,
    hits: mod.verdict.hits,
    rev: doc.rev,
    vis: mod.vis,
    review: mod.review,
    queue: mod.queue ?? null,
    outcome: outcomeView(mod.outcome),
    flags: mod.flags?.count ?? 0,
  };
}
