import { beforeEach, expect, test } from '@jest/globals';
import { createFiguresWatch } from '../../services/moderation/watch-figures.ts';

let told = 0;
let ms = 0;
let waiting: { at: number; run: () => void }[] = [];

beforeEach(() => {
  told = 0;
  ms = 0;
  waiting = [];
});

const passing = {
  now: () => ms,
  after(wait: number, run: () => void) {
    const one = { at: ms + wait, run };
    waiting.push(one);
    return () => void (waiting = waiting.filter((each) => each !== one));
  },
};

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function pass(wait: number): Promise<void> {
  ms += wait;
  const due = waiting.filter(({ at }) => at <= ms);
  waiting = waiting.filter(({ at }) => at > ms);
  for (const { run } of due) run();
  await turn();
}

function watch(tell: () => unknown = () => (told += 1)) {
  return createFiguresWatch({ tell: async () => void (await tell()), failed: () => (told += 100) }, passing);
}

test('changes that come one by one are told at once, and then once a second', async () => {
  const { changed } = watch();
  for (let change = 0; change < 60; change += 1) {
    changed();
    await turn();
    await pass(50);
  }
  // The first, and after one, two and three seconds; the last of the changes came before the fourth.
  expect(told).toBe(4);
  await pass(1000);
  expect(told).toBe(4);
  await pass(60_000);
  expect(told).toBe(4);
});

test('a count that takes long is followed by a longer pause', async () => {
  const { changed } = watch(() => {
    ms += 200;
    told += 1;
  });
  changed();
  await turn();
  changed();
  await pass(4999);
  expect(told).toBe(1);
  await pass(1);
  expect(told).toBe(2);
});

test('whoever waits until all is told does not wait for the pause', async () => {
  const { changed, idle } = watch();
  changed();
  await idle();
  changed();
  await idle();
  expect(told).toBe(2);
});

test('a count that fails is said, and the next change has it counted', async () => {
  let isDown = true;
  const { changed, idle } = watch(() => {
    if (isDown) return Promise.reject(new Error('down'));
    told += 1;
    return Promise.resolve();
  });
  changed();
  await idle();
  expect(told).toBe(100);
  isDown = false;
  changed();
  await idle();
  expect(told).toBe(101);
});
