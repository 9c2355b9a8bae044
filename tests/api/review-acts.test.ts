import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { Decided, Decision, ReviewCard, ReviewContext, ReviewFigures, SnoozedPage } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, type Reply } from '../support/client.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let owner: Moderator;
let ines: Moderator;
let noe: Moderator;
/** Set ahead by what is about time; it never goes back. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

beforeAll(async () => {
  app = await bootApp({}, { now });
  owner = await Moderator.redeem(app.url, 'Odile Perrin', (await app.app.setupCode()) ?? '');
  ines = await owner.invite('Inès Vidal');
  noe = await owner.invite('Noé Garnier');
});
afterAll(() => app.close());

type Answer = Promise<Reply<Decided & ProblemDocument & { card: ReviewCard }>>;

async function held(text = 'quel connard ce maire', thread = `thread-${randomUUID()}`) {
  const author = await Reader.guest(app.url, 'Tristan', thread);
  const { body } = await author.post(text);
  return { author, id: body.id, card: await look(body.id) };
}
const look = async (commentId: string): Promise<ReviewCard> =>
  (await owner.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId }))).body;
const seen = ({ v, rev }: ReviewCard) => ({ expectedV: v, expectedRev: rev });
const undo = (
  by: Moderator,
  card: ReviewCard,
  eventId = card.undo?.eventId ?? '',
  key: string = randomUUID(),
): Answer =>
  by.ask('POST', path(routes.reviewUndo, { commentId: card.id }), {
    body: { eventId },
    headers: { 'Idempotency-Key': key },
  });
const claim = (by: Moderator, commentId: string, { desk = 'desk', takeOver = false } = {}): Answer =>
  by.ask('POST', path(routes.reviewClaim, { commentId }), { body: { desk, takeOver } });
const figures = async (): Promise<ReviewFigures> =>
  (await owner.ask<ReviewFigures>('GET', path(routes.reviewFigures, {}))).body;
async function eventsOf(commentId: string) {
  await app.app.settled();
  const store = await openStore(app.storeUri);
  const events = await store.modEvents.ofComment(commentId);
  await store.close();
  return events;
}

describe('undo', () => {
  it('puts a comment back where it was, with its age and place in the queue, and says so in the audit', async () => {
    const { author, id, card } = await held();
    const decided = (await ines.decide(id, { action: 'approve', ...seen(card) })).body.card;
    expect((await author.page()).body.count).toBe(1);
    const back = (await undo(ines, decided)).body.card;
    const place = ({ vis, review, queue, queuedAt, priority, outcome }: ReviewCard) => ({
      vis,
      review,
      queue,
      queuedAt,
      priority,
      outcome,
    });
    expect(place(back)).toEqual(place(card));
    expect(back).toMatchObject({ v: 3, undo: null });
    expect((await author.page()).body.count).toBe(0);
    expect((await author.mine()).body.comments).toMatchObject([{ id, state: 'held' }]);
    const events = await eventsOf(id);
    expect(events.map(({ type }) => type)).toEqual(['auto_held', 'approved', 'undone']);
    expect(events[2]).toMatchObject({ undoes: events[1]?._id, after: events[0]?.after, before: events[1]?.after });
  });

  it.each<[string, (card: ReviewCard) => Decision]>([
    ['a refusal', (card) => ({ action: 'refuse', codes: ['abuse', 'off-topic'], note: 'Non.', ...seen(card) })],
    ['spam', (card) => ({ action: 'spam', ...seen(card) })],
    ['an escalation', (card) => ({ action: 'escalate', remark: 'Un avocat ?', ...seen(card) })],
    ['a snooze', (card) => ({ action: 'snooze', until: new Date(now().getTime() + DAY).toISOString(), ...seen(card) })],
  ])('takes back %s', async (_name, decision) => {
    const { id, card } = await held();
    const decided = (await ines.decide(id, decision(card))).body.card;
    expect(decided.queue).not.toBe('premod');
    const { v: _, undo: __, ...back } = (await undo(ines, decided)).body.card;
    const { v: ___, undo: ____, ...was } = { ...card, author: back.author };
    expect(back).toEqual(was);
  });

  it('is for the newest act only, and only once', async () => {
    const { id, card } = await held();
    const first = (await ines.decide(id, { action: 'approve', ...seen(card) })).body.card;
    const second = (await ines.decide(id, { action: 'refuse', codes: ['hate'], ...seen(first) })).body.card;
    const late = await undo(ines, first);
    expect([late.status, late.body.code, late.body.card.v]).toEqual([409, 'not-newest', 3]);
    const restored = (await undo(ines, second)).body.card;
    expect(restored).toMatchObject({ vis: 'visible', outcome: { kind: 'approved' }, undo: null });
    expect((await undo(ines, second)).body.code).toBe('not-newest');
    expect((await undo(ines, first)).body.code).toBe('not-newest');
  });

  it('sent again with the same key is answered as the first time; of many at once one is done', async () => {
    const { id, card } = await held();
    const decided = (await ines.decide(id, { action: 'approve', ...seen(card) })).body.card;
    const key = randomUUID();
    const eventId = decided.undo?.eventId ?? '';
    const answers = await Promise.all(Array.from({ length: 10 }, () => undo(ines, decided, eventId, key)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['auto_held', 'approved', 'undone']);
  });

  it("of a colleague's act is for admins", async () => {
    const { id, card } = await held();
    const decided = (await ines.decide(id, { action: 'approve', ...seen(card) })).body.card;
    expect((await undo(noe, decided)).body.code).toBe('not-allowed');
    expect((await undo(owner, decided)).status).toBe(200);
  });
});

describe('an escalated comment', () => {
  it('waits in its own queue with its age, and is decided by an admin', async () => {
    const { id, card } = await held();
    const passed = (await ines.decide(id, { action: 'escalate', remark: 'Diffamation ?', ...seen(card) })).body.card;
    expect(passed).toMatchObject({ queue: 'escalated', review: 'escalated', vis: 'hidden', queuedAt: card.queuedAt });
    const listed = await owner.queue({ queue: 'escalated', limit: 100 });
    expect(listed.body.items.map((item) => item.id)).toContain(id);
    const refused = await noe.decide(id, { action: 'approve', ...seen(passed) });
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
    expect((await owner.decide(id, { action: 'approve', ...seen(passed) })).body.card.vis).toBe('visible');
    expect((await eventsOf(id))[1]).toMatchObject({ type: 'escalated', remark: 'Diffamation ?', note: null });
  });
});

describe('a comment that is put aside', () => {
  it('is in no queue and counted apart until its time, then where it was', async () => {
    const { id, card } = await held();
    const before = await figures();
    const at = new Date(now().getTime() + HOUR).toISOString();
    const aside = (await ines.decide(id, { action: 'snooze', until: at, ...seen(card) })).body.card;
    expect(aside).toMatchObject({ queue: null, review: 'open', snoozedUntil: at });
    const after = await figures();
    expect([after.queues.premod.count, after.snoozed]).toEqual([before.queues.premod.count - 1, before.snoozed + 1]);
    expect((await owner.queue({ limit: 100 })).body.items.map((item) => item.id)).not.toContain(id);
    const { body } = await noe.ask<SnoozedPage>('GET', path(routes.reviewSnoozed, {}));
    expect(body.items.map((item) => item.id)).toContain(id);
    ahead += HOUR + 1000;
    const back = await until(async () => {
      const { queue, queuedAt, snoozedUntil } = await look(id);
      return queue === null ? undefined : { queue, queuedAt, snoozedUntil };
    }, 'the comment is back');
    expect(back).toEqual({ queue: 'premod', queuedAt: card.queuedAt, snoozedUntil: null });
    expect((await eventsOf(id)).map(({ type, actor }) => [type, actor.kind]).slice(1)).toEqual([
      ['snoozed', 'user'],
      ['woken', 'clock'],
    ]);
  });

  it.each([
    ['in-the-past', -1000],
    ['too-far-ahead', 31 * DAY],
  ])('is refused by name: %s', async (code, offset) => {
    const { id, card } = await held();
    const until = new Date(now().getTime() + offset).toISOString();
    const { status, body } = await ines.decide(id, { action: 'snooze', until, ...seen(card) });
    expect([status, body.errors?.map((error) => [error.path, error.code])]).toEqual([400, [['until', code]]]);
    expect(await look(id)).toEqual(card);
  });

  it('is refused without a reason that is one, too', async () => {
    const { id, card } = await held();
    const decision = { action: 'refuse', codes: ['because'], ...seen(card) } as unknown as Decision;
    const { status, body } = await ines.decide(id, decision);
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'codes.0']);
  });
});

describe('a claim', () => {
  it('keeps colleagues from deciding, until they take it over, which the audit keeps', async () => {
    const { id, card } = await held();
    const mine = (await claim(ines, id)).body.card;
    expect(mine).toMatchObject({ v: card.v, claim: { by: { name: 'Inès Vidal' } } });
    const refused = await noe.decide(id, { action: 'approve', ...seen(card) });
    expect([refused.status, refused.body.code, refused.body.by]).toEqual([423, 'claimed-by-other', 'Inès Vidal']);
    expect(refused.body.detail).toContain('Inès Vidal');
    expect((await claim(noe, id)).body.code).toBe('claimed-by-other');
    const taken = (await claim(noe, id, { takeOver: true })).body.card;
    expect(taken).toMatchObject({ v: card.v + 1, claim: { by: { name: 'Noé Garnier' } } });
    expect((await ines.decide(id, { action: 'approve', ...seen(card) })).body.code).toBe('claimed-by-other');
    const decided = (await noe.decide(id, { action: 'approve', ...seen(taken) })).body.card;
    expect(decided.claim).toBeNull();
    expect((await eventsOf(id))[1]).toMatchObject({ type: 'taken_over', takenFrom: { name: 'Inès Vidal' } });
  });

  it('lapses by itself, is renewed by asking again, and can be given up', async () => {
    const { id, card } = await held();
    const first = (await claim(ines, id)).body.card.claim;
    ahead += 60_000;
    const renewed = (await claim(ines, id)).body.card.claim;
    expect(new Date(renewed?.until ?? 0).getTime()).toBeGreaterThan(new Date(first?.until ?? 0).getTime() + 50_000);
    ahead += 60_000;
    expect((await claim(noe, id)).status).toBe(423);
    ahead += 60_000;
    expect((await claim(noe, id)).status).toBe(200);
    const released = await noe.ask('DELETE', path(routes.reviewClaim, { commentId: id }));
    expect([released.status, (await look(id)).claim]).toEqual([204, null]);
    expect((await ines.decide(id, { action: 'approve', ...seen(card) })).status).toBe(200);
    const late = await claim(noe, id);
    expect([late.status, late.body.code, late.body.by]).toEqual([409, 'already-decided', 'Inès Vidal']);
  });

  it('hides nothing of what has become of the comment since it was made', async () => {
    const edited = await held();
    await claim(ines, edited.id);
    expect((await edited.author.edit(edited.id, 'quel gros connard ce maire')).status).toBe(200);
    const anew = await ines.decide(edited.id, { action: 'approve', ...seen(edited.card) });
    expect([anew.body.code, anew.body.card.text]).toEqual(['content-changed', 'quel gros connard ce maire']);

    const withdrawn = await held();
    await claim(ines, withdrawn.id);
    expect((await withdrawn.author.withdraw(withdrawn.id)).status).toBe(204);
    expect((await ines.decide(withdrawn.id, { action: 'spam', ...seen(withdrawn.card) })).body.code).toBe(
      'already-decided',
    );

    const lapsed = await held();
    await claim(ines, lapsed.id);
    ahead += 121_000;
    await claim(noe, lapsed.id);
    const taken = await ines.decide(lapsed.id, { action: 'approve', ...seen(lapsed.card) });
    expect([taken.body.code, taken.body.by]).toEqual(['claimed-by-other', 'Noé Garnier']);
    const key = randomUUID();
    const twice = [1, 2].map(() => noe.decide(lapsed.id, { action: 'approve', ...seen(lapsed.card) }, key));
    expect((await Promise.all(twice)).map(({ status, body }) => [status, body.card.v])).toEqual([
      [200, 2],
      [200, 2],
    ]);
    expect((await eventsOf(lapsed.id)).map(({ type }) => type)).toEqual(['auto_held', 'approved']);
  });

  it('of the next free comment goes to one of many who ask at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => held()));
    const next = (by: Moderator) =>
      by.ask<{ card: ReviewCard | null }>('POST', path(routes.reviewNext, {}), { body: { desk: 'd' } });
    const answers = await Promise.all([...Array.from({ length: 3 }, () => next(ines)), next(noe), next(owner)]);
    const got = answers.map(({ body }) => body.card);
    for (const card of got) expect(card?.claim?.by.name).toBeDefined();
    const byId = new Map<string | undefined, Set<string | undefined>>();
    for (const card of got) byId.set(card?.id, (byId.get(card?.id) ?? new Set()).add(card?.claim?.by.name));
    for (const claimants of byId.values()) expect(claimants.size).toBe(1);
  });
});

describe('a site that wants claims', () => {
  it('has nothing decided without one', async () => {
    const strict = await bootApp({}, { site: { review: { claims: 'required', queueReports: 2, hideReports: 6 } } });
    const boss = await Moderator.redeem(strict.url, 'Odile Perrin', (await strict.app.setupCode()) ?? '');
    const author = await Reader.guest(strict.url, 'Tristan', 'thread');
    const { id } = (await author.post('quel connard')).body;
    const decision: Decision = { action: 'approve', expectedV: 1, expectedRev: 1 };
    const refused = await boss.decide(id, decision);
    expect([refused.status, refused.body.code]).toEqual([423, 'claim-required']);
    await boss.ask('POST', path(routes.reviewClaim, { commentId: id }), { body: { desk: 'd' } });
    const approved = (await boss.decide(id, decision)).body.card;
    // What waits for nobody needs no claim.
    expect((await boss.decide(id, { action: 'spam', ...seen(approved) })).status).toBe(200);
    await strict.close();
  });
});

describe('the queue', () => {
  it('is narrowed by queue, discussion, author, language, reason, age and words', async () => {
    const thread = `thread-${randomUUID()}`;
    const [one, two] = [
      await held('quel connard ce maire, la piscine ferme', thread),
      await held('what a fucking disgrace'),
    ];
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      (await ines.queue({ limit: 100, ...query })).body.items.map(({ id }) => id);
    expect(await ids({ thread: one.card.thread.id })).toEqual([one.id]);
    expect(await ids({ author: two.author.personId })).toEqual([two.id]);
    expect(await ids({ q: 'La PISCINE' })).toContain(one.id);
    expect(await ids({ q: 'piscine.*' })).toEqual([]);
    expect([two.card.lang, await ids({ lang: 'en', author: two.author.personId })]).toEqual(['en', [two.id]]);
    expect(await ids({ rule: 'lexicon', thread: one.card.thread.id })).toEqual([one.id]);
    expect(await ids({ rule: 'links', thread: one.card.thread.id })).toEqual([]);
    expect(await ids({ queue: 'suspect', thread: one.card.thread.id })).toEqual([]);
    const { createdAt } = one.card;
    const after = new Date(new Date(createdAt).getTime() + 1).toISOString();
    expect(await ids({ from: createdAt, to: after, thread: one.card.thread.id })).toEqual([one.id]);
    expect(await ids({ from: after, thread: one.card.thread.id })).toEqual([]);
    expect((await ines.queue({ site: 'elsewhere' })).body).toMatchObject({ items: [], count: 0 });
  });

  it('says how much waits and how long, which is what counting it again gives', async () => {
    await Promise.all(Array.from({ length: 4 }, () => held()));
    const { body } = await owner.queue({ limit: 100 });
    const { queues, total } = await figures();
    expect(total).toBe(body.count);
    const waits = body.items.filter(({ queue }) => queue === 'premod').map(({ queuedAt }) => queuedAt ?? '');
    expect(queues.premod.count).toBe(waits.length);
    const sorted = waits.sort();
    expect(queues.premod.oldestAt).toBe(sorted[0]);
    expect(queues.premod.p95At).toBe(sorted[sorted.length - Math.ceil(0.95 * sorted.length)]);
  });

  it('shows what stands around a comment', async () => {
    const thread = `thread-${randomUUID()}`;
    const reader = await Reader.guest(app.url, 'Voisin', thread);
    for (const text of ['premier avis', 'deuxième avis']) await reader.post(text);
    const { id } = await held('quel connard', thread);
    await reader.post('dernier avis');
    const { body } = await noe.ask<ReviewContext>('GET', path(routes.reviewContext, { commentId: id }));
    expect(body.before.map(({ text }) => text)).toEqual(['premier avis', 'deuxième avis']);
    expect(body.after.map(({ text }) => text)).toEqual(['dernier avis']);
    expect(body.revisions).toEqual([]);
  });
});
