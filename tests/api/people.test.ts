import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { People, PersonCard, PersonComments } from '../../shared/people.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { reporterWeight } from '../../services/people/reporter-record.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { unlike } from '../support/unlike.ts';

const DAY = 24 * 3_600_000;

let app: TestApp;
let now = new Date('2026-03-01T12:00:00Z');
let owner: Moderator;
let inès: Moderator;

beforeAll(async () => {
  app = await bootApp({}, { now: () => now });
  owner = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  inès = await owner.invite('Inès Faure');
});
afterAll(() => app.close());

const guest = (name: string): Promise<Reader> => Reader.guest(app.url, name, 'people');
/** The same reader under another name. */
const renamed = (reader: Reader, name: string): Reader =>
  Object.assign(Object.create(Object.getPrototypeOf(reader) as object) as Reader, reader, { name });
const say = async (reader: Reader, text = `Un mot sur la halle, ${unlike()}`): Promise<string> =>
  (await reader.post(text)).body.id;
const cardOf = async ({ personId }: Reader): Promise<PersonCard> =>
  (await inès.ask<PersonCard>('GET', path(routes.person, { personId }))).body;
const commentsOf = async ({ personId }: Reader, query: Record<string, string | number> = {}): Promise<PersonComments> =>
  (await inès.ask<PersonComments>('GET', path(routes.personComments, { personId }, query))).body;
const find = async (query: Record<string, string> = {}): Promise<People> =>
  (await inès.ask<People>('GET', path(routes.people, {}, { site: SITE, ...query }))).body;
const refuse = async (commentId: string, code: 'abuse' | 'spam'): Promise<void> => {
  const { v, rev } = (await inès.ask<{ v: number; rev: number }>('GET', path(routes.reviewItem, { commentId }))).body;
  const decided = await inès.decide(commentId, { action: 'refuse', codes: [code], expectedV: v, expectedRev: rev });
  expect(decided.status).toBe(200);
};
const note = (reader: Reader, text: string, key: string = randomUUID()) =>
  inès.ask<PersonCard & ProblemDocument>('POST', path(routes.personNotes, { personId: reader.personId }), {
    body: { text },
    headers: { 'Idempotency-Key': key },
  });

describe('a reader’s card', () => {
  it('has the names used, figures, and a record that fades after 30 days', async () => {
    const paul = await guest('Paul Riou');
    await say(paul);
    await refuse(await say(paul), 'abuse');
    const other = renamed(paul, 'Paul R.');
    await refuse(await say(other), 'spam');
    await other.post('quel connard, ce maire');
    expect(await cardOf(paul)).toMatchObject({
      ...{ id: paul.personId, site: { id: SITE }, name: 'Paul R.', since: now.toISOString() },
      names: [{ name: 'Paul R.' }, { name: 'Paul Riou' }],
      figures: { published: 1, held: 1, refused: 2, days: 30, decided: 2, refusedLately: 2, strikes: 1 },
      ...{ v: 0, sanctions: [], notes: [], reports: { upheld: 0, dismissed: 0, weight: 1 } },
    });
    const before = now;
    now = new Date(now.getTime() + 31 * DAY);
    inès = await signIn('Inès Faure');
    const { refused, decided, strikes } = (await cardOf(paul)).figures;
    expect({ refused, decided, strikes }).toEqual({ refused: 2, decided: 0, strikes: 0 });
    now = before;
    inès = await signIn('Inès Faure');
  });

  it('says no more of a reader than moderators need', async () => {
    const anne = await guest('Anne Secret');
    const body = { thread: { key: 'people' }, author: { name: anne.name, email: 'anne@secret.example' } };
    await anne.send({ ...body, text: `Avec une adresse, ${unlike()}` });
    const all = JSON.stringify([await cardOf(anne), await commentsOf(anne), await find({ q: 'Anne' })]);
    expect(all).toContain('Anne Secret');
    expect(all).not.toContain('secret.example');
    expect(all).not.toContain(anne.token);
  });

  it('is 404 for nobody', async () => {
    for (const at of [routes.person, routes.personComments])
      expect((await inès.ask('GET', path(at, { personId: 'nobody' }))).status).toBe(404);
    expect((await inès.ask('GET', path(routes.person, { personId: '$ne' }))).status).toBe(400);
  });
});

