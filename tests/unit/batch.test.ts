import { expect, test } from '@jest/globals';
import { createBatch, createBatchOfIds } from '../../services/batch.ts';

/** Doubles numbers; a batch with a negative one fails. */
function doubling() {
  const batches: (readonly number[])[] = [];
  const ask = createBatch((asks: readonly number[]) => {
    batches.push([...asks]);
    return asks.some((one) => one < 0)
      ? Promise.reject(new Error('negative'))
      : Promise.resolve(asks.map((n) => n * 2));
  });
  return { ask, batches };
}

test('what is asked for in the same turn is done together, and everybody gets their own answer', async () => {
  const { ask, batches } = doubling();
  const later = Promise.resolve().then(() => ask(3));
  expect(await Promise.all([ask(1), ask(2), ask(2), later])).toEqual([2, 4, 4, 6]);
  expect(await ask(5)).toBe(10);
  expect(batches).toEqual([[1, 2, 2, 3], [5]]);
});

test('what fails has failed for all who asked, and for nobody after them', async () => {
  const { ask } = doubling();
  const asked = await Promise.allSettled([ask(1), ask(-1)]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask(1)).toBe(2);
});

test('documents are read once for all who ask for them by their ids, and everybody gets those there are of theirs', async () => {
  const reads: string[][] = [];
  const byIds = createBatchOfIds((ids: string[]) => {
    reads.push(ids);
    return Promise.resolve(ids.filter((id) => id !== 'gone').map((_id) => ({ _id })));
  });
  const answers = await Promise.all([byIds(['a', 'gone']), byIds(['b', 'a']), byIds([]), byIds(['gone'])]);
  expect(answers).toEqual([[{ _id: 'a' }], [{ _id: 'b' }, { _id: 'a' }], [], []]);
  expect(reads).toEqual([['a', 'gone', 'b']]);
});
