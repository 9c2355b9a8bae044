import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnCommentView } from '../../shared/comment.ts';
import type { Nudge } from '../../shared/nudge.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { unlike } from '../support/unlike.ts';

let app: TestApp;
let ines: Moderator;
let author: Reader;

beforeAll(async () => {
  app = await bootApp();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  author = await Reader.guest(app.url, 'Tristan', 'screening');
});
afterAll(() => app.close());

async function post(thread: Record<string, string>, text: string): Promise<OwnCommentView> {
  return (await author.send({ thread, author: { name: 'Tristan' }, text })).body;
}
async function cardOf({ id }: { id: string }): Promise<ReviewCard> {
  return (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: id }))).body;
}

describe('the title a writer gives the article', () => {
  const titleOf = async (key: string): Promise<string | null> =>
    (await cardOf(await post({ key }, `quel con celui-là, ${unlike()}`))).thread.title;

  it.each(['Ce connard de maire', 'Ce c0nn@rd de maire', 'Le maire \u202edrannoc', '\u200b', 'ʞɔnɟ le maire'])(
    'is not shown to others where a comment would be held for it: %j',
    async (title) => {
      const key = `thread-${randomUUID()}`;
      await post({ key, title }, `Un avis calme, ${unlike()}.`);
      const shown = await titleOf(key);
      expect(shown === null || shown === 'Le maire drannoc').toBe(true);
      // The page of the article itself still gives it its title.
      await post({ key, title: 'Le budget de la commune' }, `Un autre avis, ${unlike()}.`);
      expect(await titleOf(key)).toBe(shown ?? 'Le budget de la commune');
    },
  );
});

describe('the languages a comment is read in', () => {
  it.each(['fr', 'ar', 'nl', undefined])('cannot be chosen by who writes it: %s', async (lang) => {
    const thread = { key: `thread-${randomUUID()}`, ...(lang === undefined ? {} : { lang }) };
    expect((await post(thread, 'you bastard')).state).toBe('held');
    expect((await post(thread, 'quel con celui-là')).state).toBe('held');
    expect((await post(thread, 'Le train a du retard.')).state).toBe('published');
  });

  it('are those of the thread as it was first told, whatever a later writer says', async () => {
    const key = `thread-${randomUUID()}`;
    await post({ key, lang: 'en' }, 'An English article.');
    expect((await post({ key, lang: 'fr' }, 'what a retard')).state).toBe('held');
    expect((await post({ key }, 'what retards')).state).toBe('held');
  });
});

describe('a language nobody here reads', () => {
  const GERMAN = 'Der Bürgermeister sollte sich zuerst um die Schulen kümmern und nicht um den Platz.';
  const at = path(routes.siteModeration, { siteId: SITE });
  const set = async (settings: Partial<SiteSettings>): Promise<void> => {
    const { version } = (await ines.ask<SiteModeration>('GET', at)).body;
    expect((await ines.ask('PUT', at, { body: { version, settings } })).status).toBe(200);
  };
  const fresh = () => ({ key: `thread-${randomUUID()}` });

  it('has a comment wait and says so, new or edited, whatever its writer claims of the page', async () => {
    await set({ languages: { read: ['it'], others: 'hold' }, nudge: true });
    const thread = { ...fresh(), lang: 'fr' };
    const { id, state } = await post(thread, 'Un avis calme sur la place du village.');
    expect(state).toBe('published');
    expect((await post({ ...thread, lang: 'de' }, `${GERMAN} ${unlike()}`)).state).toBe('held');
    const edited = (await author.edit(id, `${GERMAN} ${unlike()}`)).body;
    expect(edited.state).toBe('held');
    const { verdict, lang } = await cardOf(edited);
    expect([lang, verdict.hits.find(({ ruleId }) => ruleId === 'languages')?.detail]).toEqual(['de', { lang: 'de' }]);
    const asked = { thread, author: { name: 'Tristan' }, text: `${GERMAN} ${unlike()}`, nudge: true };
    expect((await author.send<Nudge>(asked)).body).toEqual({ hints: [{ field: 'text', reason: 'language' }] });
    // The language of its title says nothing against an article.
    expect((await cardOf(await post({ ...fresh(), title: GERMAN }, `${GERMAN} ${unlike()}`))).thread.title).toBe(
      GERMAN,
    );
  });

  it('is none of the article, and none the site reads, in which words are found, too', async () => {
    await set({ languages: { read: ['de'], others: 'hold' } });
    expect((await post(fresh(), `${GERMAN} ${unlike()}`)).state).toBe('published');
    expect((await post(fresh(), 'Kotzbrocken')).state).toBe('held');
    await set({ languages: { read: [], others: 'hold' } });
    expect((await post(fresh(), 'Kotzbrocken')).state).toBe('published');
    expect((await post({ ...fresh(), lang: 'de' }, `${GERMAN} ${unlike()}`)).state).toBe('published');
    await set({});
    expect((await post(fresh(), `${GERMAN} ${unlike()}`)).state).toBe('published');
  });
});

describe('what is known of a thread', () => {
  it('is added to by later writers, and what was said stays', async () => {
    const key = `thread-${randomUUID()}`;
    const first = await post({ key, title: 'Le titre' }, 'sans adresse');
    expect((await cardOf(first)).thread).toMatchObject({ key, title: 'Le titre', url: null });
    await post({ key, url: 'https://evil.example/a', title: 'Un autre titre' }, 'd’ailleurs');
    expect((await cardOf(first)).thread).toMatchObject({ title: 'Le titre', url: null });
    await author.send(
      { thread: { key, url: `${app.url}/article` }, author: { name: 'Tristan' }, text: 'avec adresse' },
      undefined,
      { Origin: app.url },
    );
    expect((await cardOf(first)).thread).toMatchObject({ title: 'Le titre', url: `${app.url}/article` });
    await post({ key, url: `${app.url}/autre` }, 'encore une');
    expect((await cardOf(first)).thread.url).toBe(`${app.url}/article`);
  });
});

describe('the mark of a link', () => {
  it('is the whole link where a word is read in it that nobody typed', async () => {
    const address = 'https://un.example/%63onnard';
    const posted = await post({ key: `thread-${randomUUID()}` }, `Voyez ${address} donc`);
    const { text, verdict } = await cardOf(posted);
    expect(posted.state).toBe('held');
    expect(verdict.hits).toMatchObject([{ ruleId: 'lexicon', field: 'link', detail: { read: 'connard' } }]);
    expect(text.slice(...(verdict.hits[0]?.span ?? [0, 0]))).toBe(address);
  });

  it('cuts the link out of the text as it was typed', async () => {
    const posted = await post(
      { key: `thread-${randomUUID()}` },
      '> Voyez HTTPS://Un.example, [ici](https://deux.example/é) ou\n> https://xn--trois-9ua.example/x',
    );
    const { text, verdict } = await cardOf(posted);
    const spans = verdict.hits
      .filter(({ ruleId }) => ruleId === 'links')
      .map(({ span = [0, 0] }) => text.slice(...span));
    expect(spans).toEqual(['https://xn--trois-9ua.example/x', 'https://xn--trois-9ua.example/x']);
  });
});
