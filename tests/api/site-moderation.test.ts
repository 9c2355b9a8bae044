import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OwnCommentView } from '../../shared/comment.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { ModerationTested, SettingsChanges, SiteList, SiteModeration } from '../../shared/site-moderation.ts';
import { siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';
import { SigningIn } from '../support/signing-in.ts';
import { listen } from '../support/socket.ts';

let app: TestApp;
let store: Store;
let owner: Moderator;
let moderator: Moderator;

beforeAll(async () => {
  app = await bootApp();
  store = await openStore(app.storeUri);
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  moderator = await owner.invite('Noé Garnier');
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const AT = path(routes.siteModeration, { siteId: SITE });
const TEST = path(routes.siteModerationTest, { siteId: SITE });
const CHANGES = path(routes.siteModerationChanges, { siteId: SITE });
const words = (lists: Partial<SiteSettings['words']>) => ({ refuse: [], hold: [], mask: [], allow: [], ...lists });

const read = async (by = owner): Promise<SiteModeration> => (await by.ask<SiteModeration>('GET', AT)).body;
const put = (body: unknown, by = owner): Promise<Reply<SiteModeration & ProblemDocument>> =>
  by.ask('PUT', AT, { body });
/** Puts settings in force, from whatever there is. */
async function set(settings: Partial<SiteSettings>): Promise<SiteModeration> {
  const { version } = await read();
  const { status, body } = await put({ version, settings });
  expect(status).toBe(200);
  return body;
}
const guest = (name = 'Violette'): Promise<Reader> => Reader.guest(app.url, name, `thread-${randomUUID()}`);
const tested = async (body: unknown, by = moderator): Promise<ModerationTested> => {
  const { status, body: answer } = await by.ask<ModerationTested>('POST', TEST, { body });
  expect(status).toBe(200);
  return answer;
};

beforeEach(() => set({}));

describe('the trial of a comment', () => {
  it('may not keep the service busy: what takes long counts for more', async () => {
    const tester = await owner.invite('Curieuse Dubois');
    const listOf = (seed: number): string[] =>
      Array.from({ length: 500 }, (_, i) =>
        Array.from({ length: 13 }, (_, k) => (seed + i * 13 + k).toString(36)).join('z'),
      );
    let trials = 0;
    let answer: Reply<ProblemDocument>;
    do {
      const draft = { words: { ...words({}), hold: listOf(trials * 10_000 + 50_000) } };
      answer = await tester.ask('POST', TEST, { body: { text: 'bonjour', settings: draft } });
      trials += 1;
    } while (answer.status === 200 && trials < 200);
    expect(answer).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    // Others go on.
    await tested({ text: 'bonjour' });
  });
});

describe('the settings of a site', () => {
  it('are read by moderators, with who changed them last', async () => {
    const { items } = (await moderator.ask<SiteList>('GET', routes.sites)).body;
    expect(items).toEqual([{ id: SITE, name: 'Le Courrier de Vaubrune', lang: 'fr', closed: false }]);
    const before = await read();
    await set({ words: words({ hold: ['patate'] }), maxLinks: 5 });
    expect(await read(moderator)).toMatchObject({
      site: items[0],
      version: before.version + 1,
      settings: { maxLinks: 5, premod: false, words: { hold: ['patate'] } },
      lastChange: { by: { id: owner.view.id, name: 'Inès Vidal' } },
      mayChange: false,
    });
    expect(await read()).toMatchObject({ mayChange: true });
  });

  it('are changed by admins and owners alone, and by nobody who has not signed in', async () => {
    const { version } = await read();
    expect(await put({ version, settings: {} }, moderator)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    });
    for (const [method, at, body] of [
      ['GET', AT, undefined],
      ['PUT', AT, { version, settings: {} }],
      ['POST', TEST, { text: 'a' }],
      ['GET', CHANGES, undefined],
      ['GET', routes.sites, undefined],
    ] as const) {
      const reply = await request<ProblemDocument>(app.url + at, method, body === undefined ? {} : { body });
      expect([at, reply.status]).toEqual([at, 401]);
    }
    const foreign = await owner.ask<ProblemDocument>('PUT', AT, {
      body: { version, settings: {} },
      headers: { Origin: 'https://evil.example' },
    });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'origin-not-allowed' } });
    expect((await read()).version).toBe(version);
  });

  it('of a site that is not known are a clear 404', async () => {
    const at = path(routes.siteModeration, { siteId: 'nowhere' });
    expect(await owner.ask('GET', at)).toMatchObject({ status: 404, body: { code: 'unknown-site' } });
    const body = { version: 0, settings: {} };
    expect(await owner.ask('PUT', at, { body })).toMatchObject({ status: 404, body: { code: 'unknown-site' } });
  });

  it('are not written over: of many from one version one wins, the others hear who, when, and what there is now', async () => {
    const { version } = await read();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => put({ version, settings: { maxLinks: 10 + i } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const now = await read();
    expect(now.version).toBe(version + 1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([status, body.code]).toEqual([409, 'settings-changed']);
      expect(body).toMatchObject({ by: 'Inès Vidal', at: now.lastChange?.at, current: now });
      expect(body.detail).toContain('Inès Vidal');
    }
  });

  it('sent again after a lost answer are no conflict; the same as they are make no change', async () => {
    const { version } = await read();
    const body = { version, settings: { maxLinks: 7 } };
    const first = await put(body);
    const second = await put(body);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await put({ version: version + 1, settings: { maxLinks: 7 } })).toMatchObject({
      status: 200,
      body: { version: version + 1 },
    });
  });

  it('keep every change: who, when, before and after, newest first', async () => {
    const { version } = await read();
    for (let i = 1; i <= 12; i++) await set({ words: words({ mask: [`mot ${i}`] }) });
    const first = (await moderator.ask<SettingsChanges>('GET', CHANGES)).body;
    expect(first.items.map((change) => change.version)).toEqual(Array.from({ length: 10 }, (_, i) => version + 12 - i));
    expect(first.items[0]).toMatchObject({
      by: { name: 'Inès Vidal' },
      before: { words: { mask: ['mot 11'] } },
      after: { words: { mask: ['mot 12'] } },
    });
    const next = (await moderator.ask<SettingsChanges>('GET', `${CHANGES}?before=${first.next}`)).body;
    expect(next.items[0]?.version).toBe(version + 2);
    expect((await moderator.ask('GET', `${CHANGES}?before=0`)).status).toBe(400);
  });

  it('may be as long as they may be, and no longer', async () => {
    const { version } = await read();
    const long = (list: string) => Array.from({ length: 500 }, (_, i) => `${list}${'ش'.repeat(70)} ${i}`);
    const lists = { refuse: long('r'), hold: long('h'), mask: long('m'), allow: long('a') };
    expect(await put({ version, settings: { words: lists } })).toMatchObject({ status: 200 });
    const huge = { version, settings: {}, padding: 'x'.repeat(1024 * 1024) };
    expect(await put(huge)).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    // Elsewhere bodies stay as small as they were.
    const reader = await guest();
    expect((await reader.send({ padding: 'x'.repeat(40_000) })).status).toBe(413);
  });
});

