import type { PersonId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import type { CommentStore } from '../storage/comments.ts';

const REMEMBERED = 20_000;

/** As long as a verified person is (auth/guests.ts), milliseconds; only what another process decided is heard of so late. */
const REMEMBERED_MS = 60_000;

type RefusalsOf = CommentStore['refusalsOf'];

/**
 * Refusals of authors, without asking again for those who have none. Nobody gets a first one unless somebody decides, and who
 * decides here says so with `forget`.
 */
export function createCleanAuthors(deps: { comments: { refusalsOf: RefusalsOf }; now: () => Date }): {
  refusalsOf: RefusalsOf;
  forget: (authorId: PersonId) => void;
} {
  const clean = createLru<true>(REMEMBERED, REMEMBERED_MS, () => deps.now().getTime());
  let decisions = 0;
  return {
    async refusalsOf(authorId, range) {
      if (clean.get(authorId) === true) return [];
      const before = decisions;
      const refusals = await deps.comments.refusalsOf(authorId, range);
      // What was read while something was decided may be from before.
      if (refusals.length === 0 && before === decisions) clean.set(authorId, true);
      return refusals;
    },
    forget(authorId) {
      decisions += 1;
      clean.delete(authorId);
    },
  };
}
