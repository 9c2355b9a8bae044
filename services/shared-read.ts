import { setTimeout as sleep } from 'node:timers/promises';

interface Batch<Key, Value> {
  keys: Set<Key>;
  asked: number;
  values: Promise<ReadonlyMap<Key, Value>>;
}

/**
 * A read costs nearly the same for one key as for many. So the next one begins this long after the last at the earliest, milliseconds,
 * which nobody notices, unless as many ask as make it worth it; and at once as long as hardly anybody does.
 */
const APART_MS = 50;
const MANY = 64;
const FEW = 2;

/**
 * A read that many ask for in the same moment, as all do who come back after the line broke. Who asks alone is answered at once; what
 * is asked for until the next read may begin is read together, each key once: so everybody gets a value that was read after they asked.
 * @param readAll a value for each of the keys
 * @param many how many have to ask for a read that waits for no time to pass
 */
export function createSharedRead<Key extends string, Value>(
  readAll: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
  many = MANY,
): (key: Key) => Promise<Value> {
  let under: Promise<unknown> = Promise.resolve();
  let next: Batch<Key, Value> | null = null;
  let rest = new AbortController();
  const pauseAfter = async (asked: number): Promise<void> => {
    if (asked <= FEW) return;
    rest = new AbortController();
    await sleep(APART_MS, undefined, { ref: false, signal: rest.signal }).catch(() => undefined);
  };
  const gather = (): Batch<Key, Value> => {
    const batch = { keys: new Set<Key>(), asked: 0 };
    const begun = under.then(() => {
      next = null;
    });
    const values = begun.then(() => readAll([...batch.keys]));
    under = Promise.allSettled([values, begun.then(() => pauseAfter(batch.asked))]);
    return Object.assign(batch, { values });
  };
  return async (key) => {
    next ??= gather();
    next.keys.add(key);
    next.asked += 1;
    if (next.asked === many) rest.abort();
    return (await next.values).get(key) as Value;
  };
}

/**
 * The same of documents by their ids; null for one that is not there.
 * @param byIds reads those there are, in any order
 * @param many as in `createSharedRead`
 */
export function createSharedLookUp<Id extends string, Doc extends { _id: Id }>(
  byIds: (ids: Id[]) => Promise<readonly Doc[]>,
  many?: number,
): (id: Id) => Promise<Doc | null> {
  const read = createSharedRead<Id, Doc | undefined>(
    async (ids) => new Map((await byIds(ids)).map((doc) => [doc._id, doc])),
    many,
  );
  return async (id) => (await read(id)) ?? null;
}
