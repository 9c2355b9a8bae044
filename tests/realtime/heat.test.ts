import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HotThreads } from '../../shared/heat.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import { heatSettingsSchema } from '../../shared/site-phases.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE, type Reply } from '../support/client.ts';
import { listen, type Listener } from '../support/socket.ts';
import { unlike } from '../support/unlike.ts';

const SLOW = { everySeconds: 30, premod: false, closed: false };
const HELD = { everySeconds: null, premod: true, closed: false };
const OPEN = { everySeconds: null, premod: false, closed: false };

let app: TestApp;
let ines: Moderator;
let now = new Date('2026-03-01T12:00:00Z');
let thread = '';
const open: Listener[] = [];

beforeAll(async () => {
  const heat = heatSettingsSchema.parse({ perMinute: 8, min: 8 });
  app = await bootApp({}, { now: () => now, site: { heat } });
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());
beforeEach(() => {
  thread = `thread-${randomUUID()}`;
});
afterEach(async () => {
  // Whatever a test has set off is cold again for the next.
  await later(3600);
  open.splice(0).forEach((listener) => listener.close());
});

/** Lets time go on once all that was posted has been looked at: that is counted back from the moment it is looked at. */
async function later(seconds: number): Promise<void> {
  await app.app.settled();
  now = new Date(now.getTime() + seconds * 1000);
}
const guest = (name: string): Promise<Reader> => Reader.guest(app.url, name, thread);
const crowd = (n: number): Promise<Reader[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => guest(`Lecteur ${String(i)}`)));
const say = (reader: Reader, what = 'avis'): Promise<Reply<{ id: string; state: string }>> =>
  reader.post(`${what} ${unlike().slice(0, 12)}`);
async function everyone(readers: readonly Reader[], what = 'avis'): Promise<number[]> {
  const statuses: number[] = [];
  for (const reader of readers) statuses.push((await say(reader, what)).status);
  return statuses;
}
async function watcher(): Promise<Listener> {
  const listener = await listen(app.url, { site: SITE }, thread);
  open.push(listener);
  return listener;
}
const pace = async (reader: Reader): Promise<unknown> => (await reader.page()).body.pace;
const hot = async (): Promise<HotThreads['threads']> =>
  (await ines.ask<HotThreads>('GET', path(routes.heat, {}))).body.threads.filter(({ key }) => key === thread);

describe('a discussion that takes off', () => {
  it('slows down by itself: each person writes once in thirty seconds, and is told so', async () => {
    const readers = await crowd(8);
    const other = await watcher();
    expect(await everyone(readers)).toEqual(Array(8).fill(201));
    expect(await other.hear('thread:paced')).toMatchObject({ pace: SLOW });
    const [anne, ben] = [readers[0]!, await guest('Ben')];
    expect(await pace(anne)).toEqual(SLOW);
    expect((await anne.changes(8)).body.pace).toEqual(SLOW);
    expect(await other.socket.emitWithAck('thread:join', { thread })).toMatchObject({ ok: true, pace: SLOW });

    await later(12);
    const refused = (await say(anne)) as unknown as Reply<ProblemDocument>;
    expect(refused).toMatchObject({ status: 429, body: { code: 'slow-mode', retryAfter: 18, everySeconds: 30 } });
    expect(refused.headers.get('retry-after')).toBe('18');
    // Who has not written yet writes, and waits then.
    expect((await say(ben)).status).toBe(201);
    expect((await say(ben)).status).toBe(429);
    await later(18);
    expect((await say(anne)).status).toBe(201);
    expect((await say(ben)).status).toBe(429);
  });

  it('says it in the reader’s language', async () => {
    const readers = await crowd(8);
    await everyone(readers);
    const anne = readers[0]!;
    const said = async (lang: string): Promise<string> => {
      const body = { thread: { key: thread }, author: { name: 'Anne' }, text: `encore ${unlike()}` };
      return (await anne.send<ProblemDocument>(body, randomUUID(), { 'Accept-Language': lang })).body.detail;
    };
    expect(await said('fr')).toContain('La discussion est très active');
    expect(await said('en')).toContain('one comment every 30 s');
    expect(await said('ar')).toContain('النقاش نشط جدًا');
  });

  it('notes on the card why, and tells moderators where', async () => {
    const desk = await listen(app.url, { ticket: await ines.ticket() });
    open.push(desk);
    const readers = await crowd(9);
    await everyone(readers.slice(0, 8));
    const { body } = await say(readers[8]!);
    const card = (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }))).body;
    expect(card.verdict.hits).toMatchObject([
      { ruleId: 'heat', phase: 'heat', level: 'note', detail: { heat: 'slow', perMinute: 8, every: 30 } },
    ]);
    const mine = { key: thread, pace: SLOW, perMinute: 8, refused: null, since: now.toISOString() };
    expect(await hot()).toMatchObject([mine]);
    const isOurs = ({ threads }: HotThreads): boolean => threads.some(({ key }) => key === thread);
    expect((await desk.hear('heat:changed', isOurs)).threads).toContainEqual(expect.objectContaining(mine));
  });

  it('cools down by itself though nobody writes any more, and everybody hears of it', async () => {
    const other = await watcher();
    const readers = await crowd(8);
    await everyone(readers);
    await other.hear('thread:paced', (news) => news.pace.everySeconds === 30);
    await later(121);
    await other.hear('thread:paced', (news) => news.pace.everySeconds === null);
    expect(await pace(readers[0]!)).toEqual(OPEN);
    expect(await hot()).toEqual([]);
    expect([await say(readers[0]!), await say(readers[0]!)].map(({ status }) => status)).toEqual([201, 201]);
  });

  it('does not flap: a minute’s pause in the middle changes nothing', async () => {
    const other = await watcher();
    const readers = await crowd(12);
    await everyone(readers.slice(0, 8));
    await later(70);
    expect(await everyone(readers.slice(8))).toEqual(Array(4).fill(201));
    await later(70);
    expect((await say(readers[8]!)).status).toBe(201);
    expect((await say(readers[8]!)).status).toBe(429);
    await app.app.settled();
    await other.socket.emitWithAck('thread:join', { thread }); // what was told before this has been heard
    expect(other.all('thread:paced').map((news) => news.pace.everySeconds)).toEqual([30]);
  });

  it('is slow in every process and after a restart, since all is counted from what is stored', async () => {
    const readers = await crowd(8);
    await everyone(readers);
    await app.app.settled(); // another process knows only what is stored
    const second = await bootApp({}, { now: () => now, over: app });
    try {
      const anne = Object.assign(Object.create(Reader.prototype) as Reader, readers[0], { url: second.url });
      expect((await anne.page()).body.pace).toEqual(SLOW);
      expect((await say(anne)).status).toBe(429);
      await later(30);
      expect((await say(anne)).status).toBe(201);
      // And what was written there counts here.
      expect((await say(readers[0]!)).status).toBe(429);
    } finally {
      await second.close();
    }
  });

  it('lets one person through once, however many they send at once', async () => {
    const readers = await crowd(9);
    await everyone(readers.slice(0, 8));
    const answers = await Promise.all(Array.from({ length: 6 }, () => say(readers[8]!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429, 429, 429, 429]);
  });

  it('answers a request that is sent again as the first time, slow or not', async () => {
    const readers = await crowd(9);
    await everyone(readers.slice(0, 8));
    const key = randomUUID();
    const first = await readers[8]!.post('une fois pour toutes', { key });
    expect(await readers[8]!.post('une fois pour toutes', { key })).toMatchObject({
      status: 201,
      body: { id: first.body.id },
    });
  });

  it('is told once, however many notice at the same moment', async () => {
    const other = await watcher();
    const readers = await crowd(24);
    const statuses = await Promise.all(readers.map((reader) => say(reader)));
    expect(statuses.map(({ status }) => status)).toEqual(Array(24).fill(201));
    await other.hear('comment:published', ({ count }) => count === 24);
    await say(await guest('Après coup'));
    await other.hear('thread:paced');
    expect(other.all('thread:paced')).toHaveLength(1);
    expect(await pace(readers[0]!)).toEqual(SLOW);
  });
});

