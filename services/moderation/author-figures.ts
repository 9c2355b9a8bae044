import type { PersonId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';

/** How many comments of an author everyone can see, and how many a person refused. */
export interface AuthorFigures {
  published: number;
  refused: number;
}

interface Entry {
  counting: Promise<AuthorFigures>;
  /** Once they are counted. Each change here makes new ones. */
  figures: AuthorFigures | null;
}

const REMEMBERED = 20_000;
/** What another process changed is seen this late, milliseconds: about as long as a moderator looks at a comment. */
const REMEMBERED_MS = 30_000;

/**
 * Figures of authors for the cards of their comments. They are counted, and serve while a moderator reads the comment and for the
 * cards that their decision makes: what this process changes meanwhile is added to what was counted before it, and where it cannot
 * be told which came first, they are counted anew.
 */
export function createAuthorFigures(deps: { comments: Pick<CommentStore, 'countByAuthor'>; now: () => Date }): {
  of: (authorId: PersonId) => Promise<AuthorFigures>;
  /** Called before a change of a comment is tried; what it answers, once that is stored. */
  changing: (before: CommentDoc) => (after: CommentDoc) => void;
  forget: (authorId: PersonId) => void;
} {
  // Of a count that is under way, too: two who ask at once need one.
  const known = createLru<Entry>(REMEMBERED, REMEMBERED_MS, () => deps.now().getTime());

  async function count(authorId: PersonId): Promise<AuthorFigures> {
    const [published, refused] = await Promise.all([
      deps.comments.countByAuthor(authorId, 'published'),
      deps.comments.countByAuthor(authorId, 'refused'),
    ]);
    return { published, refused };
  }

  async function anew(authorId: PersonId): Promise<AuthorFigures> {
    const entry: Entry = { counting: count(authorId), figures: null };
    known.set(authorId, entry);
    try {
      entry.figures = await entry.counting;
      return entry.figures;
    } catch (error) {
      if (known.get(authorId) === entry) known.delete(authorId);
      throw error;
    }
  }

  return {
    async of(authorId) {
      const entry = known.get(authorId);
      return entry === undefined ? anew(authorId) : (entry.figures ?? entry.counting);
    },
    changing(before) {
      const figures = known.get(before.authorId)?.figures ?? null;
      return (after) => {
        const entry = known.get(after.authorId);
        if (entry === undefined) return;
        // Counted, or changed by somebody else, between the look at the comment and now: with or without this change.
        if (figures === null || entry.figures !== figures) known.delete(after.authorId);
        else entry.figures = changed(figures, before, after);
      };
    },
    forget: (authorId) => known.delete(authorId),
  };
}

function changed({ published, refused }: AuthorFigures, before: CommentDoc, after: CommentDoc): AuthorFigures {
  return {
    published: published + Number(isPublished(after)) - Number(isPublished(before)),
    refused: refused + Number(wasRefused(after)) - Number(wasRefused(before)),
  };
}

/** As `countByAuthor` counts the published ones. */
function isPublished({ mod }: CommentDoc): boolean {
  return mod.vis === 'visible';
}

/** As `countByAuthor` counts the refused ones. */
function wasRefused({ mod: { outcome } }: CommentDoc): boolean {
  return (outcome?.kind === 'refused' || outcome?.kind === 'withdrawn') && outcome.codes.length > 0;
}
