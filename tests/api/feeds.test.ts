import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import type { Active, JsonFeed, Recent, Voted } from '../../shared/syndication.ts';
import type { OwnCommentView } from '../../shared/comment.ts';
import { escapeMarkup, htmlOf, isolated } from '../../services/syndication/markup.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ThreadSearch } from '../../shared/thread-search.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';
import { parseXml, type Element } from '../support/xml.ts';

let app: TestApp;
let moderator: Moderator;
let now = new Date('2026-03-02T08:00:00.250Z');

beforeAll(async () => {
  const site = { words: { refuse: [], hold: [], mask: ['zinzolin'], allow: [] } };
  app = await bootApp({ TRUST_PROXY: 1 }, { now: () => now, site });
  moderator = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

const get = <Body>(
  pattern: string,
  query: Record<string, string | number> = {},
  headers: Record<string, string> = {},
) => request<Body>(app.url + path(pattern, { siteId: SITE }, query), 'GET', { headers });
const later = (ms: number): void => void (now = new Date(now.getTime() + ms));

/** Somebody writes below an article that has an address and a title. */
async function write(thread: string, text: string, name = 'Colombe'): Promise<Reply<OwnCommentView>> {
  const reader = await Reader.guest(app.url, name, thread);
  return reader.send({
    thread: { key: thread, url: `${app.url}/${thread}?a=1&b=2#haut`, title: 'Eau & <forêt>', lang: 'fr' },
    author: { name },
    text,
  });
}

async function hide(id: string): Promise<void> {
  const { v, rev } = (
    await moderator.ask<{ v: number; rev: number }>('GET', path(routes.reviewItem, { commentId: id }))
  ).body;
  expect(
    (await moderator.decide(id, { action: 'refuse', codes: ['other'], expectedV: v, expectedRev: rev })).status,
  ).toBe(200);
}

const child = (element: Element | undefined, name: string): string =>
  element?.children.find((one) => one.name === name)?.text ?? '';
const link = (element: Element | undefined, rel: string): string | undefined =>
  element?.children.find(({ name, attributes }) => name === 'link' && attributes.rel === rel)?.attributes.href;

describe('feeds', () => {
  it('are well-formed Atom and JSON Feed, whatever is written into them', async () => {
    const text = 'a < b && "c" ]]> \u0007\uFFFE\u202Eevil **gras** ||fin|| [lien](https://a.example/?x=1&y=2) <script>';
    const { status, body } = await write('forets', text, 'O\'Br<b>&"amar');
    expect(status).toBe(201);
    const { headers, body: atom } = await get<string>(routes.feedAtom, { thread: 'forets' });
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseXml(atom);
    const entry = feed.children.find(({ name }) => name === 'entry');
    expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'fr' });
    expect(link(feed, 'self')).toBe(app.app.publicUrl + path(routes.feedAtom, { siteId: SITE }, { thread: 'forets' }));
    expect(link(feed, 'alternate')).toBe(`${app.url}/forets?a=1&b=2#haut`);
    expect(child(feed, 'title')).toBe('Commentaires sur «\u00a0\u2068Eau & <forêt>\u2069\u00a0»');
    expect(child(entry, 'id')).toBe(`urn:tribune:comment:${body.id}`);
    expect(link(entry, 'alternate')).toBe(`${app.url}/forets?a=1&b=2#tribune-${body.id}`);
    expect(child(entry, 'published')).toBe(body.createdAt);
    expect(entry?.children.find(({ name }) => name === 'author')?.children[0]?.text).toBe(body.author?.name);
    const html = child(entry, 'content');
    expect(html).toContain(
      '<strong>gras</strong> […] <a href="https://a.example/?x=1&amp;y=2" rel="nofollow ugc">lien',
    );
    expect(html).toContain('a &lt; b &amp;&amp; &quot;c&quot; ]]&gt;');
    expect(html).not.toMatch(/<script|fin/);

    const json = await get<JsonFeed>(routes.feedJson, { thread: 'forets' });
    expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    expect(json.body).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: `${app.url}/forets?a=1&b=2#haut`,
      items: [{ id: `urn:tribune:comment:${body.id}`, content_html: html, authors: [{ name: body.author?.name }] }],
    });
    const nobody = parseXml((await get<string>(routes.feedAtom, { thread: 'nobody wrote here' })).body);
    expect(nobody.children.map(({ name }) => name)).not.toContain('entry');
    expect((await get(routes.feedAtom, { page: 2 })).status).toBe(400);
  });

  it('keep what is stored from breaking the document or turning its direction', () => {
    expect(escapeMarkup('a\u0007\u0000\uFFFEb\uD800 🌳\t')).toBe('ab 🌳\t');
    expect(isolated('\u202Ecom\u2066b\n le ')).toBe('\u2068comb le\u2069');
    const link = { t: 'a' as const, href: 'javascript:alert(1)', c: [{ t: 'text' as const, v: '<i>' }] };
    expect(htmlOf([{ t: 'p', c: [link] }])).toBe('<p dir="auto">&lt;i&gt;</p>');
  });

  it('hold what is published of a discussion or of the whole site, and forget at once what is hidden', async () => {
    const [seen = '', gone = '', held = ''] = [
      (await write('rivieres', 'Les saules penchent.')).body.id,
      (await write('rivieres', 'Les aulnes aussi.')).body.id,
      (await write('rivieres', 'quel connard')).body.id,
    ];
    const other = (await write('canaux', 'Les écluses ferment.')).body.id;
    const ids = async (query: Record<string, string> = {}): Promise<string[]> =>
      (await get<JsonFeed>(routes.feedJson, query)).body.items.map(({ id }) => id.replace('urn:tribune:comment:', ''));
    expect(await ids({ thread: 'rivieres' })).toEqual([gone, seen]);
    expect((await ids()).slice(0, 3)).toEqual([other, gone, seen]);
    expect((await get<Recent>(routes.recent)).body.items.map(({ id }) => id)).toContain(gone);
    await hide(gone);
    expect(await ids({ thread: 'rivieres' })).toEqual([seen]);
    for (const found of [await ids(), (await get<Recent>(routes.recent)).body.items.map(({ id }) => id)]) {
      expect(found).toContain(seen);
      expect(found).not.toContain(gone);
      expect(found).not.toContain(held);
    }
  });

  it('answer 304 to who has them, by tag or by time, and never once something was taken out', async () => {
    const kept = (await write('marais', 'Première remarque.')).body.id;
    const { headers } = await get(routes.feedAtom, { thread: 'marais' });
    const since = { 'If-Modified-Since': headers.get('last-modified') ?? '' };
    const same = { 'If-None-Match': headers.get('etag') ?? '' };
    const status = async (asked: Record<string, string>) =>
      (await get(routes.feedAtom, { thread: 'marais' }, asked)).status;
    later(5000);
    expect([await status(since), await status(same), await status({ ...since, 'If-None-Match': '"x"' })]).toEqual([
      304, 304, 200,
    ]);
    await hide(kept);
    expect([await status(since), await status(same)]).toEqual([200, 200]);
    // Twice something else within a second: the time cannot say which, so it says nothing.
    await write('marais', 'Encore.');
    expect((await get(routes.feedAtom, { thread: 'marais' })).headers.get('last-modified')).toBeNull();
  });
});

