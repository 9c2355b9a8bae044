import { may, requireAccess } from './auth/access.ts';
import { nameLetters } from './comments/names.ts';
import type { SubmitDeps } from './comments/submit.ts';
import type { ModeratorView } from '../shared/identity.ts';
import type { Site } from '../shared/site.ts';
import type { PeopleUseCases } from './http/people-routes.ts';
import { readAuthorFacts } from './moderation/author-facts.ts';
import { addNote } from './people/add-note.ts';
import { findPeople } from './people/find-people.ts';
import { personCard, readPerson } from './people/person-card.ts';
import { readPersonComments } from './people/person-comments.ts';
import { impose, lift, type SanctionDeps, type Sanctioner } from './people/sanction.ts';
import { readSanctionLog } from './people/sanction-log.ts';
import { readerStanding, whyNotWrite } from './people/sanctions.ts';
import { siteAccess } from './site-access.ts';
import type { PersonDoc } from './storage/people.ts';
import type { Parts } from './use-cases.ts';

export function sanctionDeps({ store, guests, bus, log, now }: Parts): SanctionDeps {
  return {
    ...store,
    changed: (person) => {
      guests.forget(person._id);
      // Whoever misses it sees it with the next page or post; nothing fails because of what is only told.
      void bus
        .publish({ type: 'person.sanctioned', personId: person._id, standing: readerStanding(person, now()) })
        .catch((err: unknown) => log.warn({ err }, 'sanction not told'));
    },
    now,
  };
}

/**
 * Lets nobody write who may not. A person is believed for a minute, so whoever would be refused is looked up first: another
 * process may have lifted it.
 */
export function requireMayWrite({ store, guests, now }: Parts): (author: PersonDoc) => Promise<void> {
  return async (author) => {
    if (whyNotWrite(author, now()) === null) return;
    guests.forget(author._id);
    const why = whyNotWrite((await store.people.byId(author._id)) ?? author, now());
    if (why !== null) throw why;
  };
}

/** Keeps what an author typed, with the names they used before, so that they can be found by any of these. */
export function rememberAuthor({ store, now }: Parts): SubmitDeps['rememberAuthor'] {
  return async (person, { name, email }) => {
    const names = person.names ?? [];
    const isNew = !names.some((used) => used.name === name);
    if (!isNew && person.name === name && (email ?? person.email) === person.email) return;
    const used = isNew ? { name, key: nameLetters(name), at: now() } : null;
    await store.people.setIdentity(person._id, { name, email, used });
    Object.assign(person, { name, email: email ?? person.email, names: used === null ? names : [...names, used] });
  };
}

/** What the rules of a site ask about one of its readers. */
export async function authorFacts({ store, cleanAuthors, now }: Parts, site: Site, author: PersonDoc) {
  const asked = { ...store.comments, refusalsOf: cleanAuthors.refusalsOf };
  return readAuthorFacts(asked, { settings: site.settings, author, now: now() });
}

export function peopleUseCases(parts: Parts): PeopleUseCases {
  const { store, sites, now } = parts;
  const cards = { ...store, siteById: sites.byId, now };
  const sanctioning = sanctionDeps(parts);
  const access = siteAccess(parts);
  const asSanctioner = (by: ModeratorView): Sanctioner => ({
    ...{ id: by.id, name: by.name },
    mayGrave: may(by, 'people.sanction-gravely'),
  });
  return {
    async find(by, query) {
      requireAccess(by, 'people.read', query.site);
      return findPeople({ people: store.people, now }, query);
    },
    async person(by, personId) {
      await access.ofPerson(by, 'people.read', personId);
      return readPerson(cards, personId);
    },
    async comments(by, personId, query) {
      await access.ofPerson(by, 'people.read', personId);
      return readPersonComments(store, personId, query);
    },
    async log(by, query) {
      requireAccess(by, 'people.read');
      return readSanctionLog(store, query, await access.asked(by, query.site));
    },
    async sanction(by, what) {
      await access.ofPerson(by, 'people.sanction', what.personId);
      return personCard(cards, await impose(sanctioning, asSanctioner(by), what));
    },
    async lift(by, what) {
      await access.ofPerson(by, 'people.sanction', what.personId);
      return personCard(cards, await lift(sanctioning, asSanctioner(by), what));
    },
    async note(by, what) {
      await access.ofPerson(by, 'people.sanction', what.personId);
      return personCard(cards, await addNote({ ...store, now }, { id: by.id, name: by.name }, what));
    },
  };
}
