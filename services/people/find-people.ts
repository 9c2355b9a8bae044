import type { PersonId } from '../../shared/ids.ts';
import type { People, PeopleQuery } from '../../shared/people.ts';
import { nameLetters } from '../comments/names.ts';
import { pageOf, readCursor } from '../cursor.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import { namesOf } from './person-card.ts';
import { inForce } from './sanctions.ts';

/** Names listed for a beginning; whoever does not find theirs types one more letter. */
const NAMED = 50;
const SANCTIONED = 30;

interface FindDeps {
  people: Pick<PeopleStore, 'named' | 'sanctioned'>;
  now: () => Date;
}

/** People of a site by how one of their names begins; without one, those under a sanction. */
export async function findPeople(deps: FindDeps, { site, q, cursor }: PeopleQuery): Promise<People> {
  const now = deps.now();
  if (q === undefined) {
    const found = await deps.people.sanctioned(site, { place: readCursor<PersonId>(cursor), limit: SANCTIONED + 1 });
    const { docs, next } = pageOf(found, SANCTIONED, ({ _id, sanctions }) => ({ at: sanctions?.listedAt, id: _id }));
    // Who has served their time stays in the index until something is done about them again.
    const items = docs.filter((person) => inForce(person, now).length > 0).map((person) => view(person, now));
    return { items, next, more: false };
  }
  const key = nameLetters(q);
  // A beginning of nothing but spaces and dots is the beginning of every name.
  if (key === '') return { items: [], next: null, more: false };
  const found = await deps.people.named(site, key, NAMED + 1);
  const items = found.slice(0, NAMED).map((person) => view(person, now));
  items.sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  return { items, next: null, more: found.length > NAMED };
}

function view(person: PersonDoc, now: Date): People['items'][number] {
  return {
    id: person._id,
    name: person.name,
    names: namesOf(person)
      .map(({ name }) => name)
      .filter((name) => name !== person.name),
    since: person.createdAt.toISOString(),
    sanctions: inForce(person, now).map(({ kind, until }) => ({ kind, until: until?.toISOString() ?? null })),
  };
}
