import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { LetterStore } from '../storage/letters.ts';
import type { PeopleStore } from '../storage/people.ts';
import { USUAL_MANNER } from './mail-view.ts';
import { whenDue } from './when-due.ts';

export interface LettersBackDeps {
  letters: Pick<LetterStore, 'putByAbout' | 'bringBack'>;
  people: Pick<PeopleStore, 'byIds'>;
  now: () => Date;
}

/** Letters at a time. */
const AT_ONCE = 500;

/**
 * Has the letters go after all that were put by because their comment was out of sight: as each reader wants mail, as if it had just
 * come into sight. What was sent before is not sent again. Cut off anywhere and done again, it is the same.
 */
export async function bringLettersBack({ letters, people, now }: LettersBackDeps, commentId: CommentId): Promise<void> {
  for (;;) {
    const some = await letters.putByAbout(commentId, AT_ONCE);
    if (some.length === 0) return;
    const readers = await people.byIds([
      ...new Set(some.flatMap(({ personId }): PersonId[] => (personId === null ? [] : [personId]))),
    ]);
    const mailOf = new Map<string | null, (typeof readers)[number]['mail']>(
      readers.map(({ _id, mail }) => [_id, mail]),
    );
    const at = now();
    const idsByDue = new Map<number, string[]>();
    for (const { _id, personId } of some) {
      const due = whenDue(mailOf.get(personId) ?? USUAL_MANNER, { now: at, earlier: 0 }).getTime();
      idsByDue.set(due, [...(idsByDue.get(due) ?? []), _id]);
    }
    for (const [due, ids] of idsByDue) await letters.bringBack(ids, new Date(due));
  }
}
