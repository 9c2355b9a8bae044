import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { OwnCommentView } from '../../shared/comment.ts';
import type { Nudge } from '../../shared/nudge.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import type { Preview } from '../../shared/preview.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { flatten, Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';

let app: TestApp;
let ines: Moderator;

beforeAll(async () => {
  app = await bootApp({ COMMENTS_PER_PERSON: 3, TRUST_PROXY: 1 });
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

type Answer = Reply<Nudge & OwnCommentView>;

const guest = (name = 'Tristan'): Promise<Reader> => Reader.guest(app.url, name, `nudge-${randomUUID()}`);
function draft(
  reader: Reader,
  text: string,
  more: { nudge?: unknown; name?: string; key?: string } = {},
): Promise<Answer> {
  const { nudge = true, name = reader.name, key } = more;
  return reader.send({ thread: { key: reader.thread }, author: { name }, text, nudge }, key);
}
/** What of a reader's has been stored. */
async function stored(reader: Reader): Promise<number> {
  const [{ body: mine }, { body: page }] = await Promise.all([reader.mine(), reader.page()]);
  return mine.comments.length + flatten(page).length;
}

describe('an author who asks to be told', () => {
  it('hears which words may keep the comment back, and nothing is stored', async () => {
    const reader = await guest();
    const before = (await ines.queue()).body.count;
    const { status, body } = await draft(reader, '  Quel connard, et quelle merde !  ');
    expect([status, body]).toEqual([
      200,
      {
        hints: [
          { field: 'text', reason: 'insult', span: [5, 12], found: 'connard' },
          { field: 'text', reason: 'profanity', span: [24, 29], found: 'merde' },
        ],
      },
    ]);
    expect([await stored(reader), (await ines.queue()).body.count]).toEqual([0, before]);
  });

  it('posts all the same with the same key and is held, or rewrites and is published', async () => {
    const reader = await guest();
    const key = randomUUID();
    expect((await draft(reader, 'Quel connard !', { key })).status).toBe(200);
    expect((await draft(reader, 'Quel connard !', { key, nudge: false })).status).toBe(202);
    // An answer that was lost is given again, whether or not the author still asks.
    expect((await draft(reader, 'Quel connard !', { key })).body.state).toBe('held');
    expect((await draft(reader, 'Quel maire !')).status).toBe(201);
    expect(await stored(reader)).toBe(2);
  });

  it('is told the same twice, and at once', async () => {
    const reader = await guest();
    const key = randomUUID();
    const answers = await Promise.all([1, 2].map(() => draft(reader, 'Quel connard !', { key })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stored(reader)).toBe(0);
  });

  it('hears of the name, of too many links, and of capitals beside something else', async () => {
    const reader = await guest();
    expect((await draft(reader, 'Bonjour à tous', { name: 'Roi des crétins' })).body.hints).toEqual([
      { field: 'name', reason: 'insult', span: [8, 15], found: 'crétins' },
    ]);
    const links = ['a', 'b', 'c'].map((host) => `https://${host}.example/`);
    expect((await draft(reader, `VOYEZ TOUS ${links.join(' ')} ICI MEME VITE`)).body.hints).toMatchObject([
      { reason: 'links', found: 'https://c.example/', limit: 2 },
    ]);
    expect((await draft(reader, 'QUEL CONNARD QUE CE MAIRE, VRAIMENT')).body.hints).toMatchObject([
      { field: 'text', reason: 'shouting' },
      { field: 'text', reason: 'insult' },
    ]);
  });

  it.each([
    ['a word that is disguised', 'Quel c0nnard !'],
    ['a word with an innocent meaning', 'Quelle tapette.'],
    ['the address of a link', 'Voyez https://example.org/%63onnard'],
    ['capitals alone', 'MAIS POURQUOI PERSONNE NE NOUS ECOUTE'],
    ['an address in misleading letters', 'Voyez https://xn--80ak6aa92e.com'],
  ])('learns nothing of %s', async (_, text) => {
    const reader = await guest();
    const asked = await draft(reader, text);
    expect([201, 202]).toContain(asked.status);
    expect(asked.body.hints).toBeUndefined();
  });

  it('is refused like anybody whose request is not in order', async () => {
    const reader = await guest();
    expect((await draft(reader, '   ')).body).toMatchObject({ code: 'validation-failed' });
    expect((await draft(reader, 'Quel connard', { nudge: 'yes' })).body).toMatchObject({ code: 'validation-failed' });
    reader.token = 'nobody';
    expect((await draft(reader, 'Quel connard')).status).toBe(401);
  });
});

describe('somebody who tries words out', () => {
  it('is told six times in ten minutes, then posts as without being told, and soon not at all', async () => {
    const reader = await guest('Curieux');
    const statuses: number[] = [];
    for (let at = 0; at < 10; at++) statuses.push((await draft(reader, `Quel connard, essai ${at}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 202, 202, 202, 429]);
  });

  it('has used up nothing of what may be posted by being told', async () => {
    const reader = await guest('Prudent');
    for (let at = 0; at < 6; at++) await draft(reader, `Quel connard, essai ${at}`);
    for (let at = 0; at < 3; at++) expect((await draft(reader, `Poli, ${at}`, { nudge: false })).status).toBe(201);
  });
});

describe('a site that does not offer it', () => {
  it('posts at once, whatever the client asks for', async () => {
    const other = await bootApp();
    const connection = await mongoose.createConnection(other.storeUri).asPromise();
    try {
      await connection.collection<{ _id: string }>('sites').updateOne({ _id: 'demo' }, { $set: { settings: {} } });
      const reader = await Reader.guest(other.url, 'Tristan', 'quiet');
      expect((await draft(reader, 'Quel connard !')).status).toBe(202);
    } finally {
      await connection.close();
      await other.close();
    }
  });
});

describe('a preview', () => {
  const preview = <Body = Preview>(text: string, headers: Record<string, string> = {}) =>
    request<Body>(app.url + path(routes.preview, { siteId: SITE }), 'POST', { body: { text }, headers });

  it('is drawn as the comment would be, and nothing is stored or checked', async () => {
    const reader = await guest();
    const text = '**Gras** ||caché||, <b>connard</b>\n\n- un\n- deux';
    const { status, body } = await preview(text);
    const posted = await reader.post(text.replace('connard', 'maire'));
    expect([status, JSON.stringify(body.body).replace('connard', 'maire')]).toEqual([
      200,
      JSON.stringify(posted.body.body),
    ]);
    expect((await preview(' \u200b ')).body).toEqual({ body: [] });
    const tooLong = await preview<ProblemDocument>('a'.repeat(5001));
    expect(tooLong.body).toMatchObject({ status: 400, errors: [{ path: 'text', code: 'too-long', limit: 5000 }] });
  });

  it('is not a way to keep the service busy', async () => {
    const from = (address: string) => preview('a', { 'X-Forwarded-For': address });
    const answers = await Promise.all(Array.from({ length: 121 }, () => from('203.0.113.7')));
    expect(answers.filter(({ status }) => status === 429).length).toBe(1);
    expect((await from('203.0.113.8')).status).toBe(200);
  });
});
