import type { SiteId } from '../../shared/ids.ts';
import type { Me, SessionKey, SignedIn } from '../../shared/sign-in.ts';
import { agentOf } from '../auth/agent.ts';
import { deriveSecret } from '../auth/tokens.ts';
import { USUAL_MANNER } from '../notifications/mail-view.ts';
import { mailKey } from '../notifications/address.ts';
import type { IdentityStore } from '../storage/identities.ts';
import type { PeopleStore, PersonDoc } from '../storage/people.ts';
import type { SignInDoc, SignInStore } from '../storage/sign-ins.ts';
import { personOf, type IdentityDeps } from './identity.ts';
import type { ReaderSessions } from './reader-sessions.ts';

export interface SignInDeps extends IdentityDeps {
  signIns: Pick<SignInStore, 'byId' | 'insert' | 'tryCode' | 'use'>;
  identities: IdentityDeps['identities'] & Pick<IdentityStore, 'ofPerson'>;
  people: IdentityDeps['people'] & Pick<PeopleStore, 'adoptMail'>;
  sessions: Pick<ReaderSessions, 'open'>;
  /** Gives somebody a name that an issuer says, if it may be one. */
  rename: (person: PersonDoc, name: string) => Promise<PersonDoc>;
}

/** The browser that somebody signs in with. */
export interface Visitor {
  siteId: SiteId;
  /** The guest it shows to be; null for nobody. */
  guest: PersonDoc | null;
  userAgent: string;
  key: SessionKey;
  /** Of the key. */
  thumbprint: string;
}

/** Opens the session of a way in that this browser has used. Done again, it is the same session. */
export async function enter(deps: SignInDeps, way: SignInDoc, visitor: Visitor): Promise<SignedIn> {
  const { _id, siteId, issuer, subject, address, lang, name } = way;
  let person = await personOf(deps, { siteId, issuer, subject, address }, visitor.guest);
  if (address !== null && issuer === 'mail') await adoptMail(deps, person, { address, lang });
  // The site's own name for its reader is the one that counts; a provider's is only better than none.
  if (name !== null && name !== person.name && (issuer === 'site' || person.name === null))
    person = await deps.rename(person, name);
  const { key, thumbprint, userAgent } = visitor;
  // It follows from both, so that whoever has lost the answer gets the same session, and nobody else does.
  const session = deriveSecret(deps.serviceKey, 'reader-session', _id, thumbprint);
  const access = await deps.sessions.open({
    ...{ _id: session, siteId, personId: person._id, issuer },
    key: { x: key.x, y: key.y },
    ...agentOf(userAgent),
  });
  return { session, ...access, person: await meOf(deps, person) };
}

/** Who somebody is, as they may know it. */
export async function meOf(
  { identities }: { identities: Pick<IdentityStore, 'ofPerson'> },
  { _id, siteId, kind, name }: PersonDoc,
): Promise<Me> {
  const proofs = kind === 'guest' ? [] : await identities.ofPerson(_id);
  const address = proofs.find((proof) => proof.address !== null)?.address ?? null;
  return { id: _id, site: siteId, kind, name, address };
}

/** Their mail may go where they have just had a letter; but nothing is sent that nobody has asked for. */
async function adoptMail(
  { people, serviceKey, now }: SignInDeps,
  { _id, siteId }: PersonDoc,
  { address, lang }: { address: string; lang: string },
): Promise<void> {
  const at = now();
  await people.adoptMail(_id, {
    ...{ ...USUAL_MANNER, news: false, lang },
    ...{ address, key: mailKey(serviceKey, siteId, address), state: 'confirmed', askedAt: at, confirmedAt: at },
  });
}
