import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Block, Inline } from '../../shared/markdown.ts';
import { plainText } from '../../shared/markdown.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { heatSettingsSchema } from '../../shared/site-phases.ts';
import { parseComment } from '../../services/comments/markdown.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Reader, request, SITE } from '../support/client.ts';

let app: TestApp;
let reader: Reader;

beforeAll(async () => {
  // Long chains are written here in no time.
  app = await bootApp({}, { site: { heat: heatSettingsSchema.parse({ on: false }) } });
  reader = await Reader.guest(app.url, 'Odile', 'content');
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

/** How many objects lie within each other, as a database counts it. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

const nested = (open: string, close: string, times: number): string =>
  `${open.repeat(times)}mot${close.repeat(times)}`.slice(0, 5000);

describe('marks within marks', () => {
  const shapes: [string, string][] = [
    ['emphasis', nested('*a ', ' a*', 800)],
    ['strong and deleted', nested('**a ~~b ', ' b~~ a**', 300)],
    ['quotes', nested('> ', '', 2000)],
    ['lists', Array.from({ length: 90 }, (_, i) => `${' '.repeat(i)}- a`).join('\n')],
    ['lists of quotes of emphasis', nested('- > *a ', ' a*', 400)],
    ['brackets', nested('[', '](https://a.example/)', 200)],
    ['spoilers', nested('||a *b ', ' b* a||', 300)],
  ];
  it.each(shapes)('%s are kept within bounds, and every word with them', async (_, text) => {
    const { status, body } = await reader.post(text);
    expect([201, 202]).toContain(status);
    expect(depthOf(body.body)).toBeLessThan(90);
    const letters = (of: string): string => of.replace(/[^\p{L}]/gu, '');
    if (!text.includes('https')) expect(letters(plainText(body.body))).toBe(letters(text));
  });

  it('leaves those that are too deep as they were typed, both ends', () => {
    const typed = nested('*a ', ' a*', 14);
    let node: Block | Inline | undefined = parseComment(typed).body[0];
    for (let level = 0; level <= 12; level += 1) {
      const inner: readonly (Block | Inline)[] = node !== undefined && 'c' in node ? node.c : [];
      node = level === 12 ? inner[0] : inner.find((child) => 'c' in child);
    }
    expect(node).toEqual({ t: 'text', v: 'a *a *a mot a* a* a' });
  });
});

describe('addresses', () => {
  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'https:evil.example',
    'https://user:secret@good.example/',
    'https://good.example@evil.example/',
    'https://good.example/\u202Etxt.exe',
    'https://good.example/%E2%80%AEtxt.exe',
    'https://good.example/%E2%80%AE%FF',
    'https://good.example/\u200B%FF',
    'https://good.example/a%0D%0Ab',
    'mailto:a@good.example?bcc=b@evil.example',
    'blob:https://good.example/x',
  ];
  it.each(refused)('makes no link of %j that a browser would open', (address) => {
    for (const text of [`[mot](${address})`, `[mot](<${address}>)`, `<${address}>`])
      for (const { href } of parseComment(text).links) {
        const { protocol, username, host, pathname } = new URL(href);
        const shown =
          [`<https://${host}`, `(https://${host}`].some((start) => text.includes(start)) && pathname === '/';
        expect([text, href]).toEqual([text, expect.stringMatching(/^(?:https?:\/\/|mailto:)/)]);
        // What is left of an address may be one, if it leads where it says.
        expect([protocol === 'mailto:' || host === 'good.example' || shown, username]).toEqual([true, '']);
        expect(href).not.toMatch(/%E2%80%8|%E2%80%A|%0D|%0A|\?bcc/i);
      }
  });

  it('of the article are kept from the site’s own pages only', async () => {
    const other = await Reader.guest(app.url, 'Paule', 'content');
    const urlAfter = async (key: string, url: string): Promise<unknown> => {
      const thread = { key, url, title: 'Un\u0000 titre' };
      const first = await other.send({ thread, author: { name: 'Paule' }, text: `premier de ${key}` });
      expect(first.status).toBe(201);
      const reply = { thread: { key }, author: { name: 'Odile' }, text: `réponse de ${key}`, parentId: first.body.id };
      expect((await reader.send(reply)).status).toBe(201);
      await app.app.settled();
      const [item] = (await other.inbox()).body.items;
      expect(item?.thread).toMatchObject({ key, title: 'Un titre' });
      return item?.thread.url;
    };
    expect(await urlAfter('own', `${app.url}/demo?page=2`)).toBe(`${app.url}/demo?page=2`);
    expect(await urlAfter('foreign', 'https://evil.example/sign-in')).toBeNull();
    expect(await urlAfter('port', 'http://127.0.0.1:1/demo')).toBeNull();
    expect(await urlAfter('user', app.url.replace('://', '://user:secret@'))).toBeNull();
  });
});

it('answers what was typed with what was typed', async () => {
  const typed = [
    'I <3 <b>this</b> & that &amp; &lt;',
    '2*3*4 = 24, snake_case, ¯\\_(ツ)_/¯',
    'سلام می‌خواهم 👩‍👩‍👧',
    'a\u0301 = á',
    '>:( non',
    '>_< c’est >=5 et >:-D',
  ];
  for (const text of typed) {
    const { body } = await reader.post(text);
    expect(plainText(body.body)).toBe(text.normalize('NFC'));
  }
  expect(parseComment('> cité\n>aussi\n\nnon\n>:(\n>« et ceci »').body.map(({ t }) => t)).toEqual([
    ...['blockquote', 'p', 'blockquote'],
  ]);
});

it('takes no name of a word that mixes scripts to look like another, and every name that does not', async () => {
  const under = (name: string) =>
    reader.send({ thread: { key: 'content' }, author: { name }, text: `sous le nom de ${name}` });
  for (const name of ['Сбербaнк', 'Mοnde', 'Ana\u0301\u0441 Martin'])
    expect([name, (await under(name)).status]).toEqual([name, 400]);
  // Half a character is no text; in a title, which is the page's, it is left out.
  expect((await under('Ana\ud800is')).status).toBe(400);
  expect((await reader.post('un mot\udc00')).status).toBe(400);
  for (const name of ['Сбербанк', 'Mr Смит', 'Μάνος 2', 'João D’Ávila', '田中 Taro', 'Léa 🇫🇷 ✨', '✊🏽!'])
    expect([name, (await under(name)).status]).toEqual([name, 201]);
});

it('leads to the end of a very long chain of replies without walking all of it', async () => {
  let parentId: string | undefined;
  const ids: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    const { body } = await reader.post(`maillon ${String(i)}`, parentId === undefined ? {} : { parentId });
    parentId = body.id;
    ids.push(body.id);
  }
  const at = path(routes.comment, { siteId: SITE, commentId: parentId ?? '' });
  const { body } = await request<{ root: { id: string }; replies: { id: string }[]; more: number }>(
    app.url + at,
    'GET',
  );
  const shown = body.replies.map(({ id }) => id);
  expect(body.root.id).toBe(ids[0]);
  expect(shown).toContain(parentId);
  expect(shown).toContain(ids[50]);
  expect(shown).not.toContain(ids[30]);
  expect(body.more + shown.length).toBe(59);
});

it('gives one comment to fifty requests with one key, and none to another with it', async () => {
  const replies: Awaited<ReturnType<typeof reader.post>>[] = [];
  // Ten at the same moment: where the processor is shared with many, fifty would not all be answered in time.
  while (replies.length < 50)
    replies.push(
      ...(await Promise.all(Array.from({ length: 10 }, () => reader.post('une seule fois', { key: 'fifty-times' })))),
    );
  expect(new Set(replies.map(({ status, body }) => `${String(status)} ${body.id}`)).size).toBe(1);
  const other = await Reader.guest(app.url, 'Paule', 'content');
  const own = await other.post('tout autre chose', { key: 'fifty-times' });
  expect([own.status, own.body.id === replies[0]?.body.id]).toEqual([201, false]);
  const reused = await reader.post('une autre fois', { key: 'fifty-times' });
  expect([reused.status, (reused.body as unknown as ProblemDocument).code]).toEqual([422, 'idempotency-key-reused']);
});
