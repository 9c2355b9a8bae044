import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fieldValue, ownMoment, snoozeTimes } from '../../client-widget/console/snooze-times.ts';
import { isVeiled, veiled } from '../../client-widget/console/veil.ts';
import { diffWords } from '../../client-widget/console/word-diff.ts';
import type { Hit } from '../../shared/moderation.ts';
import { reviewCard } from '../support/review-model.ts';

const joined = (changes: ReturnType<typeof diffWords>, not: 'added' | 'removed'): string =>
  changes
    .filter(({ kind }) => kind !== not)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  test('marks words, not letters, and as few as possible', () => {
    expect(diffWords('Ce maire est nul.', 'Ce maire est vraiment nul !')).toEqual([
      { kind: 'same', text: 'Ce maire est ' },
      { kind: 'added', text: 'vraiment ' },
      { kind: 'same', text: 'nul' },
      { kind: 'removed', text: '.' },
      { kind: 'added', text: ' !' },
    ]);
    expect(
      diffWords('a b c d e', 'a c e')
        .filter(({ kind }) => kind === 'same')
        .map(({ text }) => text)
        .join(''),
    ).toBe('a c e');
    expect(diffWords('', '')).toEqual([]);
    expect(diffWords('même', 'même')).toEqual([{ kind: 'same', text: 'même' }]);
  });

  test('gives both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('un', 'deux', ' ', '\n', 'é', '👩‍👩‍👧', 'مرحبا', '.'), { maxLength: 40 })
        .map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = diffWords(before, after);
        expect([joined(changes, 'added'), joined(changes, 'removed')]).toEqual([before, after]);
        changes.slice(1).forEach(({ kind }, at) => expect(kind).not.toBe(changes[at]?.kind));
      }),
    );
  });

  test('of two long texts with nothing in common is found all the same', () => {
    const [before, after] = ['un '.repeat(2500), 'deux.'.repeat(2500)];
    const changes = diffWords(before, after);
    expect([joined(changes, 'added'), joined(changes, 'removed')]).toEqual([before, after]);
  });
});

describe('the veil', () => {
  const hit = (span: [number, number], detail: Hit['detail'], rest: Partial<Hit> = {}): Hit => ({
    ...{ ruleId: 'lexicon', ruleV: 1, phase: 'lexicon', level: 'hold', field: 'body', span, detail },
    ...rest,
  });

  test('covers slurs and the gravest words, nothing else', () => {
    expect(isVeiled(hit([0, 1], { severity: 'strong', category: 'slur' }))).toBe(true);
    expect(isVeiled(hit([0, 1], { severity: 'extreme', category: 'threat' }))).toBe(true);
    expect(isVeiled(hit([0, 1], { severity: 'strong', category: 'insult' }))).toBe(false);
    expect(isVeiled(hit([0, 1], { severity: 'extreme' }, { ruleId: 'links', phase: 'links' }))).toBe(false);
  });

  test('leaves the first letter and the length, so that every other mark still fits', () => {
    const grave = { severity: 'extreme', category: 'slur' };
    const card = reviewCard('a', {
      text: 'un 🤬xx et con',
      name: 'Méchant',
      hits: [
        hit([3, 7], grave, { matched: 'abcd' }),
        hit([11, 14], { severity: 'mild', category: 'insult' }, { matched: 'con' }),
        hit([0, 7], grave, { field: 'name' }),
      ],
    });
    const covered = veiled(card);
    expect([covered.text, covered.author.name]).toEqual(['un 🤬•• et con', 'M••••••']);
    expect(covered.verdict.hits.map(({ matched }) => matched)).toEqual(['a•••', 'con', undefined]);
    expect(covered.text.length).toBe(card.text.length);
    const harmless = reviewCard('b');
    expect(veiled(harmless)).toBe(harmless);
  });

  test('keeps the length whatever a span says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(50), fc.nat(50), (text, start, size) => {
        const card = reviewCard('a', { text, hits: [hit([start, start + size], { severity: 'extreme' })] });
        expect(veiled(card).text.length).toBe(text.length);
      }),
    );
  });
});

describe('the moments a comment is put aside until', () => {
  const names = (now: Date): string[] => snoozeTimes(now).map(({ name }) => name);
  const at = (now: Date, name: string): Date | undefined => snoozeTimes(now).find((time) => time.name === name)?.at;

  test('are all still to come, in order, whatever the hour', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(2026, 0, 1), max: new Date(2027, 11, 31), noInvalidDate: true }), (now) => {
        const times = [now, ...snoozeTimes(now).map(({ at: moment }) => moment)];
        const rest = times.slice(1).filter((_, index) => index !== 0);
        rest.forEach((moment) => expect(moment.getTime()).toBeGreaterThan(now.getTime()));
        expect(at(now, 'week')?.getDay()).toBe(1);
      }),
    );
  });

  test('speak of this evening only before it', () => {
    expect(names(new Date(2026, 2, 3, 9))).toEqual(['hour', 'evening', 'morning', 'week']);
    expect(names(new Date(2026, 2, 3, 19))).toEqual(['hour', 'morning', 'week']);
    expect(at(new Date(2026, 2, 2, 9), 'week')).toEqual(new Date(2026, 2, 9, 8));
  });

  test('may be chosen freely, but neither in the past nor too far ahead', () => {
    const now = new Date(2026, 2, 3, 9, 30);
    expect(ownMoment(fieldValue(new Date(2026, 2, 3, 11, 5)), now)).toEqual(new Date(2026, 2, 3, 11, 5));
    expect([ownMoment('', now), ownMoment('2026-03-03T09:00', now), ownMoment('2026-05-01T09:00', now)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