describe('settings that cannot be', () => {
  it.each<[string, unknown, string, string, string | undefined]>([
    ['a duplicate', { words: words({ hold: ['patate', 'Patate'] }) }, 'settings.words.hold.1', 'duplicate', 'Patate'],
    [
      'a contradiction',
      { words: words({ hold: ['navet'], allow: ['navet'] }) },
      'settings.words.hold.0',
      'contradiction',
      'navet',
    ],
    ['a star in the middle', { words: words({ mask: ['pa*te'] }) }, 'settings.words.mask.0', 'misplaced-star', 'pa*te'],
    ['what nobody can find', { words: words({ hold: ['ok', '🤬'] }) }, 'settings.words.hold.1', 'unmatchable', '🤬'],
    [
      'an address for a host',
      { deniedHosts: ['https://a.fr'] },
      'settings.deniedHosts.0',
      'invalid-host',
      'https://a.fr',
    ],
    ['too long a word', { words: words({ hold: ['a'.repeat(81)] }) }, 'settings.words.hold.0', 'too-long', undefined],
    ['too many hosts', { allowedHosts: Array(501).fill('a.fr') }, 'settings.allowedHosts', 'too-many', undefined],
    [
      'a level there is not',
      { severityLevels: { mild: 'x', strong: 'hold', extreme: 'hold' } },
      'settings.severityLevels.mild',
      'invalid',
      undefined,
    ],
    ['a list that is none', { words: { ...words({}), hold: 'patate' } }, 'settings.words.hold', 'invalid', undefined],
    [
      'an object for a word',
      { words: words({ hold: [{ $gt: '' } as never] }) },
      'settings.words.hold.0',
      'not-text',
      undefined,
    ],
    [
      'an alert to a place inside the house',
      { alerts: { webhooks: ['https://chat.example/a', 'https://127.0.0.1/a'] } },
      'settings.alerts.webhooks.1',
      'not-callable',
      'https://127.0.0.1/a',
    ],
    [
      'an alert anybody could read',
      { alerts: { webhooks: ['http://chat.example/a'] } },
      'settings.alerts.webhooks.0',
      'not-callable',
      'http://chat.example/a',
    ],
    [
      'an alert to several in one',
      { alerts: { emails: ['lise@site.example, noe@site.example'] } },
      'settings.alerts.emails.0',
      'invalid-email',
      undefined,
    ],
    [
      'an alert told twice',
      { alerts: { emails: ['lise@site.example', 'lise@SITE.example'] } },
      'settings.alerts.emails.1',
      'duplicate',
      'lise@site.example',
    ],
    ['an unknown setting', { bogus: 1 }, 'settings.bogus', 'unknown-field', undefined],
  ])('%s is refused, naming place and entry, saved or tried', async (_, settings, at, code, entry) => {
    const { version } = await read();
    const replies = [
      await put({ version, settings }),
      await owner.ask<ProblemDocument>('POST', TEST, { body: { text: 'bonjour', settings } }),
    ];
    for (const { status, body } of replies) {
      expect([status, body.code]).toEqual([400, 'validation-failed']);
      const error = body.errors?.find(({ path: place }) => place === at);
      expect(error).toMatchObject({ code, ...(entry === undefined ? {} : { entry }) });
      expect(error?.message).not.toMatch(/[{}]/);
      if (entry !== undefined) expect(error?.message).toContain(entry);
    }
    expect((await read()).version).toBe(version);
  });
});

