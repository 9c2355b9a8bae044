import { setTimeout as sleep } from 'node:timers/promises';

interface Batch<Key, Value> {
  keys: Set<Key>;
  values: Promise<ReadonlyMap<Key, Value>>;
}

/**
 * How soon one read follows another, milliseconds. It costs the database nearly the same for one key as for many, and nobody notices
 * so short a wait.
 */
const APART_MS = 20;

/**
 * A read that many ask for in the same moment, as all do who come back after the line broke. Who asks alone is answered at once; what
 * is asked for until the next read may begin is read together, each key once: so everybody gets a value that was read after they asked.
 * @param readAll a value for each of the keys
 */
export function createSharedRead<Key extends string, Value>(
  readAll: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value> {
  let under: Promise<unknown> = Promise.resolve();
  let next: Batch<Key, Value> | null = null;
  const gather = (): Batch<Key, Value> => {
    const keys = new Set<Key>();
    const begun = under.then(() => {
      next = null;
    });
    const values = begun.then(() => readAll([...keys]));
    under = Promise.allSettled([values, begun.then(() => sleep(APART_MS, undefined, { ref: false }))]);
    return { keys, values };
  };
  return async (key) => {
    next ??= gather();
    next.keys.add(key);
    return (await next.values).get(key) as Value;
  };
}
