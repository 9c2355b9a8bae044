import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startStore } from '../../services/embedded-mongo/child.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { quiet, STORE_ENTRY } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';
import { decideOne, deliver, killHard, plan, type Ledger } from '../support/crash.ts';
import { startProcess, type ServiceProcess } from '../support/process.ts';
import { until } from '../support/until.ts';

const ROUNDS = 21;
const WRITERS = 4;

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tribune-crash-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** The same people at the address the service has after a restart. */
function moved<T extends object>(person: T, url: string): T {
  return Object.assign(Object.create(Object.getPrototypeOf(person) as object) as T, person, { url });
}

it('killed at any moment, it keeps everything acknowledged and does nothing twice', async () => {
  const ledger: Ledger = { posts: new Map(), decisions: new Map() };
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
    await killHard(service, (['service', 'store', 'both'] as const)[round % 3] ?? 'both');
    writing = false;
    await Promise.all([...work, deciding]);

    service = await startProcess(dataDir);
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
  expect(await service.stop()).toBe(0);
  await inspect(ledger, { asker, question });
}, 240_000);

/** Opens the data folder itself, once nobody writes to it any more, and holds it against the ledger. */
async function inspect(ledger: Ledger, { asker, question }: { asker: Reader; question: string }): Promise<void> {
  // One more start relays what the last crash may have left.
  const service = await startProcess(dataDir);
  const inbox = await waitForRelay(moved(asker, service.url), ledger, question);
  expect(await service.stop()).toBe(0);

  const store = await startStore({ path: join(dataDir, 'store'), entry: STORE_ENTRY, log: quiet });
  const data = await openStore(store.uri);
  try {
    const posts = [...ledger.posts.values()];
    expect(posts.every((post) => post.acknowledged !== undefined)).toBe(true);
    const ids = posts.map((post) => post.acknowledged?.id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    const docs = await data.comments.byIds(ids as never[]);
    expect(docs).toHaveLength(ids.length);
    expect(docs.filter((doc) => doc.mod.outbox.length > 0 || doc.mod.outboxAt !== undefined)).toEqual([]);
    const visible = docs.filter((doc) => doc.mod.vis === 'visible');
    expect(await data.comments.countVisible(docs[0]?.threadId as never)).toBe(visible.length + 1); // and the question
    await inspectDecisions(data, ledger);
    const replies = visible.filter((doc) => doc.parentId === question);
    expect(inbox).toBe(replies.length);
  } finally {
    await data.close();
    await store.stop();
  }
}

/** The relay is through when the bell has every visible reply: it is the last but one thing it does. */
function waitForRelay(asker: Reader, ledger: Ledger, question: string): Promise<number> {
  const replies = [...ledger.posts.values()].filter((post) => post.parentId === question).length;
  return until(async () => {
    const { body } = await asker.inbox();
    return body.unread === replies ? body.unread : null;
  }, 'every reply is in the inbox');
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
