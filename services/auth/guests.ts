import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { Guest } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { encodeBytes, newId } from '../ids.ts';
import { createLru } from '../lru.ts';
import { createSharedLookUp } from '../shared-read.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { PersonDoc } from '../storage/people.ts';
import { deriveSecret, hashSecret, newSecret } from './tokens.ts';

/** A guest who comes back within this time is the same guest. */
const GUEST_DAYS = 400;
const REMEMBERED = 20_000;
const REMEMBERED_MS = 60_000;

export interface GuestDeps {
  grants: { byHashes: (hashes: readonly string[]) => Promise<GrantDoc[]>; insert(doc: GrantDoc): Promise<void> };
  people: { byIds: (ids: PersonId[]) => Promise<PersonDoc[]>; insert(doc: PersonDoc): Promise<void> };
  serviceKey: string;
  now: () => Date;
}

export interface Guests {
  /** Makes a guest. The same request again (site, client, key) gives the same guest and token. */
  create(request: { siteId: SiteId; client: string; key: string | undefined }): Promise<Guest>;
  /**
   * The guest who has a token. Who has signed in is no guest any more, and nobody is them by the token they had before.
   * @throws Problem `token-invalid`, `token-expired`
   */
  authenticate(token: string): Promise<PersonDoc>;
  /**
   * A person as they were within the last minute, but for what was done about them here since.
   * @throws Problem `token-invalid` for who is not there, or was forgotten
   */
  person(id: PersonId): Promise<PersonDoc>;
  /** Has a person read anew with their next request, since something was done about them. */
  forget(personId: PersonId): void;
}

/** Guests: an opaque token is all they have, and nobody but its holder can be them. Who was read is remembered here for readers, too. */
export function createGuests(deps: GuestDeps): Guests {
  // Verified once and remembered for a minute: whose a token is, and who that is.
  const clock = (): number => deps.now().getTime();
  const tokens = createLru<PersonId>(REMEMBERED, REMEMBERED_MS, clock);
  const people = createLru<PersonDoc>(REMEMBERED, REMEMBERED_MS, clock);
  // After a restart everybody comes back in the same moment, and nobody is remembered.
  const readGrant = createSharedLookUp<string, GrantDoc>(deps.grants.byHashes);
  const readPerson = createSharedLookUp<PersonId, PersonDoc>(deps.people.byIds);
  let forgotten = 0;

  /** @throws Problem `token-invalid`, `token-expired` */
  async function holderOf(hash: string): Promise<PersonId> {
    const grant = await readGrant(hash);
    if (grant?.kind !== 'guest' || grant.subjectId === null) throw new Problem('token-invalid');
    if (grant.expiresAt <= deps.now()) throw new Problem('token-expired');
    return grant.subjectId as PersonId;
  }

  async function personBy(id: PersonId): Promise<PersonDoc> {
    const remembered = people.get(id);
    if (remembered !== undefined) return remembered;
    const before = forgotten;
    const person = await readPerson(id);
    if (person === null || person.forgottenAt !== undefined) throw new Problem('token-invalid');
    // What was read while something was done about somebody may be from before: good for who asked then, and no longer.
    if (before === forgotten) people.set(id, person);
    return person;
  }

  return {
    async create({ siteId, client, key }) {
      const token = key === undefined ? newSecret() : deriveSecret(deps.serviceKey, 'guest', siteId, client, key);
      const now = deps.now();
      const personId =
        key === undefined
          ? newId<PersonId>(now.getTime())
          : (encodeBytes(Buffer.from(hashSecret(`person:${token}`), 'base64url').subarray(0, 16)) as PersonId);
      await deps.people.insert({ _id: personId, siteId, kind: 'guest', name: null, email: null, createdAt: now });
      await deps.grants.insert({
        _id: hashSecret(token),
        kind: 'guest',
        subjectId: personId,
        siteId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + GUEST_DAYS * 86_400_000),
        usedAt: null,
      });
      return { personId, token };
    },
    async authenticate(token) {
      const hash = hashSecret(token);
      const holder = tokens.get(hash);
      const person = await personBy(holder ?? (await holderOf(hash)));
      if (person.kind !== 'guest') throw new Problem('token-invalid');
      if (holder === undefined) tokens.set(hash, person._id);
      return person;
    },
    person: personBy,
    forget(personId) {
      forgotten += 1;
      people.delete(personId);
    },
  };
}
