import type { PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import { identityOf } from '../moderation/standing.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { PersonNoteDoc } from '../storage/person-notes.ts';

/**
 * Tells colleagues something about a person. Sent again with its Idempotency-Key, it is one note.
 * @throws Problem `not-found`, `idempotency-key-reused`
 */
export async function addNote(
  deps: {
    people: { byId(id: PersonId): Promise<PersonDoc | null> };
    personNotes: { append(note: PersonNoteDoc): Promise<'appended' | 'key-reused'> };
    now: () => Date;
  },
  by: { id: string; name: string },
  { personId, text, key }: { personId: PersonId; text: string; key: string | undefined },
): Promise<PersonDoc> {
  const person = await deps.people.byId(personId);
  if (person === null) throw new Problem('not-found');
  const { eventId, idem } = identityOf(by.id, key, [personId, 'note', text]);
  const appended = await deps.personNotes.append({
    _id: eventId,
    siteId: person.siteId,
    personId,
    at: deps.now(),
    by,
    text,
    ...(idem === undefined ? {} : { idem }),
  });
  if (appended === 'key-reused') throw new Problem('idempotency-key-reused');
  return person;
}
