import { describe, expect, test } from '@jest/globals';
import { speechOf } from '../../client-widget/console/language.tsx';
import { chipsOf, explain } from '../../client-widget/console/reasons.ts';
import { ageOf } from '../../client-widget/console/times.ts';
import { en } from '../../shared/messages/console/en.ts';
import { fr } from '../../shared/messages/console/fr.ts';
import type { Hit } from '../../shared/moderation.ts';
import { reviewCard } from '../support/review-model.ts';

const english = speechOf('en');
const french = speechOf('fr');
const hit = (ruleId: string, rest: Partial<Hit> = {}): Hit => ({
  ruleId,
  ruleV: 1,
  phase: 'lexicon',
  level: 'hold',
  field: 'body',
  ...rest,
});
/** Without the invisible marks that keep directions apart. */
const plain = (text: string | null): string | null => text?.replace(/[\u2068\u2069]/g, '') ?? null;

describe('a reason in words', () => {
  const card = reviewCard('a', { text: 'Quel c0nnard !', name: 'Jean' });
  const word: Hit = hit('lexicon', {
    span: [5, 12],
    matched: 'connard',
    detail: { lang: 'fr', severity: 'strong', category: 'insult', how: 'leet', homonym: false },
  });

  test('quotes what was written and says what it was read as', () => {
    expect(plain(explain(word, card, english).sentence)).toBe(
      '“c0nnard” reads as “connard” (insult, strong; letters replaced by look-alikes).',
    );
    expect(explain(word, card, french).title).toBe('Liste de mots');
    expect(explain(word, card, french).facts).toEqual([['langue', 'fr']]);
  });

  test('quotes of an address what it reads as', () => {
    const detail = { ...word.detail, how: 'plain', read: 'connard' };
    const inLink = hit('lexicon', { ...word, field: 'link', span: [0, 13], detail });
    expect(plain(explain(inLink, card, english).sentence)).toBe('“connard” is in the word list (insult, strong).');
    expect(explain(inLink, card, english).facts).toEqual([['language', 'fr']]);
  });

  test.each<[Hit, string]>([
    [hit('links', { detail: { reason: 'too-many', count: 3, limit: 2 } }), '3 links; this site allows 2.'],
    [
      hit('links', { detail: { reason: 'denied-host', host: 'bad.example' } }),
      'Leads to bad.example, which this site does not accept.',
    ],
    [hit('repeat', { detail: { where: 'own', count: 1 } }), 'The author has posted this text once before.'],
    [
      hit('newcomer', { detail: { published: 0, needed: 3 } }),
      'The author has 0 published comments; this site checks the first 3.',
    ],
    [hit('shape', { detail: { shape: 'flood', run: 40 } }), 'The same character 40 times in a row.'],
    [hit('shape', { detail: { shape: 'mentions', run: 6 } }), '6 people called with @.'],
    [
      hit('repeat', { detail: { where: 'near-site', count: 2 } }),
      'Nearly the same text was posted 2 times by others on this site.',
    ],
    [
      hit('refusals', { detail: { record: 'refused-often', refused: 3, decided: 4 } }),
      'Of 4 comments that people checked in 30 days, 3 were refused.',
    ],
    [
      hit('refusals', { detail: { record: 'strikes', strikes: 3, limit: 3 } }),
      'Refused 3 times in 30 days for abuse or hate; this site holds from 3 on.',
    ],
    [
      hit('heat', { detail: { heat: 'slow', perMinute: 61, every: 30 } }),
      'The discussion is very busy (61 comments in one minute): one comment per person every 30 s.',
    ],
    [
      hit('heat', { detail: { heat: 'premod', refused: 12, of: 20 } }),
      '12 comments of 20 in ten minutes were refused or held: all wait for a moderator.',
    ],
    [
      hit('site-words', { matched: 'navet', detail: { list: 'hold', how: 'plain' } }),
      '“navet” is among the words this site holds.',
    ],
    [
      hit('site-words', { matched: 'connard', span: [5, 12], detail: { list: 'refuse', how: 'leet' } }),
      '“c0nnard” is among the words this site refuses. It reads as “connard” (letters replaced by look-alikes).',
    ],
  ])('tells the facts of %j', (one, sentence) => {
    expect(plain(explain(one, card, english).sentence)).toBe(sentence);
    expect(explain(one, card, english).facts).toEqual([]);
    expect(explain(one, card, french).sentence).not.toMatch(/[{}]/);
  });

  test('says that readers get a word masked', () => {
    const masked = hit('site-words', { matched: 'navet', detail: { list: 'mask', how: 'plain', masked: true } });
    expect(explain(masked, card, english).facts).toEqual([['', 'Readers see it masked.']]);
  });

  test('falls back to ids and keys for what it has no words for, and leaves nothing out', () => {
    const unknown = explain(hit('shiny', { matched: 'x', detail: { score: 0.9, vpn: true } }), card, english);
    expect([unknown.title, unknown.sentence]).toEqual(['shiny', null]);
    expect(unknown.facts.map(([name, value]) => [name, plain(value)])).toEqual([
      ['', 'Matched: x'],
      ['score', '0.9'],
      ['vpn', 'yes'],
    ]);
    const odd = explain(hit('links', { detail: { reason: 'constructor', host: 'h' } }), card, english);
    expect([odd.sentence, odd.facts.length]).toEqual([null, 2]);
  });

  test('is short in the list, gravest first, each once', () => {
    const note = hit('shape', { level: 'note', phase: 'shape' });
    expect(chipsOf([note, word, word], english)).toEqual(['connard', 'Shape of the text']);
  });
});

test('an age is in the largest whole unit, and never nothing', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const ages = ['2026-03-01T12:00:30Z', '2026-03-01T11:01:00Z', '2026-03-01T09:30:00Z', '2026-02-26T12:00:00Z'];
  expect(ages.map((at) => ageOf(at, now, 'en', 'long'))).toEqual(['1 minute', '59 minutes', '2 hours', '3 days']);
});

/** Every sentence of a language with its path; plural forms one by one. */
function sentencesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentencesOf(inner, `${path}.${key}`));
}

describe('the languages', () => {
  const parameters = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();

  test('speak of the same things', () => {
    const english = new Map(sentencesOf(en).map(([path, text]) => [path, parameters(text)]));
    for (const [path, text] of sentencesOf(fr)) {
      // "One link" needs no number in one language, and may in the other; many, as French has it, is other in English.
      if (!/\.(one|many)$/.test(path)) expect([path, parameters(text)]).toEqual([path, english.get(path)]);
    }
  });

  test('French keeps its signs on the line and its apostrophes curly', () => {
    const faults = sentencesOf(fr).filter(([, text]) => / [:;?!»]|« |'|[^\s\u00a0\u202f(][;?!»]/.test(text));
    expect(faults).toEqual([]);
  });
});
