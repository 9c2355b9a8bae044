import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { AuditEvent, AuditHours, AuditPage, AuditPeople, History } from '../../shared/audit.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import { exportAudit } from '../../services/moderation/audit-export.ts';
import type { ModEvent } from '../../services/storage/mod-events.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request } from '../support/client.ts';
import { heldComment, longTrail, seen } from '../support/trails.ts';

let app: TestApp;
let owner: Moderator;
let noe: Moderator;
let trail: string;
let refused: ReviewCard;

beforeAll(async () => {
  app = await bootApp();
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await owner.invite('Noé Garnier');
  trail = await longTrail(owner);
  refused = await heldComment(owner, { text: '=2+2   quel connard\n"vraiment"', thread: 'budget' });
  await noe.decide(refused.id, {
    ...{ action: 'refuse', codes: ['spam', 'abuse'], note: 'Restons polis.', remark: '@tous : récidive' },
    ...seen(refused),
    openMs: 4_200,
  });
  for (let i = 0; i < 5; i += 1) await (await Reader.guest(app.url, 'Odile', 'calme')).post(`Merci, ${i}.`);
  await app.app.settled();
});
afterAll(() => app.close());

const audit = async (query = '', by = noe): Promise<AuditPage> => {
  const { status, body } = await by.ask<AuditPage>('GET', `${routes.audit}${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
};
/** Events as the first of a comment, of 1970, each of a comment of its own. */
async function appendLike(
  commentId: string,
  events: (Pick<ModEvent, 'id' | 'type'> & Partial<ModEvent>)[],
): Promise<void> {
  const store = await openStore(app.storeUri);
  const [first] = await store.modEvents.ofComment(commentId);
  if (first === undefined) throw new Error('no event');
  const { _id: _, prevHash: __, hash: ___, commentId: ____, siteId, threadId, ...like } = first;
  await store.modEvents.append(
    events.map((event) => ({
      event: { ...like, at: new Date(0), ...event },
      of: { commentId: `of-${event.id}`, siteId, threadId },
    })),
  );
  await store.close();
}
const typesOf = ({ items }: { items: AuditEvent[] }): string[] => items.map(({ type }) => type);

describe('the audit', () => {
  it('tells who did what to which comment, newest first', async () => {
    const { items, next } = await audit();
    expect(next).toBeNull();
    expect(typesOf({ items })).toEqual([
      ...Array<string>(5).fill('auto_published'),
      ...['rejected', 'auto_held', 'rejected', 'undone', 'approved', 'auto_held'],
    ]);
    expect(items[5]).toMatchObject({
      actor: { kind: 'user', id: noe.view.id, name: 'Noé Garnier' },
      site: { id: 'demo', name: 'Le Courrier de Vaubrune' },
      comment: {
        id: refused.id,
        authorName: 'Tristan',
        excerpt: '=2+2 quel connard "vraiment"',
        hits: [{ span: [10, 17] }],
      },
      before: { vis: 'hidden', review: 'open', queue: 'premod' },
      after: { vis: 'hidden', review: 'closed', queue: null },
      ...{ codes: ['spam', 'abuse'], note: 'Restons polis.', remark: '@tous : récidive', openMs: 4_200, seq: 2 },
    });
    const [approved, undone] = [items[9], items[8]];
    expect([approved?.undone, undone?.undone, undone?.undoes]).toEqual([true, false, approved?.id]);
  });

  it('is walked page by page, every event once', async () => {
    for (const type of ['', '&type=auto_published&type=rejected&type=approved']) {
      const whole = (await audit(`?limit=100${type}`)).items.map(({ id }) => id);
      const walked: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: AuditPage = await audit(`?limit=2${type}${cursor === '' ? '' : `&cursor=${cursor}`}`);
        expect(page.items.length).toBeLessThanOrEqual(2);
        walked.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(walked).toEqual(whole);
      expect(whole.length).toBeGreaterThan(5);
    }
  });

  it('is narrowed by person, type, comment, site and time', async () => {
    expect(typesOf(await audit(`?actor=${noe.view.id}`))).toEqual(['rejected']);
    expect(typesOf(await audit(`?actor=${owner.view.id}&type=undone`))).toEqual(['undone']);
    expect(typesOf(await audit('?type=approved&type=undone'))).toEqual(['undone', 'approved']);
    expect(typesOf(await audit(`?comment=${refused.id}`))).toEqual(['rejected', 'auto_held']);
    expect((await audit('?site=demo&limit=100')).items).toHaveLength(11);
    expect((await audit('?site=another')).items).toEqual([]);
    expect((await audit('?batch=none')).items).toEqual([]);
    const { items } = await audit(`?comment=${trail}`);
    const [from, to] = [items[2]?.at ?? '', items[0]?.at ?? ''];
    expect(typesOf(await audit(`?comment=${trail}&from=${from}&to=${to}`))).toEqual(['undone', 'approved']);
  });

  it.each(['type=nonsense', 'from=yesterday', 'actor=$ne', 'limit=0', 'limit=101', 'bogus=1'])(
    'refuses %s',
    async (query) => {
      const reply = await noe.ask<ProblemDocument>('GET', `${routes.audit}?${query}`);
      expect([reply.status, reply.body.code]).toEqual([400, 'validation-failed']);
    },
  );

  it('refuses a cursor it did not write', async () => {
    const reply = await noe.ask<ProblemDocument>('GET', `${routes.audit}?cursor=%7B%7D`);
    expect([reply.status, reply.body.code]).toEqual([400, 'cursor-invalid']);
  });
});

describe('the history of a comment', () => {
  const history = (id: string) => noe.ask<History>('GET', path(routes.reviewHistory, { commentId: id }));

  it('is every event, oldest first, and says that it is whole', async () => {
    const { body } = await history(trail);
    expect([typesOf(body), body.intact]).toEqual([['auto_held', 'approved', 'undone', 'rejected'], true]);
    expect(body.items.map(({ undone }) => undone)).toEqual([false, true, false, false]);
  });

  it('has what is on its way to the audit', async () => {
    const card = await heldComment(owner);
    await noe.decide(card.id, { action: 'approve', ...seen(card) });
    const { body } = await history(card.id);
    expect([typesOf(body), body.intact]).toEqual([['auto_held', 'approved'], true]);
    await app.app.settled();
    expect((await history(card.id)).body).toEqual(body);
  });

  it('says when it was tampered with', async () => {
    const card = await heldComment(owner);
    await app.app.settled();
    const connection = await mongoose.createConnection(app.storeUri).asPromise();
    await connection.collection('mod_events').updateOne({ commentId: card.id }, { $set: { 'actor.name': 'Nobody' } });
    await connection.close();
    expect((await history(card.id)).body.intact).toBe(false);
  });

  it('of nothing is a clear 404', async () => {
    expect(await history('nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

describe('the figures', () => {
  it('say who decided what, how much was taken back, and how long they looked', async () => {
    const { items, from, to } = (await noe.ask<AuditPeople>('GET', routes.auditPeople)).body;
    expect(Date.parse(to) - Date.parse(from)).toBe(30 * 24 * 3_600_000);
    expect(items).toEqual(
      [
        {
          ...{ id: noe.view.id, name: 'Noé Garnier', decisions: { approved: 1, rejected: 1 } },
          ...{ total: 2, undone: 0, medianOpenMs: 4_000 },
        },
        {
          ...{ id: owner.view.id, name: 'Inès Vidal', decisions: { approved: 1, rejected: 1 } },
          ...{ total: 2, undone: 1, medianOpenMs: null },
        },
      ].sort((a, b) => a.name.localeCompare(b.name)),
    );
    const before = `?to=${new Date(Date.now() - 86_400_000).toISOString()}`;
    expect((await noe.ask<AuditPeople>('GET', routes.auditPeople + before)).body.items).toEqual([]);
  });

  it('count at most a year at once, however it is cut', async () => {
    const year = (days: number) => `?from=${new Date(Date.now() - days * 86_400_000).toISOString()}`;
    const people = (query: string) => noe.ask<AuditPeople & ProblemDocument>('GET', routes.auditPeople + query);
    expect((await people(year(365))).body.items).toEqual((await people('')).body.items);
    expect(await people(year(367))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'from', code: 'invalid' }] },
    });
  });

  it('count the decisions of the last day by the hour', async () => {
    const { hours } = (await noe.ask<AuditHours>('GET', routes.auditHours)).body;
    expect(hours).toHaveLength(24);
    const sum = (kind: 'approved' | 'refused' | 'other') => hours.reduce((all, hour) => all + hour[kind], 0);
    expect([sum('approved'), sum('refused'), sum('other')]).toEqual([2, 2, 0]);
    const last = Date.parse(hours[23]?.from ?? '');
    expect(Date.now() - last).toBeLessThan(2 * 3_600_000);
  });
});

describe('the export', () => {
  it('is a table that a spreadsheet opens, without formulas', async () => {
    const response = await fetch(`${app.url}${routes.auditExport}?comment=${refused.id}`, {
      headers: { Cookie: owner.cookie },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="tribune-audit-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^"at","type","actor_kind"/);
    expect(lines[1]).toContain('"\'=2+2 quel connard ""vraiment"""');
    expect(lines[1]).toContain('"\'@tous : récidive"');
    expect(lines[1]).toMatch(/^"\d{4}-\d\d-\d\dT[\d:.]+Z","rejected","user",/);
    expect(lines[3]).toBe('');
  });

  it('is the same as the list in JSON, with the same filters, whatever its length', async () => {
    const { status, body } = await owner.ask<(AuditEvent & { hash: string })[]>(
      'GET',
      `${routes.auditExport}?format=json`,
    );
    expect(status).toBe(200);
    const { items } = await audit('?limit=100');
    expect(body.map(({ hash: _, ...event }) => event)).toEqual(items);
    expect(body.every(({ hash }) => /^[\w-]{43}$/.test(hash))).toBe(true);
    const some = await owner.ask<AuditEvent[]>('GET', `${routes.auditExport}?format=json&type=undone`);
    expect(some.body.map(({ type }) => type)).toEqual(['undone']);
    expect((await owner.ask('GET', `${routes.auditExport}?format=json&batch=none`)).body).toEqual([]);
  });

  it('of many more than are read at once has each of them once, also of those of one moment', async () => {
    const ids = Array.from({ length: 1_203 }, (_each, i) => `many-${i}`);
    await appendLike(
      trail,
      ids.map((id) => ({ id, type: 'flagged' })),
    );
    const many = `${routes.auditExport}?type=flagged&to=1971-01-01T00:00:00Z`;
    const { body } = await owner.ask<AuditEvent[]>('GET', `${many}&format=json`);
    expect(body.map(({ id }) => id).sort()).toEqual(ids.sort());
    const csv = await owner.ask<string>('GET', many);
    expect(csv.body.trim().split('\r\n')).toHaveLength(1_204);
  });

  it('of nothing is the heads of its columns', async () => {
    const csv = await owner.ask<string>('GET', `${routes.auditExport}?batch=none`);
    expect(csv.body).toMatch(/^\uFEFF?"at","type","actor_kind",.*"hash"\r\n$/);
  });

  it.each(['csv', 'json'] as const)(
    'as %s begins with what the store answers: without it, nothing is made',
    async (format) => {
      const store = await openStore(app.storeUri);
      await store.close();
      const deps = { events: store.modEvents, comments: store.comments, threads: store.threads };
      await expect(
        exportAudit({ ...deps, siteById: () => Promise.resolve(null) }, {}, format).next(),
      ).rejects.toThrow();
    },
  );

  it('answers HEAD with its headers alone', async () => {
    const response = await fetch(app.url + routes.auditExport, { method: 'HEAD', headers: { Cookie: owner.cookie } });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

it('figures are of the 200 people who decided most', async () => {
  const actors = Array.from({ length: 201 }, (_, i) => ({
    kind: 'user' as const,
    id: `colleague-${i}`,
    name: 'Léo',
  }));
  // The first of them decided once, all others twice.
  await appendLike(
    trail,
    [...actors, ...actors.slice(1)].map((actor, i) => ({ id: `decided-${i}`, type: 'approved', actor })),
  );
  const { items } = (await noe.ask<AuditPeople>('GET', `${routes.auditPeople}?to=1970-01-15T00:00:00Z`)).body;
  expect([items.length, items.every(({ total }) => total === 2)]).toEqual([200, true]);
});

describe('who may', () => {
  it('read: every moderator; export: admins and owners; nobody else', async () => {
    const history = path(routes.reviewHistory, { commentId: trail });
    for (const at of [routes.audit, routes.auditPeople, routes.auditHours, history]) {
      expect([at, (await noe.ask('GET', at)).status]).toEqual([at, 200]);
      expect([at, (await request(app.url + at, 'GET')).status]).toEqual([at, 401]);
    }
    const exported = await noe.ask<ProblemDocument>('GET', routes.auditExport);
    expect([exported.status, exported.body.code]).toEqual([403, 'not-allowed']);
    expect(exported.headers.get('content-disposition')).toBeNull();
    expect((await request(app.url + routes.auditExport, 'GET')).status).toBe(401);
  });
});
