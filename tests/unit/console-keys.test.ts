import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandOf, COMMANDS } from '../../client-widget/console/keys.ts';
import type { KeyPress } from '../../client-widget/console/keys.ts';
import { SHORTCUTS } from '../../client-widget/console/shortcuts-page.tsx';
import { readOneTimeCode } from '../../client-widget/console/one-time-link.tsx';
import { scrollToShow, windowOf } from '../../client-widget/console/windowing.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

describe('shortcuts', () => {
  test('mean what the page of shortcuts says', () => {
    const meanings: Record<string, string | null> = {
      ...{
        j: 'next',
        ArrowDown: 'next',
        k: 'previous',
        a: 'approve',
        R: 'refuse',
        s: 'spam',
        e: 'escalate',
        z: 'snooze',
      },
      ...{
        n: 'note',
        m: 'remark',
        t: 'take-over',
        f: 'filter',
        l: 'clear',
        x: 'pick',
        p: 'act-on-picked',
        b: 'more-by-author',
        d: 'more-in-thread',
      },
      ...{ v: 'veil', o: 'open', g: 'refresh', '?': 'help', Enter: 'done', c: 'done', q: null, Shift: null },
    };
    const keys = Object.keys(meanings);
    expect(Object.fromEntries(keys.map((key) => [key, commandOf(press(key), 'nothing')?.do ?? null]))).toEqual(
      meanings,
    );
    expect(commandOf(press('constructor'), 'nothing')).toBeNull();
  });

  test('are all on their page, and every key on it means something', () => {
    const shown = SHORTCUTS.flatMap(([, rows]) => rows.flatMap(([keys]) => keys));
    const names: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };
    expect(Object.keys(COMMANDS).filter((key) => !shown.includes(names[key] ?? key))).toEqual([]);
    const letters = shown.filter((key) => /^[a-z?]$/.test(key));
    expect(letters.filter((key) => commandOf(press(key), 'nothing') === null)).toEqual([]);
  });

  test('leave the browser its own, and a key held down decides once', () => {
    expect(commandOf(press('r', { ctrlKey: true }), 'nothing')).toBeNull();
    expect(commandOf(press('a', { metaKey: true }), 'nothing')).toBeNull();
    expect(commandOf(press('a', { repeat: true }), 'nothing')).toBeNull();
    expect(commandOf(press('j', { repeat: true }), 'nothing')).toEqual({ do: 'next' });
  });

  test('take back with Ctrl+Z or Command+Z, whatever is asked, and leave Ctrl+Shift+Z alone', () => {
    expect(commandOf(press('z', { ctrlKey: true }), 'nothing')).toEqual({ do: 'undo' });
    expect(commandOf(press('z', { metaKey: true }), 'reasons')).toEqual({ do: 'undo' });
    expect(commandOf(press('Z', { ctrlKey: true, shiftKey: true }), 'nothing')).toBeNull();
    expect(commandOf(press('z', { ctrlKey: true, repeat: true }), 'nothing')).toBeNull();
  });

  test('choose a reason by the place of the digit, also where the row types other signs; Shift adds', () => {
    const reason = (index: number, adds = false) => ({ do: 'reason', index, adds });
    expect(commandOf(press('1', { code: 'Digit1' }), 'reasons')).toEqual(reason(0));
    expect(commandOf(press('&', { code: 'Digit1' }), 'reasons')).toEqual(reason(0));
    expect(commandOf(press('1', { code: 'Digit1', shiftKey: true }), 'reasons')).toEqual(reason(0, true));
    expect(commandOf(press('7', { code: 'Numpad7' }), 'reasons')).toEqual(reason(6));
    expect(commandOf(press('Enter'), 'reasons')).toEqual({ do: 'send' });
    expect(commandOf(press('Escape'), 'reasons')).toEqual({ do: 'cancel' });
    expect(commandOf(press('a'), 'reasons')).toBeNull();
  });

  test('digits mean the queues while nothing is asked, a moment while one is asked for, and nothing else', () => {
    const digit = (n: number): KeyPress => press(String(n), { code: `Digit${n}` });
    expect(commandOf(digit(2), 'nothing')).toEqual({ do: 'tab', index: 1 });
    expect(commandOf(digit(8), 'nothing')).toBeNull();
    expect(commandOf(digit(3), 'moment')).toEqual({ do: 'moment', index: 2 });
    expect(commandOf(digit(3), 'words')).toBeNull();
  });
});

describe('the rows that exist', () => {
  test('cover what is seen, whatever the scroll, and lie within the list', () => {
    const size = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: -100, max: 500_000 }), size, (count, row, scroll, view) => {
        const scrollTop = Math.min(scroll, Math.max(0, count * row - view));
        const { start, end } = windowOf(count, row, scrollTop, view);
        expect(start >= 0 && start <= end && end <= count).toBe(true);
        expect(start * row <= Math.max(0, scrollTop)).toBe(true);
        expect(end === count || end * row >= scrollTop + view).toBe(true);
      }),
    );
  });

  test('scroll only as far as a row needs to be seen', () => {
    expect([scrollToShow(0, 100, 250, 300), scrollToShow(4, 100, 250, 300), scrollToShow(9, 100, 250, 300)]).toEqual([
      0, 250, 700,
    ]);
  });
});

test('a one-time code is read from the fragment alone', () => {
  expect(readOneTimeCode('#setup=abc_-1')).toEqual({ kind: 'setup', code: 'abc_-1' });
  expect(readOneTimeCode('#invite=xyz')).toEqual({ kind: 'invite', code: 'xyz' });
  expect([readOneTimeCode(''), readOneTimeCode('#setup='), readOneTimeCode('#comment-title')]).toEqual([
    null,
    null,
    null,
  ]);
});
