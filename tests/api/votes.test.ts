import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { flatten, Moderator, Reader, SITE } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { unlike } from '../support/unlike.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let owner: Moderator;
let store: Store;
let now = new Date();

beforeAll(async () => {
  app = await bootApp(
    {},
    {
      now: () => now,
      site: { readers: { votes: 'both', emojis: ['❤️', '😮'], rating: true, email: 'optional', maxLength: 5000 } },
    },
  );
  owner = await Moderator.redeem(app.url, 'Odile Perrin', (await app.app.setupCode()) ?? '');
  store = await openStore(app.storeUri);
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const newThread = (): string => `thread-${randomUUID()}`;
const guest = (thread = newThread(), name = 'Tristan'): Promise<Reader> => Reader.guest(app.url, name, thread);
const write = async (author: Reader, parentId?: string): Promise<CommentId> => {
  const { status, body } = await author.post(`Un avis sur la halle, ${unlike()}`, parentId ? { parentId } : {});
  expect(status).toBe(201);
  return body.id;
};
const tallyOf = async (reader: Reader, id: string) =>
  flatten((await reader.page()).body).find((comment) => comment.id === id)?.tally;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

async function settle(readers: Partial<SiteSettings['readers']>): Promise<void> {
  const at = path(routes.siteModeration, { siteId: SITE });
  const { version, settings } = (await owner.ask<SiteModeration>('GET', at)).body;
  const body = { version, settings: { ...settings, readers: { ...settings.readers, ...readers } } };
  expect((await owner.ask('PUT', at, { body })).status).toBe(200);
}

describe('votes on comments', () => {
  it('are counted exactly however eight people vote, change and withdraw at once, and come with the page', async () => {
    const author = await guest();
    const id = await write(author);
    const reply = await write(author, id);
    expect(await tallyOf(author, id)).toBeNull();
    const voters = await Promise.all(Array.from({ length: 8 }, () => guest(author.thread)));
    await Promise.all(
      voters.flatMap((voter, i) => [
        voter.vote(id, 'up'),
        voter.vote(id, 'down'),
        voter.vote(reply, 'up'),
        ...(i % 2 === 0 ? [voter.reactTo(id, '❤️'), voter.reactTo(id, '😮')] : []),
      ]),
    );
    // Whatever order these arrived in, what each is told to have said last is what is counted.
    const said = await Promise.all(voters.map(async (voter) => (await voter.mine()).body.voices));
    const ofComment = said.map((voices) => voices.find((voice) => voice.id === id));
    const count = (what: unknown) => ofComment.filter((voice) => voice?.vote === what).length;
    expect(count('up') + count('down')).toBe(8);
    const hearts = ofComment.filter((voice) => voice?.emoji === '❤️').length;
    const counted = await until(async () => {
      const tally = await tallyOf(author, id);
      return tally?.up === count('up') && tally.down === count('down') ? tally : null;
    }, 'the page has every vote');
    expect(counted.emojis).toEqual(
      Object.fromEntries([['❤️', hearts] as const, ['😮', 4 - hearts] as const].filter(([, n]) => n > 0)),
    );
    expect((await tallyOf(author, reply))?.up).toBe(8);

    const [first, second] = voters;
    await first?.vote(id, 'up');
    expect((await first?.vote(id, 'up'))?.body).toMatchObject({ vote: 'up' });
    const after = (await Promise.all(voters.map((voter) => voter.vote(id, null)))).map(({ body }) => body.vote);
    expect(new Set(after)).toEqual(new Set([null]));
    expect((await second?.vote(id, 'down'))?.body.tally).toMatchObject({ up: 0, down: 1 });
    expect((await first?.mine())?.body.voices.find((voice) => voice.id === id)?.vote ?? null).toBeNull();
  });

  it('are refused on one’s own comment, on what is not in sight, and of who may not write', async () => {
    const author = await guest();
    const id = await write(author);
    expect(codeOf(await author.vote(id, 'up'))).toEqual([403, 'own-comment']);
    const other = await guest(author.thread);
    const held = (await author.post('quel connard ce maire')).body.id;
    expect(codeOf(await other.vote(held, 'up'))).toEqual([404, 'not-found']);
    expect(codeOf(await other.vote('nobody', 'up'))).toEqual([404, 'not-found']);
    const cause = await write(other);
    const ban = { kind: 'ban', expectedV: 0, commentId: cause, rev: 1, codes: ['abuse'] };
    const at = path(routes.personSanctions, { personId: other.personId });
    await owner.ask('POST', at, { body: ban, headers: { 'Idempotency-Key': randomUUID() } });
    for (const answer of [await other.vote(id, 'up'), await other.reactTo(id, '❤️'), await other.rate(3)])
      expect(codeOf(answer)).toEqual([403, 'banned']);
    await author.withdraw(id);
    expect(codeOf(await (await guest(author.thread)).vote(id, 'up'))).toEqual([404, 'not-found']);
  });

  it('go on in a closed discussion, and stop at thirty a minute', async () => {
    const author = await guest();
    const id = await write(author);
    const body = { thread: author.thread, closed: true };
    await owner.ask('PUT', path(routes.discussionClosed, { siteId: SITE }), { body });
    const voter = await guest(author.thread);
    expect((await voter.vote(id, 'up')).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 30 }, () => voter.vote(id, 'down')));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(29);
  });

  it('reach other readers as counts, and what a crash left uncounted is counted by the next round', async () => {
    const author = await guest();
    const id = await write(author);
    const other = await listen(app.url, { site: SITE }, author.thread);
    await (await guest(author.thread)).vote(id, 'up');
    const news = await other.hear('votes:counted');
    expect(news.tallies).toEqual([{ id, tally: { v: 1, up: 1, down: 0, emojis: {} } }]);
    // As another process leaves it that was killed after the first of its writes.
    const { threadId } = (await author.page()).body;
    const of = { commentId: id, threadId: threadId as ThreadId, personId: 'somebody' as PersonId };
    await store.votes.put(of, { vote: 1 }, now);
    now = new Date(now.getTime() + 5000);
    await until(async () => (await tallyOf(author, id))?.up === 2, 'it is counted');
    await until(async () => (await store.votes.due(id)).length === 0, 'nothing is left to count');
    other.close();
  });

  it('are what a site offers: likes alone, none, or a set of reactions; what was given can be taken back', async () => {
    const author = await guest();
    const id = await write(author);
    const voter = await guest(author.thread);
    await voter.vote(id, 'down');
    expect(codeOf(await voter.reactTo(id, '🎉'))).toEqual([403, 'not-offered']);
    await settle({ votes: 'likes', emojis: [], rating: false });
    expect(codeOf(await voter.vote(id, 'down'))).toEqual([403, 'not-offered']);
    expect((await voter.vote(id, 'up')).body.tally).toMatchObject({ up: 1, down: 0 });
    await settle({ votes: 'none' });
    now = new Date(now.getTime() + 5000);
    expect((await author.page()).body).toMatchObject({ offers: { votes: 'none', emojis: [] }, rating: null });
    for (const answer of [await voter.vote(id, 'up'), await voter.reactTo(id, '❤️'), await voter.rate(5)])
      expect(codeOf(answer)).toEqual([403, 'not-offered']);
    expect((await voter.vote(id, null)).body.tally).toMatchObject({ up: 0, down: 0 });
    const refused = await owner.ask<{ code: string }>('PUT', path(routes.siteModeration, { siteId: SITE }), {
      body: { version: 2, settings: { readers: { votes: 'both', emojis: ['❤️', 'heart', '❤️'], rating: true } } },
    });
    expect(codeOf(refused)).toEqual([400, 'validation-failed']);
    await settle({ votes: 'both', emojis: ['❤️', '😮'], rating: true });
    now = new Date(now.getTime() + 5000);
  });
});

