import { expect, it } from '@jest/globals';
import { createStoreClock } from '../../services/storage/store-clock.ts';

const HOUR = 3_600_000;

it('goes by the database’s clock where this machine’s is another one, and by this one’s where they agree', async () => {
  let [local, there, way] = [10 * HOUR, 10 * HOUR, 0];
  const clock = createStoreClock(
    () => {
      local += way;
      const said = new Date(there);
      local += way;
      return Promise.resolve(said);
    },
    () => local,
  );
  const ahead = (): number => clock.now().getTime() - local;
  await clock.look();
  expect(ahead()).toBe(0);
  for (const off of [HOUR, -HOUR]) {
    there = local + off;
    await clock.look();
    expect(ahead()).toBe(off);
  }
  // A difference that the way there could make is none, however long that is.
  [there, way] = [local - HOUR + 3000, 2000];
  await clock.look();
  expect(ahead()).toBe(-HOUR);
  [there, way] = [local + 500, 0];
  await clock.look();
  expect(ahead()).toBe(0);
});

it('goes on as it did while the database does not answer', async () => {
  let answers = true;
  const clock = createStoreClock(
    () => (answers ? Promise.resolve(new Date(HOUR)) : Promise.reject(new Error('away'))),
    () => 0,
  );
  await clock.look();
  answers = false;
  await expect(clock.look()).rejects.toThrow('away');
  expect(clock.now().getTime()).toBe(HOUR);
});
