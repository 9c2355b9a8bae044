import type { Guest } from '../../shared/identity.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import { ApiProblem, newKey, type Api } from '../kit/api.ts';
import type { Memory } from './memory.ts';

/** The guest this page speaks as. Nobody until the reader does something that needs a person. */
export interface Identity {
  readonly token: string | null;
  readonly personId: string | null;
  /** Runs a call as the guest, who is made first if need be; a token the service no longer takes is replaced once. */
  as: <T>(call: (token: string) => Promise<T>) => Promise<T>;
  /** Lets go of a guest the service no longer knows, if this is still who the page speaks as. */
  forget(token: string): void;
  /** Takes over who another tab has made the reader, or that it has forgotten them. */
  refresh(): void;
  /** Hears of every change of the guest or of being remembered, and whether another tab made it; the answer stops it. */
  watch(listener: (elsewhere: boolean) => void): () => void;
}

export function createIdentity(site: string, api: Api, memory: Memory): Identity {
  const listeners = new Set<(elsewhere: boolean) => void>();
  let making: Promise<string> | null = null;
  const tell = (elsewhere: boolean) => listeners.forEach((listener) => listener(elsewhere));
  const set = (token: string | null, personId: string | null) => {
    memory.update({ token, personId });
    tell(false);
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
  const forget = (token: string) => {
    // Another tab may have found out earlier, and be somebody new already.
    memory.refresh();
    if (memory.profile.token === token) set(null, null);
  };
  return {
    get token() {
      return memory.profile.token;
    },
    get personId() {
      return memory.profile.personId;
    },
    async as(call) {
      const token = await ensure();
      try {
        return await call(token);
      } catch (error) {
        if (!isRefusedToken(error)) throw error;
        forget(token);
        return call(await ensure());
      }
    },
    forget,
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

export const isRefusedToken = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;