describe('the test box', () => {
  it('judges by the draft and stores nothing', async () => {
    const before = await read();
    const queue = (await moderator.queue()).body.count;
    const settings = { words: words({ hold: ['navet'], mask: ['patate'], allow: ['connard'] }) };
    const text = '  Un connard, un n4vet et une **patate**.  ';
    const answer = await tested({ text, name: 'La Patate', settings });
    expect(answer).toMatchObject({
      text: 'Un connard, un n4vet et une **patate**.',
      verdict: { level: 'hold' },
      vis: 'hidden',
      queue: 'premod',
      readers: { text: 'Un connard, un n4vet et une **p•••••**.', name: 'La P•••••' },
    });
    const marked = answer.verdict.hits.map(({ field, level, span }) => [
      level,
      (field === 'name' ? answer.name : answer.text).slice(...(span ?? [0, 0])),
    ]);
    expect(marked).toEqual([
      ['hold', 'n4vet'],
      ['note', 'patate'],
      ['note', 'Patate'],
    ]);
    expect(await read()).toEqual(before);
    expect((await moderator.queue()).body.count).toBe(queue);
  });

  it('judges by what is in force where there is no draft', async () => {
    expect(await tested({ text: 'Un navet.' })).toMatchObject({
      verdict: { level: 'pass' },
      vis: 'visible',
      queue: null,
    });
    await set({ words: words({ refuse: ['navet'] }) });
    expect(await tested({ text: 'Un navet.' })).toMatchObject({
      verdict: { level: 'reject' },
      vis: 'hidden',
      queue: null,
    });
    expect(await tested({ text: 'Un radis.', settings: { premod: true } })).toMatchObject({
      verdict: { level: 'pass', hits: [] },
      queue: 'premod',
    });
  });

  it('takes any text: empty, huge, Arabic, hostile', async () => {
    for (const text of ['', ' ', 'a'.repeat(10_000), '**'.repeat(4000), '> '.repeat(4000), '\u0000\uD800'])
      await tested({ text, settings: { words: words({ mask: ['a', '*b*'] }) } });
    const arabic = await tested({ text: 'يا حِمَار', settings: { words: words({ mask: ['حمار'] }) } });
    expect(arabic.readers.text).toBe('يا ح•••');
  });
});

describe('the address of a chat', () => {
  it('is read whole by those who may change it, and by the others its host alone', async () => {
    const webhooks = ['https://chat.example/hooks/a-secret'];
    await set({ alerts: { ...siteSettingsSchema.parse({}).alerts, webhooks } });
    expect((await read()).settings.alerts.webhooks).toEqual(webhooks);
    const seen = await moderator.ask<SiteModeration>('GET', AT);
    expect(seen.body.settings.alerts.webhooks).toEqual(['https://chat.example/…']);
    expect(JSON.stringify((await moderator.ask('GET', CHANGES)).body)).not.toContain('secret');
    expect(JSON.stringify((await owner.ask('GET', CHANGES)).body)).toContain('secret');
    const trial = { text: 'bonjour', settings: seen.body.settings };
    expect((await moderator.ask('POST', TEST, { body: trial })).status).toBe(200);
  });
});

