import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { AuditPage } from '../../shared/audit.ts';
import type { OwnCommentView } from '../../shared/comment.ts';
import type { Guest } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewFigures } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteList } from '../../shared/site-moderation.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, request, type Reply } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

const [OWN, OTHER] = ['gazette', 'courrier'] as const;

let app: TestApp;
let owner: Moderator;
/** An admin of the one site, and a moderator of the other. */
let local: Moderator;
let elsewhere: Moderator;
/** What there is on each site: a comment that waits, its author, and a letter and a call that could not be sent. */
const there: Record<string, { comment: string; person: string; letter: string; call: string }> = {};

/** One more member, limited to sites. */
async function member(
  name: string,
  role: 'moderator' | 'admin',
  sites: string[] | null,
  by = owner,
): Promise<Moderator> {
  const { body } = await by.ask<{ url: string }>('POST', routes.invites, { body: { role, sites } });
  return Moderator.redeem(app.url, name, body.url.split('#invite=')[1] ?? '');
}

async function hold(site: string): Promise<{ comment: string; person: string }> {
  const at = (pattern: string): string => app.url + path(pattern, { siteId: site });
  const guest = (await request<Guest>(at(routes.guests), 'POST', { headers: { 'Idempotency-Key': randomUUID() } }))
    .body;
  const { status, body } = await request<OwnCommentView>(at(routes.comments), 'POST', {
    body: { thread: { key: 'une' }, author: { name: 'Violette' }, text: `Quel connard, ce maire ${randomUUID()}` },
    headers: { Authorization: `Bearer ${guest.token}` },
  });
  expect(status).toBe(202);
  return { comment: body.id, person: guest.personId };
}

/** What could not be sent, of each site. */
async function fillOutboxes(): Promise<void> {
  const connection = await mongoose.createConnection(app.storeUri).asPromise();
  for (const siteId of [OWN, OTHER]) {
    const [letter, call, at] = [`letter-${siteId}`, `call-${siteId}`, new Date()];
    const dead = { siteId, state: 'dead', dueAt: at, createdAt: at, doneAt: at, attempts: 8, error: 'refused' };
    const to = { personId: null, key: 'k', to: 'a@site.example', lang: 'fr', what: { kind: 'confirm' } };
    await connection.collection<{ _id: string }>('letters').insertOne({ _id: letter, ...dead, ...to });
    const chat = { url: 'https://chat.example/x', body: '{}' };
    await connection.collection<{ _id: string }>('webhook_calls').insertOne({ _id: call, ...dead, ...chat });
    there[siteId] = { ...(await hold(siteId)), letter, call };
  }
  await connection.close();
}

beforeAll(async () => {
  app = await bootApp({ DEMO: false });
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  for (const id of [OWN, OTHER])
    await owner.ask('POST', routes.sites, { body: { id, name: id, lang: 'fr', origins: [] } });
  [local, elsewhere] = [await member('Noé Garnier', 'admin', [OWN]), await member('Lucie Faure', 'moderator', [OTHER])];
  await fillOutboxes();
});
afterAll(() => app.close());

type Asked = [method: string, route: string, body?: unknown, query?: string | undefined];

/** Every route of the console that is about one thing: what is asked of it. */
function about(site: string): Asked[] {
  const { comment = 'x', person = 'x', letter = 'x', call = 'x' } = there[site] ?? {};
  const fill = (pattern: string): string =>
    path(pattern, {
      siteId: site,
      commentId: comment,
      personId: person,
      letterId: letter,
      callId: call,
      sanctionId: 's',
      kid: 'k',
      providerId: 'p',
    });
  const decision = { action: 'snooze', until: new Date(Date.now() + 3_600_000).toISOString() };
  const select = { ids: [comment] };
  const asked: Asked[] = [
    ['GET', routes.site],
    ['PUT', routes.site, { name: site, lang: 'fr', origins: [], version: 0 }],
    ['GET', routes.siteChanges],
    ['GET', routes.siteModeration],
    ['PUT', routes.siteModeration, { version: 0, settings: {} }],
    ['POST', routes.siteModerationTest, { text: 'bonjour' }],
    ['GET', routes.siteRetention, undefined, 'refusedDays=30'],
    ['GET', routes.siteModerationChanges],
    ['GET', routes.siteAccounts],
    ['POST', routes.siteKeys, { alg: 'HS256' }],
    ['DELETE', routes.siteKey],
    ['POST', routes.siteProviderCheck, { issuer: 'https://accounts.invalid' }],
    ['PUT', routes.siteProvider, { name: 'X', issuer: 'https://accounts.example', clientId: 'x' }],
    ['DELETE', routes.siteProvider],
    ['GET', routes.discussion, undefined, 'thread=une'],
    ['PUT', routes.discussionClosed, { thread: 'une', closed: false }],
    ['GET', routes.review, undefined, `site=${site}`],
    ['GET', routes.reviewFigures, undefined, `site=${site}`],
    ['GET', routes.reviewSnoozed, undefined, `site=${site}`],
    ['POST', routes.reviewNext, { desk: 'd', filter: { site } }],
    ['GET', routes.reviewItem],
    ['GET', routes.reviewContext],
    ['GET', routes.reviewHistory],
    ['POST', routes.reviewClaim, { desk: 'd' }],
    ['DELETE', routes.reviewClaim],
    ['PUT', routes.pin, { expectedRev: 1 }],
    ['DELETE', routes.pin],
    ['PUT', routes.feature, { expectedRev: 1 }],
    ['DELETE', routes.feature],
    ['POST', routes.bulkPreview, { select }],
    ['POST', routes.bulkPreview, { select: { filter: { site } } }],
    ['POST', routes.bulk, { select, act: decision, count: 7 }],
    ['POST', routes.decision, { ...decision, expectedV: 99, expectedRev: 1 }],
    ['POST', routes.reviewUndo, { eventId: 'e' }],
    ['GET', routes.search, undefined, `site=${site}`],
    ['GET', routes.audit, undefined, `site=${site}`],
    ['GET', routes.auditExport, undefined, `site=${site}&format=csv`],
    ['GET', routes.auditDiscussions, undefined, `site=${site}`],
    ['GET', routes.people, undefined, `site=${site}`],
    ['GET', routes.person],
    ['GET', routes.personComments],
    ['POST', routes.personNotes, { text: 'vu' }],
    ['POST', routes.personSanctions, { kind: 'warn', commentId: comment, expectedV: 0, codes: ['abuse'], rev: 1 }],
    ['POST', routes.personLift, { remark: '' }],
    ['GET', routes.sanctions, undefined, `site=${site}`],
    ['POST', routes.consoleMailRetry],
    ['POST', routes.consoleMailDrop],
    ['POST', routes.consoleWebhookRetry],
    ['POST', routes.consoleWebhookDrop],
  ];
  return asked.map(([method, route, body, query]) => [method, fill(route), body, query]);
}

