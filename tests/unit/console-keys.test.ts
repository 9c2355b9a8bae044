import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { commandOf } from '../../client-widget/console/keys.ts';
import type { KeyPress } from '../../client-widget/console/keys.ts';
import { readOneTimeCode } from '../../client-widget/console/one-time-link.tsx';
import { scrollToShow, windowOf } from '../../client-widget/console/windowing.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...more,
});

describe('shortcuts', () => {
  test('mean what the page of shortcuts says', () => {
    const keys = ['j', 'ArrowDown', 'k', 'a', 'R', 'o', 'g', '?', 'Enter', 'c', 'x', 'Shift'];
    expect(keys.map((key) => commandOf(press(key), false)?.do ?? null)).toEqual([
      'next',
      'next',
      'previous',
      'approve',
      'refuse',
      'open',
      'refresh',
      'help',
      'done',
      'done',
      null,
      null,
    ]);
  });

  test('leave the browser its own, and a key held down decides once', () => {
    expect(commandOf(press('r', { ctrlKey: true }), false)).toBeNull();
    expect(commandOf(press('a', { metaKey: true }), false)).toBeNull();
    expect(commandOf(press('a', { repeat: true }), false)).toBeNull();
    expect(commandOf(press('j', { repeat: true }), false)).toEqual({ do: 'next' });
  });

  test('choose a reason by the place of the digit, also where the row types other signs', () => {
    expect(commandOf(press('1', { code: 'Digit1' }), true)).toEqual({ do: 'reason', index: 0 });
    expect(commandOf(press('&', { code: 'Digit1' }), true)).toEqual({ do: 'reason', index: 0 });
    expect(commandOf(press('7', { code: 'Numpad7' }), true)).toEqual({ do: 'reason', index: 6 });
    expect(commandOf(press('Escape'), true)).toEqual({ do: 'cancel' });
    expect([commandOf(press('a'), true), commandOf(press('1', { code: 'Digit1' }), false)]).toEqual([null, null]);
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
