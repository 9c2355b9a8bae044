import { expect, test } from '@jest/globals';
import { hintsOf } from '../../services/moderation/nudge.ts';
import type { Hit, Level, Verdict } from '../../shared/moderation.ts';

const text = 'un mot, deux mots';
const word = (rest: Partial<Hit> = {}, detail: Hit['detail'] = {}): Hit => ({
  ruleId: 'lexicon',
  ruleV: 3,
  phase: 'lexicon',
  level: 'hold',
  field: 'body',
  span: [3, 6],
  matched: 'mot',
  detail: { category: 'insult', how: 'plain', homonym: false, ...detail },
  ...rest,
});
const { span: _, ...placeless } = word();
const told = (...hits: Hit[]) => {
  const verdict: Verdict = { rev: 1, rulesetV: 1, level: 'hold', ms: 1, hits, errors: [] };
  return hintsOf(verdict, { text, name: 'Un nom' });
};

test('a word is told with its place, its kind and no more', () => {
  expect(told(word())).toEqual([{ field: 'text', reason: 'insult', span: [3, 6], found: 'mot' }]);
});

test.each<[Level, number]>([
  ['pass', 0],
  ['note', 0],
  ['suspect', 1],
  ['hold', 1],
  ['reject', 1],
])('at level %s there are %d hints', (level, count) => {
  expect(told(word({ level }))).toHaveLength(count);
});

test.each<[string, Hit]>([
  ['a disguised word', word({}, { how: 'leet' })],
  ['a homonym', word({}, { homonym: true })],
  ['a word of another rule', word({ ruleId: 'repeat' })],
  ['a kind of word nobody has a sentence for', word({}, { category: 'own list' })],
  ['the address of a link', word({ field: 'link' })],
  ['a denied host', word({ ruleId: 'links' }, { reason: 'denied-host', host: 'bad.example' })],
  ['a repetition', { ...word({ ruleId: 'repeat', phase: 'repeat' }), detail: { where: 'own', count: 1 } }],
  ['a finding without a place', placeless],
])('%s is not told', (_, hit) => {
  expect(told(hit)).toEqual([]);
});

test('capitals are told beside something else only', () => {
  const capitals = word({ ruleId: 'text-length', level: 'note' }, { shape: 'shouting' });
  expect(told(capitals)).toEqual([]);
  expect(told(capitals, word())).toHaveLength(2);
});

test('a language for which a comment waits is told, one that is only looked at is not', () => {
  const language = (level: Level): Hit => ({ ...placeless, ruleId: 'languages', phase: 'language', level });
  expect(told(language('hold'))).toEqual([{ field: 'text', reason: 'language' }]);
  expect(told(language('suspect'))).toEqual([]);
});

test('a text full of words is told of the first of them', () => {
  expect(told(...Array.from({ length: 400 }, () => word()))).toHaveLength(20);
});