describe('a reader’s comments', () => {
  it('are paged newest first, whatever became of them, each once', async () => {
    const marc = await guest('Marc Petit');
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      now = new Date(now.getTime() + 1000);
      const held = i % 3 === 1;
      ids.unshift(await say(marc, held ? `quel connard, n° ${i}` : `Un avis mesuré, n° ${i}`));
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: PersonComments = await commentsOf(marc, { limit: 2, ...(cursor === null ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(ids);
    expect((await commentsOf(marc)).items.map(({ vis }) => vis)).toEqual([
      'visible',
      'visible',
      'hidden',
      'visible',
      'visible',
      'hidden',
      'visible',
    ]);
  });

  it('that people refused come by when they were refused', async () => {
    const zoé = await guest('Zoé Lambert');
    const [first, second, third] = [await say(zoé), await say(zoé), await say(zoé)];
    await refuse(second, 'spam');
    now = new Date(now.getTime() + 1000);
    await refuse(first, 'abuse');
    const { items } = await commentsOf(zoé, { only: 'refused' });
    expect(items.map(({ id, outcome }) => [id, outcome?.codes])).toEqual([
      [first, ['abuse']],
      [second, ['spam']],
    ]);
    expect(items.map(({ id }) => id)).not.toContain(third);
    expect(
      (await inès.ask('GET', path(routes.personComments, { personId: zoé.personId }, { cursor: '???' }))).status,
    ).toBe(400);
  });
});

describe('looking for readers', () => {
  it('finds any name they used by its beginning, whatever its case, accents and lookalikes', async () => {
    const élodie = await guest('Élodie Barnier');
    await say(élodie);
    await say(renamed(élodie, 'Mme Vautour'));
    for (const q of ['élodie', 'ELO', 'elodie bar', 'Elodie-Barn', 'еlod', 'vautou', 'mme v']) {
      const expected = q === 'vautou' ? [] : [élodie.personId];
      expect([q, (await find({ q })).items.map(({ id }) => id)]).toEqual([q, expected]);
    }
    expect((await find({ q: 'ÉLODIE' })).items[0]).toMatchObject({ name: 'Mme Vautour', names: ['Élodie Barnier'] });
    expect((await find({ q: '.* ' })).items).toEqual([]);
    expect((await find({ q: '^^' })).items).toEqual([]);
  });

  it('lists at most fifty and says that there are more', async () => {
    for (let i = 0; i < 51; i += 1)
      await say(await guest(`Xavier ${String.fromCodePoint(65 + (i % 26))}${'abcdef'[i % 6]}`));
    const { items, more } = await find({ q: 'xav' });
    expect([items.length, more]).toEqual([50, true]);
  }, 60_000);

  it('lists those under a sanction, the latest first, and nobody whose time is over', async () => {
    const [luc, eve] = [await guest('Luc Aubry'), await guest('Ève Noblet')];
    for (const reader of [luc, eve]) {
      now = new Date(now.getTime() + 1000);
      const commentId = await say(reader);
      await inès.ask('POST', path(routes.personSanctions, { personId: reader.personId }), {
        body: {
          ...{ kind: 'suspend', until: new Date(now.getTime() + 3_600_000).toISOString(), codes: ['spam'] },
          ...{ expectedV: 0, commentId, rev: 1 },
        },
      });
    }
    const { items } = await find();
    expect(items.map(({ id }) => id)).toEqual([eve.personId, luc.personId]);
    expect(items[0]?.sanctions).toEqual([{ kind: 'suspend', until: expect.any(String) }]);
    now = new Date(now.getTime() + 3_600_000);
    expect((await find()).items).toEqual([]);
    expect((await inès.ask('GET', `${routes.people}?q=a`)).status).toBe(400);
  });
});

it('keeps notes of colleagues, each once, the newest first', async () => {
  const ugo = await guest('Ugo Blanc');
  const key = randomUUID();
  expect((await note(ugo, 'Écrit souvent tard le soir.', key)).status).toBe(201);
  expect((await note(ugo, 'Écrit souvent tard le soir.', key)).status).toBe(201);
  expect((await note(ugo, 'Autre chose.', key)).body.code).toBe('idempotency-key-reused');
  now = new Date(now.getTime() + 1000);
  await note(ugo, 'À relire.');
  expect((await cardOf(ugo)).notes).toMatchObject([
    { text: 'À relire.', by: { name: 'Inès Faure' } },
    { text: 'Écrit souvent tard le soir.' },
  ]);
  expect((await note(ugo, '   ')).status).toBe(400);
});

it.each([
  [0, 0, 1],
  [10, 0, 24 / 14],
  [1000, 0, 2],
  [0, 3, 4 / 7],
  [0, 1000, 0.2],
  [5, 5, 1],
])('a reader with %d reports upheld and %d dismissed counts %d', (upheld, dismissed, weight) => {
  expect(reporterWeight({ upheld, dismissed })).toBeCloseTo(weight, 2);
});

async function signIn(name: string): Promise<Moderator> {
  const { headers } = await inès.ask('POST', routes.session, { body: { name, password: 'correct horse battery' } });
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  return Object.assign(Object.create(Object.getPrototypeOf(inès) as object) as Moderator, inès, { cookie });
}