describe('a change of the settings', () => {
  it('acts at once', async () => {
    const reader = await guest();
    expect((await reader.post('Un beau navet du jardin')).status).toBe(201);
    await set({ words: words({ hold: ['navet'] }) });
    expect((await reader.post('Encore un navet, plus gros')).status).toBe(202);
    await set({ words: words({ hold: ['navet'], allow: ['gros navet'] }) });
    expect((await reader.post('Un gros navet pour finir')).status).toBe(201);
  });

  it('refuses by rule: hidden and decided, seen in the audit, and a person may still publish it', async () => {
    await set({ words: words({ refuse: ['navet*'] }) });
    const reader = await guest();
    const { status, body } = await reader.post('Tous des navetons');
    expect([status, body.state]).toEqual([202, 'refused']);
    expect((await reader.page()).body.count).toBe(0);
    expect((await reader.mine()).body.comments).toMatchObject([{ id: body.id, state: 'refused' }]);
    const { body: card } = await moderator.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }));
    expect(card).toMatchObject({
      text: 'Tous des navetons',
      vis: 'hidden',
      queue: null,
      outcome: { kind: 'rejected', by: { kind: 'rule' } },
      verdict: { hits: [{ ruleId: 'site-words', level: 'reject', span: [9, 17] }] },
    });
    await app.app.settled();
    expect(await store.modEvents.ofComment(body.id)).toMatchObject([
      { type: 'auto_rejected', rules: [{ id: 'site-words', v: 2 }] },
    ]);
    const seen = { expectedV: card.v, expectedRev: card.rev };
    expect((await moderator.decide(body.id, { action: 'approve', ...seen })).status).toBe(200);
    expect((await reader.page()).body.count).toBe(1);
  });
});

describe('a masked word', () => {
  const SECRET = /patate|p4t4te|navet/i;

  it('reaches no reader: not by page, branch, changes, socket, bell, answer or own list', async () => {
    await set({
      words: words({ mask: ['patate', 'navet'] }),
      severityLevels: { mild: 'suspect', strong: 'mask', extreme: 'hold' },
    });
    const asker = await guest('Odile');
    const parent = (await asker.post('Une question')).body;
    const socket = await listen(app.url, { site: SITE }, asker.thread);
    const bell = await listen(app.url, { site: SITE, token: asker.token });
    const author = await Reader.guest(app.url, 'Patate Chaude', asker.thread);
    const text = 'Quelle **patate**, ce p4t4te, merde, [ici](https://a.example/navet) https://navet.example';
    const { status, body } = await author.post(text, { parentId: parent.id });
    expect([status, body.state]).toEqual([201, 'published']);
    const news = await socket.hear('comment:published', ({ comment }) => comment.id === body.id);
    const notice = await bell.hear('notification:created', ({ item }) => item.commentId === body.id);
    const seen = [
      body,
      news,
      notice,
      (await asker.page()).body,
      (await asker.changes(0)).body,
      (await asker.inbox()).body,
      (await author.mine()).body,
      (await request(app.url + path(routes.comment, { siteId: SITE, commentId: body.id }), 'GET')).body,
      (await request(app.url + path(routes.replies, { siteId: SITE, commentId: parent.id }), 'GET')).body,
    ];
    for (const one of seen) expect(JSON.stringify(one)).not.toMatch(/patate|p4t4te|navet|merde/i);
    expect(notice.item).toMatchObject({ actorName: 'P••••• Chaude' });
    expect(news.comment).toMatchObject({ author: { name: 'P••••• Chaude' } });
    expect(JSON.stringify(news.comment.body)).toContain('m••••');
    socket.close();
    bell.close();

    const { body: card } = await moderator.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }));
    expect(card).toMatchObject({ text, author: { name: 'Patate Chaude' }, vis: 'visible', queue: null });
    expect(card.verdict.hits.map(({ detail }) => detail?.['masked'])).toEqual(card.verdict.hits.map(() => true));
  });

  it('stays masked when a person publishes what was held, and when the list changes later', async () => {
    await set({ words: words({ mask: ['patate'], hold: ['sale patate'] }) });
    const reader = await guest();
    const { body } = await reader.post('Espèce de sale patate');
    expect(body).toMatchObject({ state: 'held', body: [{ t: 'p', c: [{ v: 'Espèce de sale p•••••' }] }] });
    await set({});
    await moderator.decide(body.id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    expect(JSON.stringify((await reader.page()).body)).not.toMatch(SECRET);
  });

  it('is masked however often it stands there, and the card stays readable', async () => {
    await set({ words: words({ mask: ['navet'] }) });
    const { body } = await (await guest()).post('navet '.repeat(800));
    expect(JSON.stringify(body)).not.toMatch(SECRET);
    const { body: card } = await moderator.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }));
    expect(card.verdict.hits.filter(({ ruleId }) => ruleId === 'site-words')).toHaveLength(200);
  });
});

