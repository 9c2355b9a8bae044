import type { PersonId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import type { CommentStore } from '../storage/comments.ts';

/** How many comments of an author everyone can see, and how many a person refused. */
export interface AuthorFigures {
  published: number;
  refused: number;
}

const REMEMBERED = 20_000;
/** What another process changed is seen this late, milliseconds. */
const REMEMBERED_MS = 2000;

/**
 * Figures of authors for the cards of their comments. They are counted, never added up; but a decision makes two cards, one for
 * whoever decides and one for everybody else, and whoever writes much has many cards on a page, so a count serves for a moment.
 * Whatever changes a comment here says so with `forget`.
 */
export function createAuthorFigures(deps: { comments: Pick<CommentStore, 'countByAuthor'>; now: () => Date }): {
  /** As they were within the last moment. */
  of: (authorId: PersonId) => Promise<AuthorFigures>;
  /** As they are now: for whoever is told what has just become of a comment, by themselves or by somebody faster. */
  anew: (authorId: PersonId) => Promise<AuthorFigures>;
  forget: (authorId: PersonId) => void;
} {
  // Of a count that is under way, too: two who ask at once need one.
  const counts = createLru<Promise<AuthorFigures>>(REMEMBERED, REMEMBERED_MS, () => deps.now().getTime());

  async function count(authorId: PersonId): Promise<AuthorFigures> {
    const [published, refused] = await Promise.all([
      deps.comments.countByAuthor(authorId, 'published'),
      deps.comments.countByAuthor(authorId, 'refused'),
    ]);
    return { published, refused };
  }

  function anew(authorId: PersonId): Promise<AuthorFigures> {
    const counting = count(authorId);
    counts.set(authorId, counting);
    counting.catch(() => {
      if (counts.get(authorId) === counting) counts.delete(authorId);
    });
    return counting;
  }

  return {
    of: (authorId) => counts.get(authorId) ?? anew(authorId),
    anew,
    forget: (authorId) => counts.delete(authorId),
  };
}