describe('a search in a discussion', () => {
  const search = (thread: string, q: string, more: Record<string, string> = {}) =>
    get<ThreadSearch & ProblemDocument>(routes.threadSearch, { thread, q, ...more });
  const said = async (thread: string, q: string): Promise<string[]> =>
    (await search(thread, q)).body.items.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''));

  it('finds what readers see, newest first, and nothing that is hidden, masked or of another discussion', async () => {
    await write('ponts', 'Le pont d’Arcole est **fermé** ce soir.');
    later(1000);
    const gone = (await write('ponts', 'Fermé ? Le pont aussi ?')).body.id;
    later(1000);
    await write('ponts', 'Pont ||fermé à jamais|| disait-on');
    await write('ponts', 'Pont fermé, quel connard');
    expect((await write('ponts', 'Un zinzolin sur le pont')).status).toBe(201);
    await write('ailleurs', 'Un autre pont fermé');
    expect(await said('ponts', 'FERME')).toEqual(['Fermé ? Le pont aussi ?', 'Le pont d’Arcole est fermé ce soir.']);
    expect(await said('ponts', "d'arcole est ferme")).toEqual(['Le pont d’Arcole est fermé ce soir.']);
    const [first] = (await search('ponts', 'ferme')).body.items;
    expect(first).toMatchObject({
      id: gone,
      author: { name: 'Colombe' },
      excerpt: [{ text: 'Fermé', found: true }, {}],
    });
    await hide(gone);
    expect(await said('ponts', 'pont aussi')).toEqual([]);
    for (const q of ['jamais', 'zinzolin', 'connard']) expect([q, await said('ponts', q)]).toEqual([q, []]);
    expect(await said('ponts', 'sur le pont')).toEqual(['Un z••••••• sur le pont']);
    expect(await said('nulle part', 'pont')).toEqual([]);
  });

  it('goes on where it stopped, and refuses what it does not understand', async () => {
    for (let i = 0; i < 22; i += 1) {
      later(1000);
      await write('crues', `Crue numéro ${String(i)}`);
    }
    const { body: page } = await search('crues', 'crue');
    expect(page.items).toHaveLength(20);
    const { body: rest } = await search('crues', 'crue', { cursor: page.next ?? '' });
    expect([rest.items.length, rest.next]).toEqual([2, null]);
    for (const q of ['a', ' b ', 'x'.repeat(101)])
      expect((await search('crues', q)).body.code).toBe('validation-failed');
    expect((await search('crues', 'crue', { cursor: '{}' })).body.code).toBe('cursor-invalid');
    const from = (address: string) =>
      get(routes.threadSearch, { thread: 'nulle part', q: 'crue' }, { 'X-Forwarded-For': address });
    const statuses: number[] = [];
    for (let i = 0; i < 61; i += 1) statuses.push((await from('198.51.100.7')).status);
    expect([...new Set(statuses.slice(0, 60)), statuses[60], (await from('203.0.113.9')).status]).toEqual([
      200, 429, 200,
    ]);
  });
});

