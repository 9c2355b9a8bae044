import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '../../shared/problem.ts';
import type { Challenge, SessionTokenRequest } from '../../shared/sign-in.ts';
import { sessionProof } from '../../shared/sign-in-routes.ts';
import type { PersonId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import { createSharedLookUp } from '../shared-read.ts';
import type { ReaderSessionDoc, ReaderSessionStore } from '../storage/reader-sessions.ts';
import { viaOf } from './identity.ts';
import { isSignedBy } from './session-key.ts';

const ACCESS_MS = 10 * 60_000;
const CHALLENGE_MS = 60_000;
const SESSION_MS = 90 * 86_400_000;
const REMEMBERED = 20_000;
/** What another process has ended is felt this late, milliseconds. */
const REMEMBERED_MS = 2000;

export interface ReaderSessionsDeps {
  sessions: Pick<ReaderSessionStore, 'byId' | 'byIds' | 'insert' | 'use' | 'end' | 'endAll'>;
  serviceKey: string;
  now: () => Date;
}

/** A session as its reader sees it. */
export function toOwnSession({ browser, system, issuer, createdAt, usedAt }: ReaderSessionDoc) {
  return {
    ...{ browser, system, ...viaOf(issuer) },
    ...{ createdAt: createdAt.toISOString(), usedAt: usedAt.toISOString() },
  };
}

export type ReaderSessions = ReturnType<typeof createReaderSessions>;

/**
 * Sessions of readers. A browser proves to be a session's by its key, and is given a token for ten minutes, which holds no longer than
 * the session. Tokens and challenges are signed, not stored: that a session still holds is asked of the store anyway.
 */
export function createReaderSessions({ sessions, serviceKey, now }: ReaderSessionsDeps) {
  const sign = (purpose: string, text: string): Buffer =>
    createHmac('sha256', serviceKey)
      .update(JSON.stringify([purpose, text]))
      .digest();
  /** Sealed until then: `<text>.<seconds since 1970>.<mac>`. */
  const seal = (purpose: string, text: string, ms: number): string => {
    const sealed = `${text}.${Math.floor((now().getTime() + ms) / 1000)}`;
    return `${sealed}.${sign(purpose, sealed).toString('base64url')}`;
  };
  /** What was sealed; null for what nobody here has made. */
  const unseal = (purpose: string, sealed: string): { text: string; isOver: boolean } | null => {
    const [text = '', until = '', mac = '', ...more] = sealed.split('.');
    const given = Buffer.from(mac, 'base64url');
    const wanted = sign(purpose, `${text}.${until}`);
    // A byte may be written in several ways: only the one that was made is taken.
    const isOurs = more.length === 0 && given.length === wanted.length && given.toString('base64url') === mac;
    if (!isOurs || !timingSafeEqual(given, wanted)) return null;
    return { text, isOver: Number(until) * 1000 <= now().getTime() };
  };
  const access = (id: string) => ({ token: seal('access', id, ACCESS_MS), expiresInSeconds: ACCESS_MS / 1000 });

  const remembered = createLru<ReaderSessionDoc>(REMEMBERED, REMEMBERED_MS, () => now().getTime());
  const read = createSharedLookUp<string, ReaderSessionDoc>(sessions.byIds);
  let ends = 0;
  const isOpen = (doc: ReaderSessionDoc | null): doc is ReaderSessionDoc =>
    doc !== null && doc.endedAt === undefined && doc.expiresAt > now();

  /** The session as it was within the last two seconds, but for what this process has ended since. */
  const recent = async (id: string): Promise<ReaderSessionDoc | null> => {
    // What was read before one was ended is nobody's answer afterwards.
    const key = `${ends} ${id}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const doc = await read(id);
    if (isOpen(doc)) remembered.set(key, doc);
    return doc;
  };

  return {
    /**
     * Opens one, with its first token. The same id again is the same session.
     * @throws Problem `session-ended` if that has ended since
     */
    async open(
      from: Pick<ReaderSessionDoc, '_id' | 'siteId' | 'personId' | 'key' | 'issuer' | 'browser' | 'system'>,
    ): Promise<{ token: string; expiresInSeconds: number }> {
      const at = now();
      const expiresAt = new Date(at.getTime() + SESSION_MS);
      await sessions.insert({ ...from, createdAt: at, usedAt: at, expiresAt });
      if (!isOpen(await sessions.byId(from._id))) throw new Problem('session-ended');
      return access(from._id);
    },

    /** Something to sign, whether there is such a session or not. */
    challenge: (id: string): Challenge => ({
      challenge: seal('challenge', id, CHALLENGE_MS).slice(id.length + 1),
      expiresInSeconds: CHALLENGE_MS / 1000,
    }),

    /**
     * A new token for whoever has signed a challenge of this session with its key.
     * @param origins under which the service is reached
     * @throws Problem `session-ended`, whatever is wrong
     */
    async token(
      { session: id, challenge, signature }: SessionTokenRequest,
      { siteId, origins }: { siteId: string; origins: readonly string[] },
    ): Promise<{ token: string; expiresInSeconds: number; personId: PersonId }> {
      const asked = unseal('challenge', `${id}.${challenge}`);
      const doc = asked === null || asked.isOver ? null : await sessions.byId(id);
      const { key } = doc ?? {};
      const isProven =
        isOpen(doc) &&
        doc.siteId === siteId &&
        key !== undefined &&
        origins.some((origin) => isSignedBy(key, sessionProof(origin, challenge), signature));
      const at = now();
      if (!isProven || !(await sessions.use(id, { at, expiresAt: new Date(at.getTime() + SESSION_MS) })))
        throw new Problem('session-ended');
      return { ...access(id), personId: doc.personId };
    },

    /** Whether a token may be one of these; guests' have no dot in them. */
    isAccessToken: (token: string): boolean => token.includes('.'),

    /**
     * The session that a token is of.
     * @throws Problem `token-invalid`, `token-expired`; `session-ended` if the session has
     */
    async byToken(token: string): Promise<ReaderSessionDoc> {
      const found = unseal('access', token);
      if (found === null) throw new Problem('token-invalid');
      if (found.isOver) throw new Problem('token-expired');
      const doc = await recent(found.text);
      if (!isOpen(doc)) throw new Problem('session-ended');
      return doc;
    },

    /** Ends one of a person's; false if it is none of theirs. */
    async end(id: string, personId: PersonId): Promise<boolean> {
      return sessions.end(id, personId, now()).finally(() => (ends += 1));
    },

    /** Ends all of a person's but one. */
    async endAll(personId: PersonId, but: string | null = null): Promise<void> {
      await sessions.endAll(personId, { but, at: now() }).finally(() => (ends += 1));
    },
  };
}