describe('a discussion in which too much is refused', () => {
  it('is held as a whole, says so, and opens again when that is over', async () => {
    const other = await watcher();
    const readers = await crowd(4);
    for (let i = 0; i < 4; i++) {
      await say(readers[i]!, 'avis');
      await later(20);
      await say(readers[i]!, 'quel connard');
      await later(20);
    }
    const polite = await guest('Paule');
    const held = await say(polite, 'un mot poli');
    expect(held).toMatchObject({ status: 202, body: { state: 'held' } });
    expect(await other.hear('thread:paced', (news) => news.pace.premod)).toMatchObject({ pace: HELD });
    expect(await pace(polite)).toEqual(HELD);
    const card = (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: held.body.id }))).body;
    expect(card.verdict.hits).toMatchObject([
      { ruleId: 'heat', phase: 'heat', level: 'hold', detail: { heat: 'premod', refused: 4, of: 8 } },
    ]);
    expect(await hot()).toMatchObject([{ pace: HELD, refused: 4, of: 8 }]);

    // What heat itself holds must not keep it hot.
    for (let i = 0; i < 8; i++) {
      await later(60);
      await say(polite, 'encore un mot poli');
    }
    await later(180);
    await other.hear('thread:paced', (news) => !news.pace.premod);
    expect(await say(polite, 'un mot poli')).toMatchObject({ status: 201 });
  });

  it('opens when moderators find that most was fine', async () => {
    const readers = await crowd(8);
    const ids: string[] = [];
    for (const [i, reader] of readers.entries()) {
      ids.push((await say(reader, i % 2 === 0 ? 'avis' : 'quel connard')).body.id);
      await later(20);
    }
    const polite = await guest('Paule');
    expect((await say(polite)).status).toBe(202);
    for (const id of ids.filter((_, i) => i % 2 === 1).slice(0, 3))
      await ines.decide(id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    expect((await say(polite)).status).toBe(201);
  });
});

it('leaves an ordinary discussion alone, and every one where the site wants none of it', async () => {
  const at = path(routes.siteModeration, { siteId: SITE });
  for (const heat of [{}, { on: false, perMinute: 5 }]) {
    const { version } = (await ines.ask<SiteModeration>('GET', at)).body;
    const settings = { heat: heatSettingsSchema.parse(heat) };
    expect((await ines.ask('PUT', at, { body: { version, settings } })).status).toBe(200);
    thread = `thread-${randomUUID()}`;
    const reader = await guest('Anne');
    for (let i = 0; i < 20; i++) expect((await say(reader)).status).toBe(201);
    await app.app.settled();
    expect(await pace(reader)).toEqual(OPEN);
  }
});
