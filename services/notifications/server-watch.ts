import type { AwayReason } from '../../shared/console-mail.ts';
import type { Logger } from '../logger.ts';

/** Whether there is a mail server to talk to, as the last mails have found. */
export interface ServerWatch {
  /** Whether it was found away so lately that it is not tried yet. */
  isAway(): boolean;
  /** Since when it has been away, and why as of the last try; null while it is not. */
  away(): { since: Date; why: AwayReason } | null;
  /** Notes that it is away; answers when it is to be tried again. */
  wentAway(how: { error: string; why: AwayReason }): Date;
  answered(): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** While the server is away nothing is sent, and no letter is blamed; it is looked for ever more seldom, once a minute at least. */
export function createServerWatch({ log, now }: { log: Pick<Logger, 'info' | 'warn'>; now: () => Date }): ServerWatch {
  let pauseMs = 0;
  let found: ReturnType<ServerWatch['away']> = null;
  let until = new Date(0);
  const isAway = (): boolean => now() < until;
  return {
    isAway,
    away: () => found,
    wentAway({ error, why }) {
      // What was under way together has found it away once, not many times.
      if (isAway()) return until;
      if (pauseMs === 0) log.warn({ why: error }, 'the mail server is away; letters wait until it is back');
      found = { since: found?.since ?? now(), why };
      pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pauseMs * 2));
      until = new Date(now().getTime() + pauseMs);
      return until;
    },
    answered() {
      if (pauseMs > 0) log.info({}, 'the mail server is back');
      pauseMs = 0;
      found = null;
      until = new Date(0);
    },
  };
}