describe('what is asked of whoever writes', () => {
  const readers = (change: Partial<SiteSettings['readers']>) => ({
    ...siteSettingsSchema.parse({}).readers,
    ...change,
  });
  const emailOf = async ({ personId }: Reader) => (await store.people.byId(personId as PersonId))?.email;
  const send = (from: Reader, text: string, author: object, key: string = randomUUID()) =>
    from.send<OwnCommentView & ProblemDocument>({ thread: { key: from.thread }, author, text }, key);
  const faultsOf = ({ body }: Reply<ProblemDocument>) =>
    body.errors?.map(({ path: at, code, limit }) => [at, code, ...(limit === undefined ? [] : [limit])]);

  it('is an address of guests where it is required; what was taken before stays taken, and who has signed in is not asked', async () => {
    const violette = await guest();
    const [name, key] = ['Violette', randomUUID()];
    expect((await send(violette, 'Sans adresse.', { name }, key)).status).toBe(201);
    await set({ readers: readers({ email: 'required' }) });
    expect((await violette.page()).body.offers).toMatchObject({ email: 'required', maxLength: 5000 });
    expect((await send(violette, 'Sans adresse.', { name }, key)).status).toBe(201);
    const refused = await send(violette, 'Toujours sans.', { name: '   ' });
    expect([refused.status, faultsOf(refused)]).toEqual([
      400,
      [
        ['author.name', 'empty'],
        ['author.email', 'email-required'],
      ],
    ]);
    expect((await send(violette, 'Avec.', { name, email: 'Violette@Lecteurs.example' })).status).toBe(201);
    expect(await emailOf(violette)).toBe('Violette@lecteurs.example');

    const odile = await SigningIn.with(app.url, 'odile@lecteurs.example');
    const body = { thread: { key: violette.thread }, author: { name: 'Odile' }, text: 'On me connaît déjà.' };
    expect((await odile.ask('POST', path(routes.comments, { siteId: SITE }), body)).status).toBe(201);
  });

  it('is none where it is off: one that is sent all the same is not kept, and the comment is taken', async () => {
    await set({ readers: readers({ email: 'off' }) });
    const basile = await guest('Basile');
    const answer = await send(basile, 'Une page ancienne.', { name: 'Basile', email: 'basile@lecteurs.example' });
    expect([answer.status, await emailOf(basile)]).toEqual([201, null]);
  });

  it('is a text within the length of the site, also in a preview and when it is changed', async () => {
    expect((await put({ version: (await read()).version, settings: { readers: { maxLength: 99 } } })).status).toBe(400);
    await set({ readers: readers({ maxLength: 280 }) });
    const rose = await guest('Rose');
    // Characters, not the units they are stored in.
    const fits = `${'La halle aux roses rouvre, enfin. '.repeat(9).slice(0, 278)}🌹🌹`;
    const tooLong = `${fits}!`;
    const { body: own } = await rose.post(fits);
    expect(own.state).toBe('published');
    const at = app.url + path(routes.preview, { siteId: SITE });
    for (const refused of [
      await send(rose, tooLong, { name: 'Rose' }),
      await rose.edit(own.id, tooLong),
      await request<ProblemDocument>(at, 'POST', { body: { text: tooLong } }),
    ])
      expect([refused.status, faultsOf(refused)]).toEqual([400, [['text', 'too-long', 280]]]);
    expect((await rose.page()).body.offers.maxLength).toBe(280);
    // What was published before a limit stays, and is measured by it when it is changed.
    await set({ readers: readers({ maxLength: 100 }) });
    expect(faultsOf(await rose.edit(own.id, 'a'.repeat(101)))).toEqual([['text', 'too-long', 100]]);
    expect((await rose.edit(own.id, 'Plus court.')).status).toBe(200);
  });
});
