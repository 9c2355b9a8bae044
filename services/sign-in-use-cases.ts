import { Problem } from '../shared/problem.ts';
import type { SignInWays } from '../shared/sign-in.ts';
import type { Site } from '../shared/site.ts';
import { checkName } from './comments/check-fields.ts';
import type { Entering, SignInUseCases } from './http/sign-in-routes.ts';
import type { SessionUseCases } from './http/session-routes.ts';
import { askByMail, checkLink, enterByCode, enterByLink } from './identity/mail-sign-in.ts';
import { viaOf } from './identity/identity.ts';
import { enterBySite } from './identity/site-sign-in.ts';
import { toOwnSession } from './identity/reader-sessions.ts';
import { thumbprintOf } from './identity/session-key.ts';
import { meOf, type SignInDeps, type Visitor } from './identity/sign-in.ts';
import { mailboxOf } from './notifications/address.ts';
import { rememberAuthor } from './people-use-cases.ts';
import { audienceOf } from './site-account-use-cases.ts';
import { ownPageOnly, type Caller } from './sites/sites.ts';
import type { PersonDoc } from './storage/people.ts';
import type { SiteProvider } from './storage/site-accounts.ts';
import type { Parts } from './use-cases.ts';

/** Sessions of one reader that are listed. */
const SESSIONS_SHOWN = 100;

function signInDeps(parts: Parts): SignInDeps {
  const { store, guests, bus, log, serviceKey, now } = parts;
  return {
    ...{ ...store, sessions: parts.readerSessions, serviceKey, now },
    changed(personId) {
      guests.forget(personId);
      // Whoever still listens by the old token hears what the person hears; nothing fails because of that.
      void bus
        .publish({ type: 'person.signed-in', personId })
        .catch((err: unknown) => log.warn({ err }, 'signing in not told'));
    },
    async rename(person, typed) {
      const { name, fault } = await checkName(parts, typed, 'name');
      return fault === null ? renamed(parts, person, name) : person;
    },
  };
}

/** What a reader is called from now on. */
async function renamed(parts: Parts, person: PersonDoc, name: string): Promise<PersonDoc> {
  const as = { ...person };
  await rememberAuthor(parts)(as, { name, email: undefined });
  parts.guests.forget(person._id);
  return as;
}

/** How readers of a site can sign in. */
async function waysOf({ mailOffered: mail, siteAccounts }: Parts, { id }: Site): Promise<SignInWays> {
  const { keys, providers } = await siteAccounts.of(id);
  return {
    ...{ mail, site: keys.some(({ revoked }) => revoked === undefined) },
    providers: providers.map((provider) => ({ id: provider.id, name: provider.name })),
  };
}

/** Whether they can at all. */
export function offersSignIn(parts: Parts): (site: Site) => Promise<boolean> {
  return async (site) => {
    const { mail, site: bySite, providers } = await waysOf(parts, site);
    return mail || bySite || providers.length > 0;
  };
}

function nameOf(providers: readonly SiteProvider[], id: string | null): string | null {
  return providers.find((provider) => provider.id === id)?.name ?? id;
}

export function signInUseCases(
  parts: Parts,
  at: { proofOrigins: (caller: Caller) => string[]; publicUrl: () => string },
): SignInUseCases {
  const { store, limits, mailOffered, readerSessions, siteAccounts } = parts;
  const deps = signInDeps(parts);
  const visitor = async ({ site, guest, userAgent, address }: Entering, key: Visitor['key']): Promise<Visitor> => {
    await limits.readersFromAddress.take(address);
    return { siteId: site.id, guest, userAgent, key, thumbprint: thumbprintOf(key) };
  };
  return {
    ways: (site) => waysOf(parts, site),
    async askByMail({ site, address: from, caller }, input) {
      if (!mailOffered) throw new Problem('not-offered');
      await limits.confirmationsFromAddress.take(from);
      await limits.confirmationsToMailbox.take(mailboxOf(input.address));
      return askByMail(
        { ...store, serviceKey: parts.serviceKey, now: parts.now },
        site,
        ownPageOnly(input, site, caller),
      );
    },
    enterByCode: async (from, { key, ...input }) => enterByCode(deps, input, await visitor(from, key)),
    enterByLink: async (from, { key, secret }) => enterByLink(deps, secret, await visitor(from, key)),
    async checkLink({ site, address }, secret) {
      await limits.readersFromAddress.take(address);
      const { providers } = await siteAccounts.of(site.id);
      return checkLink(deps, { secret, siteId: site.id }, (issuer) => nameOf(providers, viaOf(issuer).provider));
    },
    async enterBySite(from, { jwt, key }) {
      const { site } = from;
      const tokens = { keyOf: (kid: string) => siteAccounts.keyOf(site.id, kid), secretOf: siteAccounts.secretOf };
      const asked = { site, jwt, audience: audienceOf(at.publicUrl(), site.id) };
      return enterBySite({ ...deps, ...tokens }, asked, await visitor(from, key));
    },
    async challenge({ address }, session) {
      await limits.readerTokensFromAddress.take(address);
      return readerSessions.challenge(session);
    },
    async token({ site, address, caller }, input) {
      await limits.readerTokensFromAddress.take(address);
      const { personId, ...access } = await readerSessions.token(input, {
        ...{ siteId: site.id, origins: at.proofOrigins(caller) },
      });
      return { ...access, person: await meOf(store, await parts.guests.person(personId)) };
    },
  };
}

export function sessionUseCases(parts: Parts): SessionUseCases {
  const { store, bus, limits, readerSessions, now } = parts;
  const open = ({ _id }: PersonDoc) => store.readerSessions.ofPerson(_id, { now: now(), limit: SESSIONS_SHOWN });
  const sessions: SessionUseCases['sessions'] = async (person, session) => ({
    items: (await open(person)).map((doc) => ({ id: doc._id, current: doc._id === session, ...toOwnSession(doc) })),
  });
  const ended = (sessionIds: string[]) => bus.publish({ type: 'sessions.ended', sessionIds });
  return {
    me: (person) => meOf(store, person),
    async rename(person, typed) {
      if (person.kind === 'guest') throw new Problem('not-allowed');
      await limits.changesOfPerson.take(person._id);
      const { name, fault } = await checkName(parts, typed, 'name');
      if (fault !== null) throw new Problem('validation-failed', { errors: [fault] });
      return meOf(store, await renamed(parts, person, name));
    },
    sessions,
    // Whoever wants to be out is never kept in.
    async end({ _id }, sessionId) {
      if (!(await readerSessions.end(sessionId, _id))) throw new Problem('not-found');
      await ended([sessionId]);
    },
    async endOthers(person, session) {
      const before = await open(person);
      await readerSessions.endAll(person._id, session);
      await ended(before.map(({ _id }) => _id).filter((id) => id !== session));
      return sessions(person, session);
    },
  };
}
