import type { Guest } from '../../shared/identity.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { Access } from '../../shared/sign-in.ts';
import { ApiProblem, newKey } from '../kit/api.ts';
import type { Memory } from './memory.ts';
import type { Services } from './services.ts';

type Asked = Pick<Services, 'api' | 'base' | 'site'>;

/** Whom this page speaks as: a guest, or a reader who has signed in. Nobody until the reader does something that needs a person. */
export interface Identity {
  readonly token: string | null;
  readonly personId: string | null;
  /** Of who has signed in; null for everybody else. */
  readonly session: string | null;
  /**
   * Runs a call as that person; a guest is made first if need be. A token the service no longer takes is replaced once.
   * @throws ApiProblem `session-ended` to who was signed in until then; the next call is a guest's
   */
  as: <T>(call: (token: string) => Promise<T>) => Promise<T>;
  /**
   * Does what there is to do about a token the service no longer takes, if it is still the page's: a session has another one made, a
   * guest is nobody from then on.
   */
  refused(token: string): Promise<void>;
  signedIn(access: Access & { session: string }): void;
  signedOut(): void;
  /** Lets go of a guest the service no longer knows, if this is still who the page speaks as. */
  forget(token: string): void;
  /** What the service said as it ended the session there was here; null where it has not. */
  readonly ended: string | null;
  /** Takes over who another tab has made the reader, or that it has forgotten them. */
  refresh(): void;
  /** Hears of every change of the guest or of being remembered, and whether another tab made it; the answer stops it. */
  watch(listener: (elsewhere: boolean) => void): () => void;
}

export function createIdentity({ api, base, site }: Asked, memory: Memory): Identity {
  const listeners = new Set<(elsewhere: boolean) => void>();
  let making: Promise<string> | null = null;
  let renewing: Promise<void> | null = null;
  let ended: string | null = null;
  const tell = (elsewhere: boolean) => listeners.forEach((listener) => listener(elsewhere));
  const set = (token: string | null, personId: string | null, session: string | null = null) => {
    memory.update({ token, personId, session });
    tell(false);
  };
  const renew = async (session: string) => {
    try {
      const { renew: ask } = await import('./session.ts');
      const { token, person } = await ask({ api, base, site }, session);
      set(token, person.id, session);
    } catch (error) {
      if (isRefusedToken(error)) {
        ended = error.detail;
        set(null, null);
      }
      throw error;
    }
  };
  const make = async () => {
    const guest = await api<Guest>(path(readerRoutes.guests, { siteId: site }), {
      method: 'POST',
      body: {},
      idempotencyKey: newKey(),
    });
    set(guest.token, guest.personId);
    return guest.token;
  };
  // One guest, however many calls ask at the same time.
  const ensure = () => {
    const { token } = memory.profile;
    if (token !== null) return Promise.resolve(token);
    making ??= make().finally(() => {
      making = null;
    });
    return making;
  };
  // Another tab may have found out earlier, and be somebody new already.
  const isStill = (token: string) => {
    memory.refresh();
    return memory.profile.token === token;
  };
  const refused = async (token: string) => {
    if (!isStill(token)) return;
    const { session } = memory.profile;
    if (session === null) return set(null, null);
    renewing ??= renew(session).finally(() => {
      renewing = null;
    });
    await renewing;
  };
  return {
    get token() {
      return memory.profile.token;
    },
    get personId() {
      return memory.profile.personId;
    },
    get session() {
      return memory.profile.session;
    },
    async as(call) {
      const token = await ensure();
      try {
        return await call(token);
      } catch (error) {
        if (!isRefusedToken(error)) throw error;
        await refused(token);
        return call(await ensure());
      }
    },
    refused,
    forget(token) {
      if (isStill(token)) set(null, null);
    },
    signedIn({ token, person, session }) {
      ended = null;
      set(token, person.id, session);
    },
    signedOut: () => set(null, null),
    get ended() {
      return ended;
    },
    refresh() {
      const { kept, profile } = memory;
      memory.refresh();
      if (memory.kept !== kept || memory.profile.token !== profile.token) tell(true);
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const isRefusedToken = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.status === 401;
