import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Nobody has asked for anything for so long: those who come through a balancer have found another way. Milliseconds. */
const QUIET_MS = 300;
/** However many still come, it goes on after this. */
const LONGEST_MS = 2500;
/** Whoever has not finished by then is cut off: every request of ours is answered sooner, but its client may never end it. */
const PATIENCE_MS = 11_000;
const LOOK_MS = 50;

/**
 * Waits, before a server is closed, until requests stop coming. It must be said by then that it leaves, so that they do: closing a
 * connection at once would meet, now and then, a request that is just on its way over it.
 */
export async function leave(server: Server): Promise<void> {
  const since = performance.now();
  let last = since;
  server.on('request', () => (last = performance.now()));
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  while (performance.now() - last < QUIET_MS && performance.now() - since < LONGEST_MS) await sleep(LOOK_MS);
}
