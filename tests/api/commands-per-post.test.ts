import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, bootStore, type TestApp } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { watchTraffic } from '../support/watch-commands.ts';

/** What the relay asks to tell a comment to everyone; after the answer, once for all that came meanwhile. */
const RELAY = [
  'findAndModify feeds _id,recent.k',
  'find subscriptions targetId,personId',
  'insert mod_events',
  'update comments _id,mod.outbox.0.id,mod.outbox.1',
];
const HEAT = 'aggregate comments threadId,createdAt';
const REPEATS = 'find comments siteId,shingle,createdAt';
const INSERT = 'insert comments';

let database: ReturnType<typeof bootStore>;
let app: TestApp;
let traffic: ReturnType<typeof watchTraffic>;
let now = new Date('2026-03-01T12:00:00Z');
let anne: Reader;
let first = '';
let owner: Moderator;

beforeAll(async () => {
  database = bootStore();
  const storeUri = `${database.uri}${database.uri.includes('?') ? '&' : '?'}monitorCommands=true`;
  app = await bootApp({}, { now: () => now, over: { storeUri } });
  traffic = watchTraffic();
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await app.close();
  await database.remove();
});
beforeEach(async () => {
  anne = await Reader.guest(app.url, 'Anne Roche', 'comptes');
  await traffic.heatRound();
  first = (await anne.post(`La route passera par le village, ${String(now.getTime())} fois hélas.`)).body.id;
  await app.app.settled();
});

/** What is asked by this: before the answer, which the insert is the last of, and after. */
async function asked(work: () => Promise<{ status: number }>): Promise<{ before: string[]; after: string[] }> {
  await app.app.settled();
  traffic.heard.length = 0;
  expect((await work()).status).toBe(201);
  await app.app.settled();
  const stored = traffic.heard.indexOf(INSERT) + 1;
  return { before: traffic.heard.slice(0, stored), after: traffic.heard.slice(stored) };
}

/** Half a minute on, and what is read anew once in a while, whoever posts (the sites, the team's names), was read for another. */
async function later(): Promise<void> {
  now = new Date(now.getTime() + 30_000);
  await (
    await Reader.guest(app.url, 'Carl Weber', 'ailleurs')
  ).post(`Ailleurs, on parle d’autre chose. ${now.toISOString()}`);
  await traffic.heatRound();
}

describe('the database is asked', () => {
  it('twice for an ordinary comment before it is answered, and told of it afterwards', async () => {
    await later();
    const { before, after } = await asked(() => anne.post('Personne ne nous a demandé notre avis avant le vote.'));
    expect(before).toEqual([REPEATS, INSERT]);
    expect(after.sort()).toEqual([HEAT, ...RELAY].sort());
  });

  it('for no count where somebody has just written and nothing can have changed', async () => {
    const { before, after } = await asked(() => anne.post('Merci pour ces chiffres, enfin une explication claire.'));
    expect(before).toEqual([REPEATS, INSERT]);
    expect(after.sort()).toEqual([...RELAY].sort());
  });

  it('once more for a reply, whose parent must be in sight', async () => {
    const reply = 'Tout à fait, et le conseil n’a rien répondu.';
    const { before } = await asked(() => anne.post(reply, { parentId: first }));
    expect(before.sort()).toEqual([REPEATS, INSERT, 'find comments _id'].sort());
  });

  it('who it is and what became of their comments when somebody is new here', async () => {
    const ben = await Reader.guest(app.url, 'Ben Arous', 'comptes');
    const { before, after } = await asked(() => ben.post('Le train de nuit revient en gare au printemps.'));
    const person = [
      'find grants _id',
      'find people _id',
      'find comments authorId,mod.outcome.kind,mod.outcome.codes.0,mod.outcome.decidedAt',
    ];
    expect(before.sort()).toEqual([...person, REPEATS, INSERT].sort());
    expect(after.sort()).toEqual([...RELAY, 'update people _id,forgottenAt'].sort());
  });

  it('for the card and the numbers of a held comment only while a moderator listens', async () => {
    const hold = async (text: string): Promise<string[]> => {
      await app.app.settled();
      traffic.heard.length = 0;
      expect((await anne.post(text)).status).toBe(202);
      await app.app.settled();
      return traffic.heard.slice(traffic.heard.indexOf(INSERT) + 1);
    };
    const lookUps = ['find threads _id', 'aggregate comments mod.queue,mod.queuedAt'];
    expect((await hold('quel connard, ce préfet')).filter((one) => lookUps.includes(one))).toEqual([]);
    const desk = await listen(app.url, { ticket: await owner.ticket() });
    expect(await hold('quel connard, ce ministre')).toEqual(expect.arrayContaining(lookUps));
    expect((await desk.hear('review:opened')).card.text).toBe('quel connard, ce ministre');
    await desk.hear('review:figures');
    desk.close();
  });

  it('for who decides not again within two seconds, for what about once, and for what their author wrote not at all where its card was read before', async () => {
    const desk = await listen(app.url, { ticket: await owner.ticket() });
    const id = (await anne.post('quel connard, ce sous-préfet')).body.id;
    // Old enough that it makes no discussion hotter, whatever is decided.
    now = new Date(now.getTime() + 3_600_000);
    await owner.queue();
    await app.app.settled();
    traffic.heard.length = 0;
    expect((await owner.decide(id, { action: 'approve', expectedV: 1, expectedRev: 1 })).status).toBe(200);
    await app.app.settled();
    const numbers = /mod.queue,mod.queuedAt$|mod.snooze.until,mod.snooze$/;
    const asked = traffic.heard.filter((one) => !numbers.test(one));
    const what = ['find comments _id', 'findAndModify comments _id,mod.v,rev,mod.wipedAt,$or'];
    const threads = ['find threads _id', 'find threads _id'];
    const told = ['find mod_events commentId'];
    expect(asked.sort()).toEqual([...what, ...threads, ...told, ...RELAY].sort());
    desk.close();
  });

  it('not for the comment again that was claimed here and is decided as it was then', async () => {
    const id = (await anne.post('quel connard, ce ministre de passage')).body.id;
    await owner.ask('POST', path(routes.reviewClaim, { commentId: id }), { body: { desk: 'd' } });
    await app.app.settled();
    traffic.heard.length = 0;
    expect((await owner.decide(id, { action: 'approve', expectedV: 1, expectedRev: 1 })).status).toBe(200);
    expect(traffic.heard).not.toContain('find comments _id');
    expect(traffic.heard).toContain('findAndModify comments _id,mod.v,rev,mod.wipedAt,$or');
  });

  it('for what is pinned with a first page only, and only where something was', async () => {
    const page = async (query = {}): Promise<number> => {
      await later();
      traffic.heard.length = 0;
      const { next } = (await anne.page({ limit: 1, ...query })).body;
      if (next !== null) await anne.page({ limit: 1, cursor: next });
      return traffic.heard.filter((command) => command === 'find comments threadId,mod.pin.slot').length;
    };
    expect(await page()).toBe(0);
    await owner.ask('PUT', path(routes.pin, { commentId: first }), { body: { expectedRev: 1 } });
    expect([await page(), await page({ sort: 'oldest' })]).toEqual([1, 1]);
  });

  it('to make the thread for its first comment', async () => {
    const text = 'Il fallait bien que quelqu’un commence par dire un mot.';
    const body = { thread: { key: 'neuf' }, author: { name: anne.name }, text };
    const { before } = await asked(() => anne.send(body));
    expect(before.sort()).toEqual(['findAndModify threads _id', REPEATS, INSERT].sort());
  });
});
