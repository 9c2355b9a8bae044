import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnCommentView } from '../../shared/comment.ts';
import type { PassageCounts } from '../../shared/passage.ts';
import { path, routes } from '../../shared/routes.ts';
import type { OwnList } from '../../shared/own.ts';
import type { JsonFeed } from '../../shared/syndication.ts';
import type { Participants, ThreadSearch } from '../../shared/thread-search.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { flatten, Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';
import { listen } from '../support/socket.ts';

let app: TestApp;
let moderator: Moderator;

beforeAll(async () => {
  app = await bootApp();
  moderator = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

/** Two readers of one new thread, of whom the first has written. */
async function pair(): Promise<{ anne: Reader; ben: Reader; first: string }> {
  const thread = `thread-${randomUUID()}`;
  const anne = await Reader.guest(app.url, 'Anne Roche', thread);
  const ben = await Reader.guest(app.url, 'Ben Arous', thread);
  return { anne, ben, first: (await anne.post(`${thread} : le marché rouvre en mars.`)).body.id };
}

const said = ({ thread, name }: Reader, text: string, more: object = {}) => ({
  ...{ thread: { key: thread }, author: { name }, text },
  ...more,
});

const reasons = async (reader: Reader): Promise<unknown[]> => {
  await app.app.settled();
  return (await reader.inbox()).body.items.map((item) => item.kind === 'comment' && item.reasons);
};

describe('whoever is named in a comment', () => {
  it('is marked in it and told of it once, even where nobody is answered', async () => {
    const { anne, ben } = await pair();
    const tab = await listen(app.url, { site: SITE, token: anne.token });
    const text = 'Merci @Anne Roche, **vous @Anne Roche** !';
    const { status, body } = await ben.send(said(ben, text, { mentions: [anne.personId, anne.personId] }));
    const name = { t: 'strong', mention: true, c: [{ t: 'text', v: '@Anne Roche' }] };
    expect(status).toBe(201);
    expect(body.body).toEqual([
      {
        t: 'p',
        c: [
          { t: 'text', v: 'Merci ' },
          name,
          { t: 'text', v: ', ' },
          { t: 'strong', c: [{ t: 'text', v: 'vous ' }, name] },
          { t: 'text', v: ' !' },
        ],
      },
    ]);
    expect(flatten((await ben.page()).body).find(({ id }) => id === body.id)?.body).toEqual(body.body);
    expect(await tab.hear('notification:created')).toMatchObject({
      unread: 1,
      item: { kind: 'comment', reasons: ['mention'], commentId: body.id, actorName: 'Ben Arous' },
    });
    tab.close();
    expect(await reasons(anne)).toEqual([['mention']]);
  });

  it('is told once, for both reasons, of an answer that names them, and never of what they wrote', async () => {
    const { anne, ben, first } = await pair();
    const answer = await ben.send(said(ben, 'Oui, @Anne Roche.', { parentId: first, mentions: [anne.personId] }));
    expect(answer).toMatchObject({ status: 201, body: { state: 'published' } });
    await anne.send(said(anne, 'Moi, @Anne Roche, je confirme.', { mentions: [anne.personId] }));
    expect(await reasons(anne)).toEqual([['reply', 'mention']]);
  });

  it('hears of it when a moderator lets it through, no more when it is hidden, and again when it is back', async () => {
    const { anne, ben } = await pair();
    const held = await ben.send(said(ben, 'quel connard, @Anne Roche', { mentions: [anne.personId] }));
    expect([held.status, await reasons(anne)]).toEqual([202, []]);
    await moderator.decideNow(held.body.id, { action: 'approve' });
    expect(await reasons(anne)).toEqual([['mention']]);
    await moderator.undo(held.body.id);
    expect(await reasons(anne)).toEqual([]);
    await moderator.decideNow(held.body.id, { action: 'approve' });
    expect(await reasons(anne)).toEqual([['mention']]);
  });

  it('can be named by an edit as well, and is told of that once', async () => {
    const { anne, ben } = await pair();
    const chloe = await Reader.guest(app.url, 'Chloé Martin', anne.thread);
    await chloe.post('Le samedi surtout, il y a foule.');
    const { id } = (await ben.send(said(ben, 'Merci @Anne Roche', { mentions: [anne.personId] }))).body;
    const named = async (text: string, mentions: string[], expectedRev: number) => {
      const where = path(routes.comment, { siteId: SITE, commentId: id });
      const body = { text, mentions, expectedRev };
      const answer = await request<OwnCommentView>(app.url + where, 'PUT', { body, headers: ben.auth });
      return JSON.stringify(answer.body.body).match(/@[^"]*/g);
    };
    expect(await named('Merci @Anne Roche et @Chloé Martin', [chloe.personId], 1)).toEqual([
      '@Anne Roche',
      '@Chloé Martin',
    ]);
    expect([await reasons(anne), await reasons(chloe)]).toEqual([[['mention']], [['mention']]]);
    await chloe.markRead({ all: true });
    expect(await named('Merci, @Chloé Martin !', [], 2)).toEqual(['@Chloé Martin']);
    await app.app.settled();
    expect((await chloe.inbox()).body.unread).toBe(0);
  });

  it('is found by the beginning of a name, whoever wrote last first, and only with a comment in sight there', async () => {
    const { anne, ben } = await pair();
    const held = await Reader.guest(app.url, 'Annick Le Goff', anne.thread);
    await held.post('quel connard ce maire');
    await (await Reader.guest(app.url, 'Jean-Élie Anquetil', anne.thread)).post('Moi, j’y vais à pied.');
    const find = async (name: string): Promise<unknown> => {
      const where = path(routes.participants, { siteId: SITE }, { thread: anne.thread, name });
      const { status, body } = await request<Participants>(app.url + where, 'GET');
      return status === 200 ? body.items.map((person) => person.name) : status;
    };
    expect(await find('AN')).toEqual(['Jean-Élie Anquetil', 'Anne Roche']);
    expect([await find('elie'), await find('roch'), await find('oche')]).toEqual([
      ['Jean-Élie Anquetil'],
      ['Anne Roche'],
      [],
    ]);
    expect([await find('a'), await find('.*')]).toEqual([400, []]);
    expect(await find(ben.name)).toEqual([]);
  });

  it('is nobody who has not written there, or whose name does not stand in the text', async () => {
    const { anne, ben } = await pair();
    const stranger = await Reader.guest(app.url, 'Chloé Martin', `thread-${randomUUID()}`);
    await stranger.post('Ailleurs, on parle d’autre chose.');
    const text = 'Et @Chloé Martin, qu’en dit-elle, ou Anne Roche ?';
    const mentions = [stranger.personId, anne.personId, 'nobody'];
    const { status, body } = await ben.send(said(ben, text, { mentions }));
    expect([status, body.body]).toEqual([201, [{ t: 'p', c: [{ t: 'text', v: text }] }]]);
    expect([await reasons(stranger), await reasons(anne)]).toEqual([[], []]);
    const six = await ben.send(said(ben, text, { mentions: Array.from({ length: 6 }, (_, i) => `person-${i}`) }));
    expect(six.status).toBe(400);
  });
});

describe('a comment on a passage of the article', () => {
  const passage = { key: 'fontaine', question: 'Faut-il garder la fontaine ?' };
  const counts = ({ thread }: Reader): Promise<Reply<PassageCounts>> =>
    request(app.url + path(routes.passages, { siteId: SITE }, { thread }), 'GET');

  it('stands in the list of the article and in that of the passage, with what answers it', async () => {
    const { anne, ben } = await pair();
    const root = await ben.send(said(ben, 'La fontaine, on y tient !', { passage }));
    expect([root.status, root.body.passage]).toEqual([201, 'fontaine']);
    const reply = await anne.post('Moi aussi, depuis toujours.', { parentId: root.body.id });
    expect(reply.body.passage).toBe('fontaine');
    await ben.send(said(ben, 'Le banc est à repeindre.', { passage: { key: 'banc' } }));
    const whole = (await ben.page()).body;
    expect([whole.count, whole.items.length, whole.passage]).toEqual([4, 3, undefined]);
    const part = (await ben.page({ passage: 'fontaine' })).body;
    expect([part.count, part.passage, flatten(part).map(({ id }) => id)]).toEqual([
      2,
      'fontaine',
      [root.body.id, reply.body.id],
    ]);
    expect((await counts(ben)).body.items).toEqual([
      { passage: 'fontaine', count: 2 },
      { passage: 'banc', count: 1 },
    ]);
    // Wherever it is shown by itself, it says what it is about.
    const { thread } = ben;
    const feed = await request<JsonFeed>(app.url + path(routes.feedJson, { siteId: SITE }, { thread }), 'GET');
    const found = await request<ThreadSearch>(
      app.url + path(routes.threadSearch, { siteId: SITE }, { thread, q: 'fontaine' }),
      'GET',
    );
    const own = await request<OwnList>(app.url + routes.ownComments, 'GET', { headers: ben.auth });
    expect(feed.body.items.map((item) => item.content_html.includes(passage.question))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(found.body.items).toMatchObject([{ id: root.body.id, passage: 'fontaine' }]);
    expect(own.body.items.map(({ question }) => question)).toEqual([undefined, passage.question]);
  });

  it('shows moderators the question it answers, unless that is unfit to be shown', async () => {
    const { ben } = await pair();
    const ask = async (question: string): Promise<unknown> => {
      const { body } = await ben.send(
        said(ben, `quel connard, ${randomUUID()}`, { passage: { key: 'banc', question } }),
      );
      return (await moderator.card(body.id)).passage;
    };
    expect(await ask('Et le banc ?')).toEqual({ key: 'banc', question: 'Et le banc ?' });
    expect(await ask('Et ce connard ?')).toEqual({ key: 'banc', question: null });
    const odd = await ben.send(said(ben, 'Bien vu, merci.', { passage: { key: 'a b' } }));
    expect(odd.status).toBe(400);
  });

  it('pages through a passage in order of time', async () => {
    const { ben } = await pair();
    const texts = ['un premier avis', 'un deuxième avis', 'un troisième avis'];
    const ids: string[] = [];
    for (const text of texts) ids.push((await ben.send(said(ben, text, { passage }))).body.id);
    const first = (await ben.page({ passage: 'fontaine', sort: 'oldest', limit: 2 })).body;
    const rest = (await ben.page({ passage: 'fontaine', sort: 'oldest', limit: 2, cursor: first.next ?? '' })).body;
    expect([...flatten(first), ...flatten(rest)].map(({ id }) => id)).toEqual(ids);
  });
});
