import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Hit, ReasonCode } from '../../shared/moderation.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';
import { unlike } from '../support/unlike.ts';

let app: TestApp;
let ines: Moderator;
let now = new Date('2026-03-01T12:00:00Z');

beforeAll(async () => {
  app = await bootApp({}, { now: () => now });
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

const newThread = (): string => `thread-${randomUUID()}`;
const guest = (name: string, thread = newThread()): Promise<Reader> => Reader.guest(app.url, name, thread);
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * 60_000);
};

/** What a rule found about a comment. */
async function foundBy(ruleId: string, { id }: { id: string }): Promise<string[]> {
  const { body } = await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: id }));
  const tell = ({ detail = {}, level }: Hit): string => `${String(detail['where'] ?? detail['record'])} ${level}`;
  return body.verdict.hits.filter((hit) => hit.ruleId === ruleId).map(tell);
}

describe('a campaign of nearly the same text', () => {
  const say = (verb: string, sum: string): string =>
    `Le conseil ${verb} ${sum} millions pour une route dont personne ne veut, alors que l’école attend son toit depuis des années.`;

  it('by different people in different discussions is seen, and held from the fourth on', async () => {
    const posted: { id: string; state: string }[] = [];
    for (const [verb, sum] of [
      ['dépense', 'douze'],
      ['gaspille', 'douze'],
      ['dépense', 'treize'],
      ['sacrifie', 'douze'],
    ] as const) {
      const author = await guest(`Auteur ${String(posted.length)}`);
      posted.push((await author.post(say(verb, sum))).body);
    }
    expect(posted.map(({ state }) => state)).toEqual(['published', 'published', 'published', 'held']);
    expect(await foundBy('repeat', posted[0]!)).toEqual([]);
    expect(await foundBy('repeat', posted[1]!)).toEqual(['near-site suspect']);
    expect(await foundBy('repeat', posted[3]!)).toEqual(['near-site hold']);
  });

  it('is seen though each has an address of its own', async () => {
    const states: string[] = [];
    for (let i = 0; i < 4; i++) {
      const author = await guest(`Vendeur ${String(i)}`);
      const address = `https://montres.example/${unlike()}?${unlike()}${unlike()}`;
      states.push((await author.post(`Achetez vos montres de luxe chez nous dès maintenant ${address}`)).body.state);
    }
    expect(states).toEqual(['published', 'published', 'published', 'held']);
  });

  it('is over after ten minutes', async () => {
    later(11);
    const { body } = await (await guest('Tardif')).post(say('perd', 'douze'));
    expect(body.state).toBe('published');
    expect(await foundBy('repeat', body)).toEqual([]);
  });

  it('is told apart from the author’s own second try, and from an answer that quotes', async () => {
    const thread = newThread();
    const [anne, ben] = [await guest('Anne', thread), await guest('Ben', thread)];
    const text = 'Je traverse le bourg tous les matins et la situation deviendra invivable sans contournement.';
    const first = (await anne.post(text)).body;
    const second = (await anne.post(text.replace('matins', 'jours'))).body;
    expect(second.state).toBe('published');
    expect(await foundBy('repeat', second)).toEqual(['near-own suspect']);
    const answer = (await ben.post(`> ${text}\n\nPas du tout d’accord avec vous, il y a le train.`)).body;
    expect(await foundBy('repeat', answer)).toEqual([]);
    const copy = (await ben.post(text.replace('bourg', 'village'), { parentId: first.id })).body;
    expect(await foundBy('repeat', copy)).toEqual(['near-thread suspect', 'near-site suspect']);
  });

  it('is not seen in what many say in a few words', async () => {
    const thread = newThread();
    for (const text of ['Merci pour cet article.', 'Merci pour cet article !', 'Merci pour l’article.']) {
      const { body } = await (await guest('Lecteur', thread)).post(text);
      expect([body.state, await foundBy('repeat', body)]).toEqual(['published', []]);
    }
  });
});

describe('an author who was refused before', () => {
  async function refused(author: Reader, codes: readonly ReasonCode[]): Promise<void> {
    for (const [i, code] of codes.entries()) {
      const { body } = await author.post(`avis ${String(i)} de ${author.name} : ${unlike()}`);
      await ines.decide(body.id, { action: 'refuse', codes: [code], expectedV: 1, expectedRev: 1 });
    }
  }
  const record = async (author: Reader): Promise<[string, string[]]> => {
    const { body } = await author.post(`et maintenant, ${unlike()}`);
    return [body.state, await foundBy('refusals', body)];
  };

  it('is looked at from the third refusal on', async () => {
    const author = await guest('Gérard');
    await refused(author, ['spam', 'off-topic']);
    expect(await record(author)).toEqual(['published', []]);
    await refused(author, ['spam']);
    expect(await record(author)).toEqual(['published', ['refused-often suspect']]);
  });

  it('is nobody special while more of their comments were approved', async () => {
    const author = await guest('Sylvie');
    for (let i = 0; i < 4; i++) {
      const { body } = await author.post(`bonne question ${String(i)} ${unlike()}`);
      await ines.decide(body.id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    }
    await refused(author, ['spam', 'other', 'spam']);
    expect(await record(author)).toEqual(['published', []]);
  });

  it('is held after three for abuse or hate, until a month has passed', async () => {
    const author = await guest('Roger');
    await refused(author, ['abuse', 'hate', 'abuse']);
    expect(await record(author)).toEqual(['held', ['refused-often suspect', 'strikes hold']]);
    later(31 * 24 * 60);
    // The moderator’s session has ended meanwhile; what became of it the author knows.
    expect((await author.post('un mois plus tard')).body.state).toBe('published');
  });
});