/** Routes about no site: those of the session, those about the team, those that answer with what is on one's sites (see below). */
const ABOUT_NONE: string[] = [
  ...Object.values(routes).filter((at) => /^\/v1\/console\/(account|session|second-factor|team)\b/.test(at)),
  ...[
    routes.setup,
    routes.setupCheck,
    routes.rescue,
    routes.socketTicket,
    routes.invites,
    routes.sites,
    routes.consoleMail,
    routes.consoleWebhooks,
    routes.heat,
  ],
  // For owners, who have all sites.
  ...[routes.siteRemoval, routes.siteRemovals],
  ...[routes.auditPeople, routes.auditHours, routes.bulkItem, routes.bulkUndo],
];

const ask = (by: Moderator, [method, at, body, query]: Asked): Promise<Reply<ProblemDocument>> =>
  by.ask(method, query === undefined ? at : `${at}?${query}`, body === undefined ? {} : { body });

describe('whoever has a role on some sites', () => {
  it('may do nothing on any other, whatever the route', async () => {
    const answers = await Promise.all(about(OTHER).map(async (asked) => [asked, (await ask(local, asked)).body.code]));
    expect(answers.filter(([, code]) => code !== 'not-allowed')).toEqual([]);
  });

  it('may do on theirs what their role says', async () => {
    // Some are refused for what was asked, as of anybody; none because of who asks.
    const answers: unknown[] = [];
    for (const asked of about(OWN)) {
      const { status, body } = await ask(local, asked);
      if (status >= 500 || [401, 403].includes(status)) answers.push([asked, status, body]);
    }
    expect(answers).toEqual([]);
  });

  it('is asked about by every route of the console', () => {
    const pattern = (at: string): RegExp => new RegExp(`^${at.replace(/:\w+/g, '[^/]+')}$`);
    const asked = about('x').map(([, at]) => at);
    const own = Object.values(routes).filter((at) =>
      /^\/v1\/(console|review|search|heat|audit|people|sanctions)/.test(at),
    );
    const left = own.filter(
      (at) => !ABOUT_NONE.some((none) => none === at) && !asked.some((one) => pattern(at).test(one)),
    );
    expect(left).toEqual([]);
  });

  it('sees of lists and numbers only what is on theirs', async () => {
    const sites = (by: Moderator) => by.ask<SiteList>('GET', routes.sites);
    expect((await sites(local)).body.items.map(({ id }) => id)).toEqual([OWN]);
    for (const by of [local, elsewhere]) {
      const site = by === local ? OWN : OTHER;
      const { items, count } = (await by.queue({})).body;
      expect([count, ...new Set(items.map((item) => item.site.id))]).toEqual([
        items.length,
        ...(count > 0 ? [site] : []),
      ]);
      const found = (await by.ask<{ items: { site: { id: string } }[] }>('GET', routes.search)).body.items;
      expect(new Set(found.map((item) => item.site.id))).toEqual(new Set([site]));
      const audit = (await by.ask<AuditPage>('GET', routes.audit)).body.items;
      expect(audit.every((event) => event.site.id === site)).toBe(true);
    }
    const all = (await owner.ask<ReviewFigures>('GET', routes.reviewFigures)).body;
    const theirs = (await elsewhere.ask<ReviewFigures>('GET', routes.reviewFigures)).body;
    const ours = (await local.ask<ReviewFigures>('GET', routes.reviewFigures)).body;
    expect(theirs.total).toBe(1);
    expect(all.total).toBe(ours.total + theirs.total);
    const mail = (await local.ask<{ dead: { site: string }[] }>('GET', routes.consoleMail)).body;
    expect(mail.dead.filter(({ site }) => site !== OWN)).toEqual([]);
    const csv = await local.ask<string>('GET', `${routes.auditExport}?format=csv`);
    expect(csv.body).not.toContain(OTHER);
  });

  it('hears of theirs alone over the socket, and of the others once they have them', async () => {
    const socket = await listen(app.url, { ticket: await local.ticket() });
    await hold(OTHER);
    const { comment } = await hold(OWN);
    await socket.hear('review:opened', ({ card }) => card.id === comment);
    await app.app.settled();
    expect(socket.all('review:opened').map(({ card }) => card.site.id)).toEqual([OWN]);
    const { total } = (await local.ask<ReviewFigures>('GET', routes.reviewFigures)).body;
    await socket.hear('review:figures', (figures) => figures.total === total);
    expect((await widen(local, null)).status).toBe(200);
    // It is cut off, so that it comes back as who they are by now.
    await until(() => socket.socket.disconnected, 'the socket has ended');
    const other = await hold(OTHER);
    expect((await local.ask('GET', path(routes.reviewItem, { commentId: other.comment }))).status).toBe(200);
    await widen(local, [OWN]);
    expect((await local.ask('GET', path(routes.reviewItem, { commentId: other.comment }))).status).toBe(403);
  });

  it('sees an act on many comments only if all of them are on theirs', async () => {
    const [mine, foreign] = [(await hold(OWN)).comment, (await hold(OTHER)).comment];
    const start = async (ids: string[]): Promise<string> => {
      const act = { action: 'approve' };
      const { body } = await owner.ask<{ id: string }>('POST', routes.bulk, {
        body: { select: { ids }, act, count: ids.length },
      });
      return body.id;
    };
    const [both, own] = [await start([mine, foreign]), await start([(await hold(OWN)).comment])];
    await app.app.settled();
    const { items } = (await local.ask<{ items: { id: string }[] }>('GET', routes.bulk)).body;
    expect(items.map(({ id }) => id)).toEqual([own]);
    for (const [method, pattern] of [
      ['GET', routes.bulkItem],
      ['POST', routes.bulkUndo],
    ] as const)
      expect((await local.ask<ProblemDocument>(method, path(pattern, { bulkId: both }))).body.code).toBe('not-allowed');
    expect((await local.ask('POST', path(routes.bulkUndo, { bulkId: own }))).status).toBe(202);
    await app.app.settled();
  });
});

