import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { OwnSession } from '../../shared/sign-in.ts';
import { deriveSecret } from '../auth/tokens.ts';
import { newId } from '../ids.ts';
import { mailKey } from '../notifications/address.ts';
import type { IdentityDoc, IdentityStore, Issuer } from '../storage/identities.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';

const PROVIDER = 'oidc:';

export interface IdentityDeps {
  identities: Pick<IdentityStore, 'byId' | 'insert' | 'remove'>;
  people: Pick<PeopleStore, 'byId' | 'insert' | 'becomeReader'>;
  grants: { removeOf(subjectId: string): Promise<void> };
  /** Called when somebody is another one than they were: what remembers them must not any more. */
  changed: (personId: PersonId) => void;
  serviceKey: string;
  now: () => Date;
}

/** What was proven about somebody. */
export interface Proven {
  siteId: SiteId;
  issuer: Issuer;
  /** Who it is to the issuer; of mail, the address. */
  subject: string;
  /** A mail address that is known to be theirs. */
  address: string | null;
}

/** Tells nothing of the subject to who has not got the service's own key. */
export function identityId(serviceKey: string, { siteId, issuer, subject }: Omit<Proven, 'address'>): string {
  // Of an address in whichever case, but with all of it: to some providers "a+b" is somebody else than "a".
  const hash =
    issuer === 'mail'
      ? mailKey(serviceKey, siteId, subject)
      : deriveSecret(serviceKey, 'identity', siteId, issuer, subject);
  return `${siteId} ${issuer} ${hash}`;
}

/** Stands for the mailbox of an identity that is one. */
export function mailKeyOf({ _id }: Pick<IdentityDoc, '_id'>): string {
  return _id.split(' ').at(-1) ?? '';
}

/** An issuer as readers are told of it. */
export function viaOf(issuer: Issuer): Pick<OwnSession, 'via' | 'provider'> {
  return issuer === 'mail' || issuer === 'site'
    ? { via: issuer, provider: null }
    : { via: 'provider', provider: issuer.slice(PROVIDER.length) };
}

/**
 * The person that something proves somebody to be. One who is not known yet is (1) whoever the mailbox is, where it is known to be
 * theirs; (2) the guest that the browser shows, who becomes a reader and keeps all that is theirs; (3) somebody new. Two that are known
 * are never made one.
 *
 * One insert settles who it is, and whatever follows from that is made up for by whoever comes next: it may be killed anywhere, and
 * several at once find the same.
 */
export async function personOf(deps: IdentityDeps, proven: Proven, shown: PersonDoc | null): Promise<PersonDoc> {
  const { siteId, issuer, address } = proven;
  const id = identityId(deps.serviceKey, proven);
  let guest = shown?.kind === 'guest' && shown.siteId === siteId ? shown : null;
  for (;;) {
    const known = await deps.identities.byId(id);
    if (known !== null) {
      const person = await personBehind(deps, known);
      if (person.forgottenAt === undefined) return person;
      // Forgotten a moment ago, and this is not deleted yet: whoever signs in now is somebody new.
      await deps.identities.remove(known);
      guest = null;
    }
    const mailbox =
      issuer === 'mail' || address === null
        ? null
        : await personOf(deps, { siteId, issuer: 'mail', subject: address, address }, guest);
    const personId = mailbox?._id ?? guest?._id ?? newId<PersonId>(deps.now().getTime());
    const answer = await deps.identities.insert({
      ...{ _id: id, siteId, personId, issuer, at: deps.now() },
      address: issuer === 'mail' ? address : null,
      ...(mailbox === null && guest !== null ? { became: guest._id } : {}),
    });
    if (answer === 'guest-taken') guest = null;
  }
}

/** The person an identity leads to, who is made, or made a reader, where that was not done yet. */
async function personBehind(deps: IdentityDeps, { personId, siteId, at }: IdentityDoc): Promise<PersonDoc> {
  const found = await deps.people.byId(personId);
  if (found?.kind === 'reader' || found?.forgottenAt !== undefined) return found;
  if (found === null)
    await deps.people.insert({ _id: personId, siteId, kind: 'reader', name: null, email: null, createdAt: at });
  else await deps.people.becomeReader(personId);
  // Nobody is a reader by the token that made them a guest: whoever else knows it stays outside.
  await deps.grants.removeOf(personId);
  deps.changed(personId);
  const person = await deps.people.byId(personId);
  if (person === null) throw new Error('somebody is gone who was there a moment ago');
  return person;
}
