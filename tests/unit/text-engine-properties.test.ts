import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadLexicon } from '../../services/moderation/lexicons/load.ts';
import { leetFor, symbolsFor } from '../../services/moderation/text/alphabet.ts';
import { createCanonicaliser } from '../../services/moderation/text/canonical.ts';
import { compile } from '../../services/moderation/text/compile.ts';
import { createDisguises } from '../../services/moderation/text/disguises.ts';
import { createFrom } from '../../services/moderation/text/engine.ts';
import { classesOf, createScan } from '../../services/moderation/text/scan.ts';
import { createWalk } from '../../services/moderation/text/walk.ts';

const lexicon = loadLexicon();
const engine = createFrom(lexicon);
const LANGS = ['fr', 'en'] as const;

const piece = fc.constantFrom(
  'merde', 'f', 'u', 'c', 'k', 'con', 'cours', 'p*te', '4ss', ' ', '  ', '.', '-', '\n', "'", '*', '@', '🔥', 'é', '\u0301',
  '\u200b', 'œ', 'а', 'enc', 'ulé', 'shit', 'eee', '/', '(', ')', '0', '\ud83d', 'ﬃ', 'fuck', 'dick', ' van dyke ',
); // oxfmt-ignore
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);

describe('engine', () => {
  test('never throws, and its spans lie in the text, in order, apart from each other', () => {
    fc.assert(
      fc.property(text, (value) => {
        let end = 0;
        for (const hit of engine.check(value, ...LANGS)) {
          expect(hit.start).toBeGreaterThanOrEqual(end);
          expect(hit.end).toBeGreaterThan(hit.start);
          end = hit.end;
        }
        expect(end).toBeLessThanOrEqual(value.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('cuts a planted word out of any surroundings exactly', () => {
    const innocent = fc.constantFrom('le conseil', '«', 'œuvre', '\u200b', '2025', '🙂', 'À', '…', 'ﬃ', '日本');
    const planted = fc.constantFrom(
      'connard',
      'c0nnard',
      'enculé',
      'e\u0301nculer',
      'bullshit',
      'p\u200dutain',
      'mеrde',
    );
    const around = fc.array(innocent, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(around, planted, around, (before, word, after) => {
        const value = `${before} ${word} ${after}`;
        const spans = engine.check(value, ...LANGS).map(({ start, end }) => value.slice(start, end));
        expect(spans).toEqual([word]);
      }),
    );
  });

  test('keeps nothing from one text to the next', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const first = engine.check(one, 'fr');
        engine.check(other, 'fr');
        expect(engine.check(one, 'fr')).toEqual(first);
      }),
    );
  });

  test('the end of a text ends a word, whatever stood there in the text before', () => {
    for (const before of ['x'.repeat(40), ' '.repeat(40)]) {
      engine.check(before, 'fr');
      expect(engine.check("une pute's", 'fr')).toMatchObject([{ term: 'pute', how: 'plain' }]);
    }
  });

  test('works in proportion to the length on hostile texts', () => {
    const { trie, automaton, letters, terms } = compile(lexicon);
    const symbolOf = symbolsFor(letters);
    const leet = leetFor(symbolOf);
    const walk = createWalk(trie, { symbolOf, leet });
    let steps = 0;
    const disguises = createDisguises({
      walk: (cells, bounds, report) => {
        steps += walk(cells, bounds, report);
        // Nothing is ever spent: it is the bare work that is measured.
        return 0;
      },
      lengths: terms.length,
      isLeet: (unit) => leet.has(unit),
      starred: () => [],
    });
    const nothing = (): void => undefined;
    const classOf = classesOf(symbolOf);
    const scan = createScan({ automaton, classOf, disguises, onPlain: nothing, onDisguised: nothing });
    const canonicalise = createCanonicaliser();
    const stepsFor = (unit: string, size: number): number => {
      steps = 0;
      disguises.begin(new Set());
      scan(canonicalise(unit.repeat(size / unit.length)));
      return steps;
    };
    for (const unit of [
      'a',
      'f.',
      ' ',
      '*',
      '@',
      '4',
      'f u c ',
      '\n',
      'f\n',
      "f'",
      'm*',
      's*s* ',
      '(',
      'aaa ',
      '-',
      'p-',
      'me\nrd ',
      '1!',
    ]) {
      const [small, large] = [stepsFor(unit, 12_000), stepsFor(unit, 24_000)];
      expect(large).toBeLessThanOrEqual(2.1 * small + 20_000);
      expect(large).toBeLessThan(24_000 * 60);
    }
  });
});