describe('the orders', () => {
  it('go by votes, page by page, each comment once, what nobody voted on by age and what is disliked last', async () => {
    const author = await guest();
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) ids.push(await write(author));
    const voters = await Promise.all(Array.from({ length: 5 }, () => guest(author.thread)));
    const cast = (id: string | undefined, up: number, down: number) =>
      Promise.all(voters.slice(0, up + down).map((voter, i) => voter.vote(id ?? '', i < up ? 'up' : 'down')));
    await cast(ids[0], 2, 3);
    await cast(ids[1], 2, 0);
    await cast(ids[2], 4, 0);
    const read = async (sort: string): Promise<number[]> => {
      const seen: number[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page: Awaited<ReturnType<Reader['page']>> = await author.page({
          sort,
          limit: 2,
          ...(cursor && { cursor }),
        });
        seen.push(...page.body.items.map(({ root }) => ids.indexOf(root.id)));
        cursor = page.body.next;
      }
      return seen;
    };
    expect(await read('top')).toEqual([2, 1, 5, 4, 3, 0]);
    expect(await read('best')).toEqual([2, 1, 5, 4, 3, 0]);
    expect(await read('reacted')).toEqual([0, 2, 1, 5, 4, 3]);
    // Three likes more are worth six hours, two nearly four, and nobody here is that much younger.
    expect((await read('hot')).slice(0, 2)).toEqual([2, 1]);
  });
});

describe('stars for the article', () => {
  it('are counted once a person before anybody has written, changed and withdrawn', async () => {
    const [anne, bruno] = [await guest(), await guest()];
    const same = await Promise.all([anne, anne, await guest(anne.thread)].map((reader) => reader.rate(4)));
    expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await anne.rate(5)).body).toEqual({ rating: { count: 2, average: 4.5 }, stars: 5 });
    expect((await anne.page()).body).toMatchObject({ count: 0, rating: { count: 2, average: 4.5 } });
    expect((await anne.mine()).body.stars).toBe(5);
    expect((await anne.rate(null)).body).toEqual({ rating: { count: 1, average: 4 }, stars: null });
    expect((await bruno.rate(6)).status).toBe(400);
  });
});
