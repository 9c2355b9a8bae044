import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SearchPage } from '../../shared/search.ts';
import { createAuthorFigures } from '../../services/moderation/author-figures.ts';
import { searchComments, searchFilterOf } from '../../services/moderation/search.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';

let app: TestApp;
let store: Store;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  app = await bootApp({ COMMENTS_PER_PERSON: 1000, COMMENTS_PER_ADDRESS: 1000 });
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
  store = await openStore(app.storeUri);
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const ask = (query: Record<string, string | number | undefined>, by = ines) =>
  by.ask<SearchPage & ProblemDocument>('GET', path(routes.search, {}, query));
const texts = async (query: Record<string, string | number | undefined>): Promise<string[]> => {
  const { status, body } = await ask({ limit: 100, ...query });
  expect([query, status]).toEqual([query, 200]);
  return body.items.map(({ text }) => text);
};
const look = async (commentId: string): Promise<ReviewCard> =>
  (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId }))).body;

/** So many comments of one discussion; every third is held. */
async function discussion(count: number): Promise<{ thread: string; author: string; ids: string[] }> {
  const reader = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1)
    ids.push((await reader.post(i % 3 === 0 ? `quel connard, avis ${String(i)}` : `Avis numéro ${String(i)}`)).body.id);
  const { thread, author } = await look(ids[0] ?? '');
  return { thread: thread.id, author: author.id, ids };
}

describe('a search among all comments', () => {
  it('finds what is published, held and refused, newest first, by words that stand in the text', async () => {
    const { thread, author, ids } = await discussion(5);
    const { v, rev } = await look(ids[3] ?? '');
    await ines.decide(ids[3] ?? '', { action: 'refuse', codes: ['abuse'], expectedV: v, expectedRev: rev });
    const all = ['Avis numéro 4', 'quel connard, avis 3', 'Avis numéro 2', 'Avis numéro 1', 'quel connard, avis 0'];
    expect(await texts({ thread })).toEqual(all);
    expect(await texts({ author })).toEqual(all);
    expect(await texts({ thread, q: 'AVIS NUM' })).toEqual(['Avis numéro 4', 'Avis numéro 2', 'Avis numéro 1']);
    expect(await texts({ thread, q: 'avis .' })).toEqual([]);
    expect(await texts({ thread, vis: 'hidden' })).toEqual(['quel connard, avis 3', 'quel connard, avis 0']);
    expect(await texts({ thread, state: 'closed' })).toEqual(['quel connard, avis 3']);
    expect(await texts({ thread, site: 'elsewhere' })).toEqual([]);
    const { createdAt } = await look(ids[2] ?? '');
    expect(await texts({ thread, from: createdAt })).toEqual(all.slice(0, 3));
    expect(await texts({ thread, to: createdAt })).toEqual(all.slice(3));
  });

  it('shows page after page each comment once, and says when everything has been looked at', async () => {
    const { thread } = await discussion(7);
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { body } = await ask({ thread, cursor, limit: 2 });
      seen.push(...body.items.map(({ text }) => text));
      expect(body.searchedTo).toBe(body.next === null ? null : body.items.at(-1)?.createdAt);
      if (body.next === null) break;
      cursor = body.next;
    }
    expect(seen).toEqual(await texts({ thread }));
    expect(seen).toHaveLength(7);
  });

  it('stops where it has looked at enough, says how far it came, and goes on from there', async () => {
    const { thread, ids } = await discussion(23);
    const deps = {
      ...{ comments: store.comments, threads: store.threads, siteById: () => Promise.resolve(null) },
      figuresOf: createAuthorFigures({ comments: store.comments, now: () => new Date() }).of,
      isAlone: () => Promise.resolve(false),
      reach: { stretch: 4, most: 8 },
    };
    const filter = searchFilterOf({ thread, q: 'avis 0' }, null);
    const steps: { found: number; searchedTo: string | null }[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await searchComments(deps, { filter, cursor, limit: 10 });
      steps.push({ found: page.items.length, searchedTo: page.searchedTo });
      if (page.next === null) break;
      cursor = page.next;
    }
    const momentOf = async (i: number): Promise<string> => (await look(ids[i] ?? '')).createdAt;
    expect(steps).toEqual([
      { found: 0, searchedTo: await momentOf(15) },
      { found: 0, searchedTo: await momentOf(7) },
      { found: 1, searchedTo: null },
    ]);
    // However the stretches fall, also among comments of one moment, nothing is lost or told twice.
    for (const stretch of [1, 2, 3, 5, 23, 24]) {
      const reach = { stretch, most: 100 };
      const page = await searchComments(
        { ...deps, reach },
        { filter: searchFilterOf({ thread }, null), cursor: undefined, limit: 50 },
      );
      expect(page.items.map(({ id }) => id)).toEqual([...ids].reverse());
    }
  });

  it('gives cards that can be decided about: what was approved is refused', async () => {
    const { thread, ids } = await discussion(2);
    const [card] = (await ask({ thread, vis: 'visible' })).body.items;
    expect(card?.id).toBe(ids[1]);
    const { status, body } = await noe.decide(ids[1] ?? '', {
      ...{ action: 'refuse', codes: ['off-topic'] },
      ...{ expectedV: card?.v ?? 0, expectedRev: card?.rev ?? 0 },
    });
    expect([status, body.card.vis]).toEqual([200, 'hidden']);
    expect(await texts({ thread, vis: 'visible' })).toEqual([]);
  });

  it('refuses what it does not understand, and whoever searches without end', async () => {
    for (const query of [
      { q: 'a' },
      { vis: 'gone' },
      { state: 'later' },
      { from: 'yesterday' },
      { limit: 0 },
      { x: 1 },
    ])
      expect((await ask(query)).body.code).toBe('validation-failed');
    expect((await ask({ cursor: '{}' })).body.code).toBe('cursor-invalid');
    const statuses: number[] = [];
    for (let i = 0; i < 61; i += 1) statuses.push((await ask({ author: 'nobody' }, noe)).status);
    expect([...new Set(statuses.slice(0, 60)), statuses[60]]).toEqual([200, 429]);
  });
});
