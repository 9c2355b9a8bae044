import { describe, expect, test } from '@jest/globals';
import { Filter } from 'bad-words';
import { EN } from '../../services/moderation/lexicons/en.ts';
import { FR } from '../../services/moderation/lexicons/fr.ts';
import { formsOf } from '../../services/moderation/lexicons/inflect.ts';
import { loadLexicon } from '../../services/moderation/lexicons/load.ts';
import { variantsOf } from '../../services/moderation/lexicons/variants.ts';
import { createFrom } from '../../services/moderation/text/engine.ts';

const lexicon = loadLexicon();
const engine = createFrom(lexicon);

describe('lexicon', () => {
  test('every entry is found when it stands alone, unless an exception is about just that', () => {
    const exceptions = new Set(lexicon.exceptions.map(({ term }) => term));
    const missed = lexicon.entries
      .filter(({ term, lang }) => !exceptions.has(term) && engine.check(`x, ${term}, x`, lang).length === 0)
      .map(({ term }) => term);
    expect(missed).toEqual([]);
  });

  test('no exception is found', () => {
    const found = lexicon.exceptions
      .filter(({ match }) => match !== 'prefix')
      .filter(({ term }) => engine.check(`x, ${term}, x`, 'fr', 'en').length > 0)
      .map(({ term }) => term);
    expect(found).toEqual([]);
  });

  test('finds what bad-words lists, but for what the review left out', () => {
    const dropped = new Set([
      ...EN.packageReview!.drop.split(/\s+/),
      ...(EN.packageReview!.dropPhrases ?? '').split(', '),
    ]);
    const missed = new Filter().list
      .map((word) => word.toLowerCase())
      .filter((word) => /^[a-z]+(?:[ -][a-z]+)*$/.test(word) && !dropped.has(word))
      .filter((word) => engine.check(word, 'en').length === 0);
    expect(missed).toEqual([]);
  });

  test('entries are well-formed', () => {
    const wrong = lexicon.entries.filter(
      ({ term, source }) => !/^\S(?:.*\S)?$/.test(term) || /[_`/,]/.test(term) || source === '',
    );
    expect(wrong).toEqual([]);
    expect(new Set(lexicon.entries.map(({ source }) => source)).size).toBe(3);
  });
});

describe('inflections', () => {
  test.each([
    ['merde', ['merde']],
    ['connard/es', ['connard', 'connarde', 'connards', 'connardes']],
    ['branleur/eur', ['branleur', 'branleuse', 'branleurs', 'branleuses']],
    ['merdeux/eux', ['merdeux', 'merdeuse', 'merdeuses']],
    ['pussy/ies', ['pussy', 'pussies']],
  ])('%s', (word, forms) => {
    expect(formsOf(word, { ...EN.inflections, ...FR.inflections })).toEqual(forms);
  });

  test('verbs', () => {
    expect(formsOf('niquer/er', FR.inflections)).toEqual(
      expect.arrayContaining(['niquer', 'niquez', 'niqué', 'niquées', 'niquerait']),
    );
    expect(formsOf('shit/vv', EN.inflections)).toEqual(expect.arrayContaining(['shits', 'shitting', 'shitter']));
  });

  test('an unknown inflection is a mistake in the lexicon', () => {
    expect(() => formsOf('mot/xyz', FR.inflections)).toThrow(RangeError);
    expect(() => formsOf('mot/er', FR.inflections)).toThrow(RangeError);
  });

  test('other spellings are added to longer words only', () => {
    expect(variantsOf('couille', false, FR)).toEqual(expect.arrayContaining(['coville', 'kouille']));
    expect(variantsOf('cul', false, FR)).toEqual(['cul']);
    expect(variantsOf('gouine', true, FR)).toEqual(['gouine']);
  });
});
