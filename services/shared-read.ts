interface Batch<Key, Value> {
  keys: Set<Key>;
  values: Promise<ReadonlyMap<Key, Value>>;
}

/**
 * A read that many ask for in the same moment, as all do who come back after the line broke. What is asked for while one is under
 * way is read together, each key once, when that is over: so everybody gets a value that was read after they asked.
 * @param readAll a value for each of the keys
 */
export function createSharedRead<Key extends string, Value>(
  readAll: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value> {
  let under: Promise<unknown> = Promise.resolve();
  let next: Batch<Key, Value> | null = null;
  const gather = (): Batch<Key, Value> => {
    const keys = new Set<Key>();
    const values = under.then(() => {
      next = null;
      return readAll([...keys]);
    });
    under = values.catch(() => undefined);
    return { keys, values };
  };
  return async (key) => {
    next ??= gather();
    next.keys.add(key);
    return (await next.values).get(key) as Value;
  };
}
