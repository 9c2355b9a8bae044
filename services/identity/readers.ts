import type { Guests } from '../auth/guests.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { ReaderSessions } from './reader-sessions.ts';

/** Who a request or socket speaks for, and by which session; null for a guest, who has none. */
export interface Holder {
  person: PersonDoc;
  session: string | null;
}

export interface Readers {
  /**
   * Who has this token, a guest's or one of a session.
   * @throws Problem `token-invalid`, `token-expired`, `session-ended`
   */
  authenticate(token: string): Promise<Holder>;
}

/** Everybody who reads, whether they have signed in or not. */
export function createReaders({
  guests,
  sessions,
}: {
  guests: Pick<Guests, 'authenticate' | 'person'>;
  sessions: Pick<ReaderSessions, 'isAccessToken' | 'byToken'>;
}): Readers {
  return {
    async authenticate(token) {
      if (!sessions.isAccessToken(token)) return { person: await guests.authenticate(token), session: null };
      const { _id, personId } = await sessions.byToken(token);
      return { person: await guests.person(personId), session: _id };
    },
  };
}
