import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flatten, Moderator, Reader } from '../support/client.ts';
import { flawsInAudit } from '../support/trails.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { listen } from '../support/socket.ts';
import type { PersonId } from '../../shared/ids.ts';
import { openStore } from '../../services/storage/store.ts';

let ahead = 0;
let app: TestApp;
let ines: Moderator;

beforeAll(async () => {
  app = await bootApp(
    {},
    {
      now: () => new Date(Date.now() + ahead),
      site: {
        review: { claims: 'off', queueReports: 2, hideReports: 0 },
        words: { refuse: ['zarbi'], hold: [], mask: ['bidule'], allow: [] },
      },
    },
  );
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await app.app.settled();
  expect(await flawsInAudit(app.storeUri)).toEqual([]);
  await app.close();
});

const reader = (name = 'Tristan', thread = `thread-${randomUUID()}`): Promise<Reader> =>
  Reader.guest(app.url, name, thread);

async function posted(text = 'ce maire est formidable'): Promise<{ author: Reader; id: string }> {
  const author = await reader();
  return { author, id: (await author.post(text)).body.id };
}

const textOf = async (of: Reader, id: string): Promise<string> =>
  JSON.stringify(flatten((await of.page()).body).find((comment) => comment.id === id)?.body);

describe('an edit', () => {
  it('replaces the text for everyone, live and for whoever comes back, and says when', async () => {
    const { author, id } = await posted();
    const stranger = await listen(app.url, { site: 'demo' }, author.thread);
    const tab = await listen(app.url, { site: 'demo', token: author.token });
    const { seq } = (await author.page()).body;
    const { status, body } = await author.edit(id, 'ce maire est **épatant**');
    expect([status, body.state, body.rev]).toEqual([200, 'published', 2]);
    expect((await author.own(id)).body.text).toBe('ce maire est **épatant**');
    const { comment, count } = await stranger.hear('comment:published', (news) => news.comment.v === 2);
    expect([comment.id, comment.editedAt, count]).toEqual([id, body.editedAt, 1]);
    await tab.hear('comment:decided', (news) => news.comment.rev === 2);
    expect(await textOf(author, id)).toContain('épatant');
    expect((await author.changes(seq)).body.comments).toMatchObject([{ id, v: 2 }]);
    expect(await ines.context(id)).toMatchObject({
      revisions: [{ rev: 1, text: 'ce maire est formidable', hits: [] }],
    });
    stranger.close();
    tab.close();
  });

  it('is judged like a new comment: held, refused by a rule, masked, or said before', async () => {
    const held = await posted();
    expect((await held.author.edit(held.id, 'ce maire est un connard')).body.state).toBe('held');
    expect((await held.author.page()).body.count).toBe(0);
    const card = await ines.card(held.id);
    expect(card).toMatchObject({ queue: 'premod', rev: 2, verdict: { rev: 2, level: 'hold' } });
    // A better text brings it back.
    expect((await held.author.edit(held.id, 'ce maire est décevant', 2)).body.state).toBe('published');
    expect(await ines.card(held.id)).toMatchObject({ queue: null, verdict: { rev: 3, level: 'pass' } });
    const [insult] = (await ines.context(held.id)).revisions;
    expect(insult).toMatchObject({ rev: 2, hits: [{ phase: 'lexicon', span: [16, 23] }] });

    const masked = await posted();
    const { body } = await masked.author.edit(masked.id, 'ce maire est un bidule');
    expect(body.state).toBe('published');
    expect((await masked.author.own(masked.id)).body.text).toBe('ce maire est un bidule');
    expect(await textOf(masked.author, masked.id)).toContain('b•••••');
    expect((await masked.author.edit(masked.id, 'quel zarbi', 2)).body).toMatchObject({
      state: 'refused',
      reasons: [],
    });
    expect(await ines.card(masked.id)).toMatchObject({ review: 'closed', outcome: { kind: 'rejected' } });

    const twice = await posted('une première opinion sur ce sujet');
    const second = (await twice.author.post('une deuxième opinion, tout autre')).body.id;
    expect(await twice.author.edit(second, 'une première opinion sur ce sujet')).toMatchObject({
      ...{ status: 409, body: { code: 'duplicate-comment' } },
    });
    // Back to what it said itself before is no repeat.
    expect((await twice.author.edit(second, 'une deuxième opinion, tout autre !')).status).toBe(200);
    for (const text of ['', '   ', 'x'.repeat(5001)])
      expect((await twice.author.edit(second, text, 2)).body.code).toBe('validation-failed');
  });

  it('asks for another look at what a moderator had approved', async () => {
    const { author, id } = await posted('quel connard ce maire');
    await ines.decideNow(id, { action: 'approve' });
    expect((await author.edit(id, 'quel maire')).body.state).toBe('published');
    expect(await ines.card(id)).toMatchObject({ queue: 'suspect', vis: 'visible', outcome: null });
    // Nor does another edit end that wait.
    expect((await author.edit(id, 'quel bon maire', 2)).body.state).toBe('published');
    expect(await ines.card(id)).toMatchObject({ queue: 'suspect', vis: 'visible', rev: 3 });
  });

  it('is told which text it is about, and sent again it is the same edit', async () => {
    const { author, id } = await posted();
    const [first, again] = [await author.edit(id, 'un autre avis'), await author.edit(id, 'un autre avis')];
    expect([first.status, again.status, again.body.v]).toEqual([200, 200, first.body.v]);
    expect(await author.edit(id, 'encore un autre avis')).toMatchObject({
      ...{ status: 409, body: { code: 'content-changed' } },
    });
    const both = await Promise.all(['un avis à gauche', 'un avis à droite'].map((text) => author.edit(id, text, 2)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('ends with the time, with an answer and with a refusal, and is nobody else’s', async () => {
    const late = await posted();
    const { editableUntil } = (await late.author.own(late.id)).body;
    expect(new Date(editableUntil ?? 0).getTime() - Date.now() - ahead).toBeGreaterThan(14 * 60_000);
    ahead += 15 * 60_000;
    expect((await late.author.edit(late.id, 'trop tard')).body.code).toBe('edit-closed');

    const answered = await posted();
    await (await reader('Odile', answered.author.thread)).post('ah bon ?', { parentId: answered.id });
    expect((await answered.author.own(answered.id)).body.editableUntil).toBeNull();
    expect((await answered.author.edit(answered.id, 'je retire')).body.code).toBe('edit-closed');

    const refused = await posted();
    await ines.decideNow(refused.id, { action: 'spam' });
    expect((await refused.author.edit(refused.id, 'mieux')).body.code).toBe('edit-closed');

    const { id } = await posted();
    const stranger = await reader('Zoé');
    for (const ask of [stranger.edit(id, 'pris'), stranger.withdraw(id), stranger.appeal(id, 'non'), stranger.own(id)])
      expect((await ask).status).toBe(404);
  });

  it('never has a text published that nobody has looked at, when a moderator approves at the same moment', async () => {
    let author = await reader();
    for (let round = 0; round < 30; round += 1) {
      // Nobody may change more than thirty a minute.
      if (round % 20 === 0) author = await reader();
      const { id } = (await author.post(`quel connard, numéro ${String(round)}`)).body;
      const { v, rev } = await ines.card(id);
      const [decided, edited] = await Promise.all([
        ines.decide(id, { action: 'approve', expectedV: v, expectedRev: rev }),
        author.edit(id, `ce fils de pute, numéro ${String(round)}`),
      ]);
      const [card, page] = await Promise.all([ines.card(id), author.page({ limit: 100 })]);
      expect(JSON.stringify(page.body)).not.toContain('fils de pute');
      expect(edited.status).toBe(200);
      expect(card).toMatchObject({ rev: 2, vis: 'hidden', queue: 'premod' });
      if (decided.status !== 200) expect(['content-changed', 'stale-version']).toContain(decided.body.code);
    }
  }, 120_000);
});

describe('an author’s comment', () => {
  it('can be taken back at any time and for good; its place stays while answers hang below it', async () => {
    const { author, id } = await posted();
    const odile = await reader('Odile', author.thread);
    const answer = (await odile.post('une réponse', { parentId: id })).body.id;
    const stranger = await listen(app.url, { site: 'demo' }, author.thread);
    // In several tabs at once, and then again.
    for (const tabs of [[1, 2, 3, 4], [1]]) {
      const answers = await Promise.all(tabs.map(() => author.withdraw(id)));
      expect(answers.map(({ status }) => status)).toEqual(tabs.map(() => 204));
    }
    await stranger.hear('comment:removed', ({ comment }) => comment.id === id && comment.body.length === 0);
    expect((await author.page()).body).toMatchObject({ count: 1, items: [{ root: { id, state: 'removed' } }] });
    expect((await author.mine()).body.comments).toEqual([]);
    expect((await author.own(id)).body.state).toBe('withdrawn');
    expect(await ines.card(id)).toMatchObject({ vis: 'hidden', review: 'closed', outcome: { kind: 'withdrawn' } });
    expect((await ines.decideNow(id, { action: 'approve' })).body.code).toBe('invalid-transition');
    await odile.withdraw(answer);
    await app.app.settled();
    expect((await author.page()).body).toMatchObject({ count: 0, items: [] });
    stranger.close();
  });

  it('leaves the queue when it is taken back, and its refusal on record', async () => {
    const { author, id } = await posted('quel connard ce maire');
    await author.withdraw(id);
    expect(await ines.card(id)).toMatchObject({ queue: null });
    const refused = (await author.post('sale connard')).body.id;
    await ines.decideNow(refused, { action: 'refuse', codes: ['abuse'] });
    ahead += 3_600_000;
    await author.withdraw(refused);
    expect((await ines.card(refused)).author.refused).toBe(1);
    // As old as it was: tidying up is no new offence.
    const store = await openStore(app.storeUri);
    const since = (minutes: number) => ({ since: new Date(Date.now() + ahead - minutes * 60_000), limit: 9 });
    expect(await store.comments.refusalsOf(author.personId as PersonId, since(90))).toEqual([['abuse']]);
    expect(await store.comments.refusalsOf(author.personId as PersonId, since(30))).toEqual([]);
    await store.close();
  });
});