describe('lists for side bars', () => {
  it('name the newest comments with their article, and give no hidden passage away', async () => {
    later(1000);
    const { body } = await write('etangs', 'Le coupable est ||le jardinier||, **sans** doute.');
    const { headers, body: recent } = await get<Recent>(routes.recent, { limit: 1 });
    expect(headers.get('etag')).not.toBeNull();
    expect(recent.items).toEqual([
      {
        id: body.id,
        author: { name: 'Colombe', staff: false },
        excerpt: 'Le coupable est […], sans doute.',
        createdAt: body.createdAt,
        url: `${app.url}/etangs?a=1&b=2#tribune-${body.id}`,
        thread: { key: 'etangs', title: 'Eau & <forêt>', url: `${app.url}/etangs?a=1&b=2#haut` },
      },
    ]);
    expect((await get(routes.recent, { limit: 21 })).status).toBe(400);
  });

  it('name the comments that were liked most of late, as long as they are in sight', async () => {
    const [liked = '', disliked = '', loved = ''] = [
      (await write('votes', 'Un mot aimé.')).body.id,
      (await write('votes', 'Un mot mal aimé.')).body.id,
      (await write('votes', 'Un mot adoré.')).body.id,
    ];
    const [one, two] = await Promise.all(['Ambre', 'Basile'].map((name) => Reader.guest(app.url, name, 'votes')));
    for (const [reader, id, vote] of [
      [one, loved, 'up'],
      [two, loved, 'up'],
      [one, liked, 'up'],
      [one, disliked, 'down'],
    ] as const)
      expect((await reader?.vote(id, vote))?.status).toBe(200);
    await app.app.settled();
    later(3000);
    const voted = async () => (await get<Voted>(routes.voted)).body.items.map(({ id, up, down }) => [id, up, down]);
    expect(await voted()).toEqual([
      [loved, 2, 0],
      [liked, 1, 0],
    ]);
    await hide(loved);
    expect(await voted()).toEqual([[liked, 1, 0]]);
  });

  it('name the discussions with the most comments of late', async () => {
    later(8 * 24 * 3_600_000);
    for (const thread of ['calme', 'vive', 'vive', 'autre']) {
      later(1000);
      await write(thread, `Un mot sur ${thread}, ${now.toISOString()}.`);
    }
    later(3000);
    const { body } = await get<Active>(routes.active, { limit: 2 });
    expect(body.items.map(({ thread, comments }) => [thread.key, comments])).toEqual([
      ['vive', 2],
      ['autre', 1],
    ]);
  });
});
