import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { heatSettingsSchema } from '../../shared/site-phases.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { unlike } from '../support/unlike.ts';
import { Moderator, Reader, type Reply } from '../support/client.ts';

const OPEN = { everySeconds: null, premod: false, closed: false };
const HELD = { everySeconds: null, premod: true, closed: false };

let app: TestApp;
let ines: Moderator;
let now = new Date('2026-03-01T12:00:00Z');
let thread = '';

beforeAll(async () => {
  app = await bootApp({}, { now: () => now, site: { heat: heatSettingsSchema.parse({ perMinute: 1000, min: 8 }) } });
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());
beforeEach(() => {
  thread = `thread-${randomUUID()}`;
});

const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const guest = (name: string): Promise<Reader> => Reader.guest(app.url, name, thread);
const say = (reader: Reader, what: string): Promise<Reply<{ id: string; state: string }>> =>
  reader.post(`${what} ${unlike().slice(0, 12)}`);
async function rage(times: number, ...readers: readonly Reader[]): Promise<void> {
  for (let i = 0; i < times; i++)
    for (const reader of readers) expect((await say(reader, 'quel connard')).status).toBe(202);
}

describe('a discussion that somebody wants to have held', () => {
  it('stays open, however often one person or two are refused', async () => {
    const polite = await guest('Paule');
    await rage(25, await guest('Gérard'));
    expect((await say(polite, 'un mot poli')).status).toBe(201);
    await rage(10, await guest('Roger'));
    expect((await say(polite, 'un mot poli')).status).toBe(201);
    expect((await polite.page()).body.pace).toEqual(OPEN);
  });

  it('stays open, too, when it is moderators who refuse them', async () => {
    const [polite, gerard] = [await guest('Paule'), await guest('Gérard')];
    for (let i = 0; i < 10; i++) {
      const { id } = (await say(gerard, 'hors sujet')).body;
      await ines.decide(id, { action: 'refuse', codes: ['off-topic'], expectedV: 1, expectedRev: 1 });
    }
    expect((await say(polite, 'un mot poli')).status).toBe(201);
  });
});

describe('a discussion in which three people are refused', () => {
  async function heated(): Promise<[Reader, Reader, Reader, Reader]> {
    const [anne, ben, carl] = [await guest('Anne'), await guest('Ben'), await guest('Carl')];
    await rage(4, anne, ben);
    await rage(1, carl);
    const polite = await guest('Paule');
    expect((await say(polite, 'un mot poli')).status).toBe(202);
    return [anne, ben, carl, polite];
  }

  it('is held from the next comment on, in every process and after a restart', async () => {
    const [, , , polite] = await heated();
    const second = await bootApp({}, { now: () => now, over: app });
    try {
      const there = Object.assign(Object.create(Reader.prototype) as Reader, polite, { url: second.url });
      expect((await there.page()).body.pace).toEqual(HELD);
      expect((await say(there, 'un mot poli')).status).toBe(202);
    } finally {
      await second.close();
    }
  });

  it('goes on being held by two of them, and not by one', async () => {
    const [anne, ben, , polite] = await heated();
    later(8);
    await rage(4, anne, ben);
    later(3);
    // What began it is over ten minutes old.
    expect((await say(polite, 'un mot poli')).status).toBe(202);
    later(5);
    await rage(12, anne);
    later(3);
    expect((await say(polite, 'un mot poli')).status).toBe(201);
    expect((await polite.page()).body.pace).toEqual(OPEN);
  });

  it('is held at once by the refusal of a moderator that makes the difference', async () => {
    const polite = await guest('Paule');
    const ids: string[] = [];
    for (const name of ['Anne', 'Ben', 'Carl', 'Dora']) {
      const reader = await guest(name);
      for (let i = 0; i < 2; i++) ids.push((await say(reader, 'hors sujet')).body.id);
    }
    const refuse = (id: string) =>
      ines.decide(id, { action: 'refuse', codes: ['off-topic'], expectedV: 1, expectedRev: 1 });
    for (const id of ids.slice(0, 4)) await refuse(id);
    expect((await say(polite, 'un mot poli')).status).toBe(201);
    // Four of nine are refused and five in sight: with one more it is the greater part.
    await refuse(ids[4]!);
    expect((await say(polite, 'un mot poli')).status).toBe(202);
  });
});
