import { expect, test } from '@jest/globals';
import { createSharedRead } from '../../services/shared-read.ts';

/** A read that answers when it is told to; `reads` are the keys of each so far. */
function slowRead() {
  const reads: string[][] = [];
  const ends: ((failure?: Error) => void)[] = [];
  const ask = createSharedRead<string, string>(async (keys) => {
    const n = reads.push(keys);
    await new Promise<void>((resolve, reject) => ends.push((failure) => (failure ? reject(failure) : resolve())));
    return new Map(keys.map((key) => [key, `${key}${n}`]));
  });
  const begun = async (n: number): Promise<void> => {
    while (ends.length < n) await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, reads, begun, end: (n: number, failure?: Error) => ends[n - 1]?.(failure) };
}

test('what many ask for in a moment is read once, and what is asked for later is read later', async () => {
  const { ask, reads, begun, end } = slowRead();
  const first = Promise.all(['a', 'b', 'a'].map(ask));
  await begun(1);
  const later = Promise.all(Array.from({ length: 70 }, (_, i) => ask(i % 2 === 0 ? 'a' : 'c')));
  end(1);
  expect(await first).toEqual(['a1', 'b1', 'a1']);
  await begun(2);
  end(2);
  expect(new Set(await later)).toEqual(new Set(['a2', 'c2']));
  expect(reads).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ]);
});

test('a read that fails does so for who asked, and for nobody after them', async () => {
  const { ask, begun, end } = slowRead();
  const failing = ask('a');
  await begun(1);
  const next = ask('a');
  end(1, new Error('away'));
  await expect(failing).rejects.toThrow('away');
  await begun(2);
  end(2);
  expect(await next).toBe('a2');
});
