import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import mongoose from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { startStore } from '../../services/embedded-mongo/child.ts';
import type { LetterDoc } from '../../services/storage/letters.ts';
import { openStore } from '../../services/storage/store.ts';
import { threadIdOf } from '../../services/storage/threads.ts';
import { embeddedOnly, insertDemoSite, quiet } from '../support/app.ts';
import { STORE_ENTRY } from '../support/embedded-store.ts';
import { Reader, SITE } from '../support/client.ts';
import { killHard } from '../support/crash.ts';
import { startProcess, type ServiceProcess } from '../support/process.ts';
import { TestSmtp } from '../support/smtp.ts';
import { until } from '../support/until.ts';

const KILLS = ['service', 'both'] as const;
const READERS = 24;
const THREAD = 'mail-crash';
const AT = new Date();

let dataDir: string;
let smtp: TestSmtp;
beforeAll(async () => {
  smtp = await TestSmtp.start();
  dataDir = await mkdtemp(join(tmpdir(), 'tribune-mail-'));
  const child = await startStore({ path: join(dataDir, 'store'), entry: STORE_ENTRY, log: quiet });
  await insertDemoSite(child.uri, {});
  const store = await openStore(child.uri);
  for (let i = 0; i < READERS; i += 1) await followByMail(store, `reader-${i}` as PersonId);
  await store.close();
  await child.stop();
});
afterAll(async () => {
  await smtp.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function followByMail(store: Awaited<ReturnType<typeof openStore>>, _id: PersonId): Promise<void> {
  const siteId = SITE as SiteId;
  const threadId = threadIdOf(siteId, THREAD);
  await store.people.insert({ _id, siteId, kind: 'guest', name: null, email: null, createdAt: AT });
  await store.people.setMail(_id, {
    ...{ address: `${_id}@example.org`, key: _id, state: 'confirmed', askedAt: AT, lang: 'fr' },
    ...{ frequency: 'instant', dailyAt: '08:00', quiet: null, timeZone: 'UTC', news: true },
  });
  const of = { siteId, personId: _id, targetId: threadId, threadId, createdAt: AT };
  await store.subscriptions.put({ _id: `${_id}:thread:${threadId}`, kind: 'thread', mail: true, ...of });
}

/** The outbox of a running service, from outside. */
async function openLetters() {
  const socket = encodeURIComponent(join(dataDir, 'store/run/mongo.sock'));
  const connection = await mongoose.createConnection(`mongodb://${socket}/tribune`).asPromise();
  const letters = connection.collection<LetterDoc>('letters');
  return {
    count: (state?: LetterDoc['state']) => letters.countDocuments(state === undefined ? {} : { state }),
    /** Lets the time come for all that waits, also for what a killed process has taken up. */
    due: () => letters.updateMany({ state: 'waiting' }, { $set: { dueAt: new Date() } }),
    close: () => connection.close(),
  };
}

embeddedOnly.it(
  'killed while it sends, the service loses no mail, and no mailbox shows one twice',
  async () => {
    const start = (): Promise<ServiceProcess> =>
      startProcess(dataDir, { SMTP_URL: smtp.url, MAIL_FROM: 'news@gazette.example' });
    let service = await start();
    let made = 0;
    const expected: string[] = [];
    for (const what of [...KILLS, null]) {
      const author = await Reader.guest(service.url, 'Auteur', THREAD);
      await author.post(`du nouveau, numéro ${made}`);
      for (let i = 0; i < READERS; i += 1) expected.push(`reader-${i}@example.org: numéro ${made}`);
      made += READERS;
      let letters = await openLetters();
      await until(async () => (await letters.count()) === made, `${made} letters are made`);
      await letters.due();
      if (what !== null) {
        const goal = smtp.received.length + 7;
        await until(() => smtp.received.length >= goal, 'some of them are sent');
        await letters.close();
        await killHard(service, what);
        service = await start();
        letters = await openLetters();
        await letters.due();
      }
      await until(async () => (await letters.count('waiting')) === 0, 'all are sent');
      await letters.close();
    }
    expect(await service.stop()).toBe(0);
    const told = smtp.shown.flatMap(({ to, text }) => (text.match(/numéro \d+/g) ?? []).map((one) => `${to}: ${one}`));
    expect(told.sort()).toEqual(expected.sort());
  },
  120_000,
);
