import { setTimeout as sleep } from 'node:timers/promises';
import type mongoose from 'mongoose';

/** What an answer may still take once the database is there again, milliseconds. */
const ANSWER_MS = 1000;
/** Between two tries to connect, milliseconds. */
const RETRY_MS = 250;

export interface Heartbeats {
  /** The database was started anew. Sees to it that the driver looks for it, and resolves when it does. */
  revive(): Promise<void>;
  /** Nothing is to be revived any more. */
  stop(): void;
}

/**
 * Looks after the driver's heartbeats, by which it knows whether the database is there. One that begins in the very moment in which
 * its connection breaks never ends (mongodb 7.8 and 7.9 wait for a socket to drain that is closed already): no other begins then,
 * and the database is not found again for as long as the process lives. It takes one kill of some hundreds.
 * @param client of a database that answers heartbeats one by one, as the embedded one does
 */
export function watchHeartbeats(client: mongoose.mongo.MongoClient): Heartbeats {
  /** Those under way, by the address they go to; a new object for each. */
  const underWay = new Map<string, object>();
  let isStopped = false;
  client.on('serverHeartbeatStarted', ({ connectionId }) => underWay.set(connectionId, {}));
  client.on('serverHeartbeatSucceeded', ({ connectionId }) => underWay.delete(connectionId));
  client.on('serverHeartbeatFailed', ({ connectionId }) => underWay.delete(connectionId));

  async function connectAnew(): Promise<void> {
    underWay.clear();
    await client.close().catch(() => undefined);
    while (!isStopped) {
      const isConnected = await client.connect().then(
        () => true,
        () => false,
      );
      if (isConnected) return;
      await sleep(RETRY_MS);
    }
  }

  return {
    async revive() {
      const before = [...underWay];
      await sleep(ANSWER_MS, undefined, { ref: false });
      // What asked the process that is gone will not be answered by another.
      const isLost = before.some(([address, heartbeat]) => underWay.get(address) === heartbeat);
      if (isLost && !isStopped) await connectAnew();
    },
    stop() {
      isStopped = true;
    },
  };
}
