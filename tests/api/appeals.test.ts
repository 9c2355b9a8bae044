import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { History } from '../../shared/audit.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { openStore } from '../../services/storage/store.ts';
import { flawsInAudit } from '../support/trails.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';
import { listen } from '../support/socket.ts';

const DAY = 24 * 3_600_000;
const SITE: Partial<SiteSettings> = {
  review: { claims: 'off', queueReports: 2, hideReports: 6 },
  words: { refuse: ['zarbi'], hold: [], mask: [], allow: [] },
};

let ahead = 0;
let app: TestApp;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  app = await bootApp({}, { now: () => new Date(Date.now() + ahead), site: SITE });
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterAll(async () => {
  await app.app.settled();
  expect(await flawsInAudit(app.storeUri)).toEqual([]);
  await app.close();
});

async function refused(): Promise<{ author: Reader; id: string }> {
  const author = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
  const { id } = (await author.post('quel connard ce maire')).body;
  await ines.decideNow(id, { action: 'refuse', codes: ['abuse'], note: 'Restons courtois.' });
  return { author, id };
}

describe('an appeal', () => {
  it('brings a refused comment before somebody else, with a wait of its own, and its author sees that it waits', async () => {
    const { author, id } = await refused();
    const before = (await author.own(id)).body;
    expect(before.appeal).toBeNull();
    const open = new Date(before.appealableUntil ?? 0).getTime() - Date.now() - ahead;
    expect(Math.abs(open - 14 * DAY)).toBeLessThan(60_000);
    const tab = await listen(app.url, { site: 'demo', token: author.token });
    const { status, body } = await author.appeal(id, 'C’était une citation.');
    expect(status).toBe(200);
    const waits = { state: 'refused', reasons: ['abuse'], appealableUntil: null, appeal: { state: 'open' } };
    expect(body).toMatchObject(waits);
    await tab.hear('comment:decided', ({ comment }) => comment.appeal?.text === 'C’était une citation.');
    expect((await author.mine()).body.comments).toMatchObject([waits]);
    const card = await noe.card(id);
    expect(card).toMatchObject({ queue: 'appeal', vis: 'hidden', appeal: { against: ines.view.id } });
    expect(card.appeal?.barred).toEqual(expect.arrayContaining(['uphold', 'overturn']));
    expect((await ines.decideNow(id, { action: 'uphold' })).body.code).toBe('own-decision');
    tab.close();
  });

  it.each([
    ['upheld', 'uphold', 'refused'],
    ['overturned', 'overturn', 'published'],
  ] as const)('is %s once, live and for good', async (answer, action, state) => {
    const { author, id } = await refused();
    await author.appeal(id, 'Je conteste.');
    const tab = await listen(app.url, { site: 'demo', token: author.token });
    expect((await noe.decideNow(id, { action })).status).toBe(200);
    await tab.hear('comment:decided', ({ comment }) => comment.appeal?.state === answer);
    expect((await author.own(id)).body).toMatchObject({ state, appeal: { state: answer }, appealableUntil: null });
    expect(await author.appeal(id, 'Encore une fois.')).toMatchObject({ status: 409, body: { code: 'appeal-closed' } });
    // Taken back, it waits again.
    await noe.undo(id);
    expect((await author.own(id)).body).toMatchObject({ state: 'refused', appeal: { state: 'open' } });
    tab.close();
  });

  it('is not had again by whoever refused the comment, once a colleague has answered for its author', async () => {
    const { author, id } = await refused();
    await author.appeal(id, 'Je conteste.');
    await noe.decideNow(id, { action: 'overturn' });
    expect((await ines.decideNow(id, { action: 'refuse', codes: ['abuse'] })).body.code).toBe('own-decision');
    expect((await ines.decideNow(id, { action: 'spam' })).body.code).toBe('own-decision');
    expect((await ines.card(id)).appeal?.barred).toEqual(['refuse', 'spam']);
    // Inès is an owner, who takes back what colleagues did.
    expect((await ines.undo(id)).body.code).toBe('own-decision');
    expect((await author.own(id)).body.state).toBe('published');
    // Another text is another matter, and so is somebody else's view of this one.
    expect((await author.edit(id, 'Quel connard, décidément.')).status).toBe(200);
    expect((await ines.card(id)).appeal?.barred).toEqual([]);
    expect((await ines.decideNow(id, { action: 'refuse', codes: ['abuse'] })).status).toBe(200);
    const other = await refused();
    await other.author.appeal(other.id, 'Je conteste.');
    await noe.decideNow(other.id, { action: 'overturn' });
    expect((await noe.decideNow(other.id, { action: 'spam' })).status).toBe(200);
  });

  it('may be against the rules, whoever decides', async () => {
    const author = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
    const { id, state, reasons } = (await author.post('quel zarbi')).body;
    expect([state, reasons]).toEqual(['refused', []]);
    expect((await author.appeal(id, 'Un mot de tous les jours.')).status).toBe(200);
    expect(await ines.card(id)).toMatchObject({ queue: 'appeal', appeal: { against: '', barred: [] } });
    expect((await ines.decideNow(id, { action: 'overturn' })).status).toBe(200);
    expect((await author.page()).body.count).toBe(1);
  });

  it('is sent again as often as one likes, and is one', async () => {
    const { author, id } = await refused();
    const all = await Promise.all(Array.from({ length: 6 }, () => author.appeal(id, 'Je conteste.')));
    expect(all.some(({ status }) => status === 200)).toBe(true);
    expect((await author.appeal(id, 'Je conteste.')).status).toBe(200);
    await app.app.settled();
    const store = await openStore(app.storeUri);
    const events = await store.modEvents.ofComment(id);
    await store.close();
    expect(events.filter(({ type }) => type === 'appealed')).toMatchObject([
      { note: null, actor: { kind: 'author', id: author.personId, name: '' } },
    ]);
    // What the author said, and under which name, is read with the comment.
    const history = await ines.ask<History>('GET', path(routes.reviewHistory, { commentId: id }));
    expect(history.body.items.filter(({ type }) => type === 'appealed')).toMatchObject([
      { note: 'Je conteste.', actor: { kind: 'author', id: author.personId, name: 'Tristan' } },
    ]);
  });

  it('is not for what stands, waits or was taken back, nor after the days there are', async () => {
    const author = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
    const shown = (await author.post('un avis')).body.id;
    const waiting = (await author.post('quel connard')).body.id;
    const back = await refused();
    await back.author.withdraw(back.id);
    for (const [by, id] of [
      [author, shown],
      [author, waiting],
      [back.author, back.id],
    ] as const)
      expect((await by.appeal(id, 'Je conteste.')).body.code).toBe('appeal-closed');
    const { author: late, id } = await refused();
    for (const text of ['', '  ', 'x'.repeat(1001)]) expect((await late.appeal(id, text)).status).toBe(400);
    ahead += 14 * DAY + 1000;
    expect((await late.appeal(id, 'Je conteste.')).body.code).toBe('appeal-closed');
  });
});
