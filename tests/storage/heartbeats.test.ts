import { afterEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startStore, type StoreChild } from '../../services/embedded-mongo/child.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { silent, STORE_ENTRY, storeFolder } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';

/** What of the driver is reached into, to bring about in any run what a kill brings about once in some hundreds. */
interface Monitor {
  connection: { socket: { destroy(): void } };
  monitorId: { lastExecutionEnded: number };
  requestCheck(): void;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function stored(): Promise<{ child: StoreChild; store: Store; monitor: Monitor }> {
  const folder = await storeFolder();
  const child = await startStore({ path: folder.path, entry: STORE_ENTRY, log: silent });
  const store = await openStore(child.uri);
  closing.push(folder.remove, () => child.stop(), store.close);
  const client = openedLast() as unknown as { topology: { s: { servers: Map<string, { monitor: Monitor }> } } };
  const [server] = [...client.topology.s.servers.values()];
  if (server === undefined) throw new Error('the driver knows no server');
  return { child, store, monitor: server.monitor };
}

function openedLast(): mongoose.mongo.MongoClient {
  const last = mongoose.connections.findLast(({ readyState }) => readyState === mongoose.ConnectionStates.connected);
  if (last === undefined) throw new Error('no store is open');
  return last.getClient();
}

const answers = (store: Store): Promise<boolean> =>
  store.ping().then(
    () => true,
    () => false,
  );

/** Has the driver ask at once, as if the last time were long ago. */
function beat(monitor: Monitor): void {
  monitor.monitorId.lastExecutionEnded -= 1000;
  monitor.requestCheck();
}

/** Kills the store while it is asked, and waits until another process serves it. */
async function killed(child: StoreChild, store: Store): Promise<void> {
  const isUp = new Promise<void>((resolve) => child.onUp(resolve));
  const asked = Array.from({ length: 20 }, () => answers(store));
  process.kill(child.pid, 'SIGKILL');
  await Promise.all([isUp, ...asked]);
}

test('a database that was killed is found again, also when a heartbeat was lost with it', async () => {
  const { child, store, monitor } = await stored();
  monitor.connection.socket.destroy();
  beat(monitor);
  await killed(child, store);
  await store.revive();
  await until(() => answers(store), 'the database answers');
  expect(await store.threads.byId('nothing' as never)).toBeNull();
});

test('a heartbeat that is only late leaves the driver alone', async () => {
  const { child, store, monitor } = await stored();
  let closed = 0;
  openedLast().on('topologyClosed', () => (closed += 1));
  process.kill(child.pid, 'SIGSTOP');
  beat(monitor);
  const revived = store.revive();
  process.kill(child.pid, 'SIGCONT');
  await revived;
  expect(await answers(store)).toBe(true);
  expect(closed).toBe(0);
});