/** Gives a member their role on other sites. */
const widen = (of: Moderator, sites: string[] | null, by = owner): Promise<Reply<ProblemDocument>> => {
  const { role } = of.view;
  return by.ask('PUT', path(routes.teamMember, { memberId: of.view.id }), { body: { before: role, role, sites } });
};

describe('an admin of some sites', () => {
  it('invites and changes only for these, and sees only who is there', async () => {
    for (const sites of [null, [OTHER], [OWN, OTHER]])
      expect((await local.ask<ProblemDocument>('POST', routes.invites, { body: { sites } })).body.code).toBe(
        'not-allowed',
      );
    const jade = await member('Jade Renoir', 'moderator', [OWN], local);
    expect(jade.view.sites).toEqual([OWN]);
    const names = (await local.team()).body.members.map(({ name }) => name);
    expect(names).toEqual(['Inès Vidal', 'Noé Garnier', 'Jade Renoir']);
    expect((await widen(jade, null, local)).body.code).toBe('not-allowed');
    expect((await widen(elsewhere, [OWN], local)).body.code).toBe('not-allowed');
    expect((await local.remove(elsewhere)).body.code).toBe('not-allowed');
    await widen(jade, [OWN, OTHER]);
    // They see her as far as she is theirs, and may not take from her what is not.
    const seen = (await local.team()).body.members.find(({ name }) => name === 'Jade Renoir');
    expect(seen?.sites).toEqual([OWN]);
    expect((await local.remove(jade)).body.code).toBe('not-allowed');
    const changes = (await owner.team()).body.changes.filter((change) => change.member.name === 'Jade Renoir');
    expect(changes.map(({ sites }) => sites)).toEqual([
      { before: [OWN], after: [OWN, OTHER] },
      { before: null, after: [OWN] },
    ]);
  });

  it('is no owner, and the sites of others must be there', async () => {
    const asked = [
      { role: 'owner', sites: [OWN] },
      { role: 'moderator', sites: [] },
      { role: 'moderator', sites: ['rien'] },
    ];
    const codes = await Promise.all(
      asked.map(async (body) => (await owner.ask<ProblemDocument>('POST', routes.invites, { body })).body.code),
    );
    expect(codes).toEqual(['validation-failed', 'validation-failed', 'unknown-site']);
  });
});
