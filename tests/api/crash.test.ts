import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { startStore } from '../../services/embedded-mongo/child.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { heatSettingsSchema } from '../../shared/site-phases.ts';
import { embeddedOnly, insertDemoSite, quiet } from '../support/app.ts';
import { STORE_ENTRY } from '../support/embedded-store.ts';
import { Moderator, Reader } from '../support/client.ts';
import { decideOne, deliver, killHard, plan, type Ledger } from '../support/crash.ts';
import { leaveRemoval, watchRemoval } from '../support/killed-removal.ts';
import { startProcess, type ServiceProcess } from '../support/process.ts';
import { until } from '../support/until.ts';

const ROUNDS = 4;
const WRITERS = 4;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tribune-crash-'));
  // Four people write without a pause here, and swear; that is no reason to slow them down.
  const store = await startStore({ path: join(dataDir, 'store'), entry: STORE_ENTRY, log: quiet });
  await insertDemoSite(store.uri, { heat: heatSettingsSchema.parse({ on: false }) });
  await leaveRemoval(store.uri);
  await store.stop();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** The same people at the address the service has after a restart. */
function moved<T extends object>(person: T, url: string): T {
  return Object.assign(Object.create(Object.getPrototypeOf(person) as object) as T, person, { url });
}

embeddedOnly.it(
  'killed at any moment, it keeps everything acknowledged and does nothing twice',
  async () => {
    const ledger: Ledger = { posts: new Map(), decisions: new Map() };
    const removal = watchRemoval(dataDir);
    let service: ServiceProcess = await startProcess(dataDir);
    let asker = await Reader.guest(service.url, 'Alice', 'crash');
    let writers = await Promise.all(
      Array.from({ length: WRITERS }, (_, i) => Reader.guest(service.url, `Auteur ${i}`, 'crash')),
    );
    let moderator = await Moderator.redeem(service.url, 'Inès Vidal', service.setupCode ?? '');
    const question = (await asker.post('une question ?')).body.id;

    for (let round = 0; round < ROUNDS; round += 1) {
      const acknowledged = () => [...ledger.posts.values()].filter((post) => post.acknowledged).length;
      const goal = acknowledged() + 3 + ((round * 7) % 11);
      let writing = true;
      const work = writers.map(async (reader, i) => {
        for (let n = i; writing; n += 1) await deliver(ledger, plan(ledger, reader, question, n));
      });
      const deciding = (async () => {
        while (writing) {
          const page = await moderator.queue({ limit: 3 }).catch(() => null);
          for (const card of page?.body.items ?? []) await decideOne(ledger, moderator, card);
        }
      })();
      await until(() => acknowledged() >= goal, `round ${round}: ${goal} comments acknowledged`);
      await removal.goesOn();
      await killHard(service, (['service', 'store', 'both'] as const)[round % 3] ?? 'both');
      writing = false;
      await Promise.all([...work, deciding]);

      service = await startProcess(dataDir);
      await removal.rests();
      asker = moved(asker, service.url);
      writers = writers.map((writer) => moved(writer, service.url));
      moderator = moved(moderator, service.url);
      for (const post of ledger.posts.values()) post.reader = moved(post.reader, service.url);
      // Clients send again what was not acknowledged, with the same key.
      for (const [key, post] of ledger.posts) if (post.acknowledged === undefined) await deliver(ledger, key);
      for (const [id, decision] of ledger.decisions) {
        if (decision.acknowledged) continue;
        const { body } = await moderator.ask<Parameters<typeof decideOne>[2]>('GET', `/v1/review/${id}`);
        await decideOne(ledger, moderator, body);
      }
    }
    await removal.ends();
    expect(await service.stop()).toBe(0);
    await inspect(ledger, { asker, question });
  },
  240_000,
);

/** Holds the database against the ledger, once one more start has relayed what the last crash may have left. */
async function inspect(ledger: Ledger, { asker, question }: { asker: Reader; question: string }): Promise<void> {
  const service = await startProcess(dataDir);
  const socket = join(dataDir, 'store/run/mongo.sock');
  const data = await openStore(`mongodb://${encodeURIComponent(socket)}/tribune`);
  try {
    await until(async () => (await data.comments.withOutbox(new Date(), 1)).length === 0, 'every event is relayed');
    const posts = [...ledger.posts.values()];
    expect(posts.every((post) => post.acknowledged !== undefined)).toBe(true);
    const ids = posts.map((post) => post.acknowledged?.id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    const docs = await data.comments.byIds(ids as never[]);
    expect(docs).toHaveLength(ids.length);
    expect(docs.filter((doc) => doc.mod.outbox.length > 0).map((doc) => doc._id)).toEqual([]);
    const visible = docs.filter((doc) => doc.mod.vis === 'visible');
    expect(await data.comments.countVisible(docs[0]?.threadId as never)).toBe(visible.length + 1); // and the question
    await inspectDecisions(data, ledger);
    const replies = visible.filter((doc) => doc.parentId === question);
    expect((await moved(asker, service.url).inbox()).body.unread).toBe(replies.length);
  } finally {
    await data.close();
    expect(await service.stop()).toBe(0);
  }
}

/** Every comment has each of its events once, in order; every decision stands as it was taken. */
async function inspectDecisions(data: Store, ledger: Ledger): Promise<void> {
  for (const { acknowledged } of ledger.posts.values()) {
    const doc = await data.comments.byId(acknowledged?.id as never);
    const events = await data.modEvents.ofComment(acknowledged?.id ?? '');
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: doc?.mod.v ?? 0 }, (_, i) => i + 1));
    const decision = ledger.decisions.get(acknowledged?.id ?? '');
    if (decision === undefined) continue;
    expect(decision.acknowledged).toBe(true);
    expect(doc?.mod).toMatchObject({
      v: 2,
      vis: decision.action === 'approve' ? 'visible' : 'hidden',
      review: 'closed',
    });
  }
}
