import { createClient } from '@redis/client';
import type { Logger } from './logger.ts';

/** How long an answer may take, milliseconds: what is asked here is on the way of a request that can do without. */
const ANSWER_MS = 250;
/** How long nothing more is asked after an answer did not come, milliseconds. */
const REST_MS = 2000;
/** How long to wait before connecting again, milliseconds: soon at first, and at most this long. */
const RECONNECT_MAX_MS = 3000;

/** The memory that all nodes share. It may be away, frozen or emptied at any time: whoever asks has another way. */
export interface Redis {
  client: ReturnType<typeof clientOf>;
  /**
   * Asks something of it.
   * @throws Error at once while it is away or has just not answered, and after 250 ms without an answer
   */
  ask<T>(question: () => Promise<T>): Promise<T>;
  close(): void;
}

function clientOf(url: string) {
  return createClient({
    url,
    // A question that cannot be asked now is not asked later, when nobody wants to know any more.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2000,
      reconnectStrategy: (tries) =>
        Math.min(RECONNECT_MAX_MS, 100 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2),
    },
  });
}

/** Begins to connect, and goes on for as long as it takes; the service starts and works without. */
export function openRedis(url: string, log: Logger): Redis {
  const client = clientOf(url);
  let isTold = false;
  client.on('error', (err: unknown) => {
    if (!isTold) log.warn({ err }, 'Redis is away; each node counts its limits for itself until it is back');
    isTold = true;
  });
  client.on('ready', () => {
    if (isTold) log.info('Redis is back');
    isTold = false;
  });
  // It never ends by itself: every failure is told above and tried again.
  client.connect().catch(() => undefined);
  let restsUntil = 0;
  return {
    client,
    async ask(question) {
      if (!client.isReady || performance.now() < restsUntil) throw new Error('Redis is away');
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          restsUntil = performance.now() + REST_MS;
          reject(new Error(`Redis has not answered in ${ANSWER_MS} ms`));
        }, ANSWER_MS);
      });
      const answer = question();
      // An answer that comes too late, or never, is nobody's any more.
      answer.catch(() => undefined);
      try {
        return await Promise.race([answer, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      client.destroy();
    },
  };
}
