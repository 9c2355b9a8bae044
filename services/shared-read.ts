/** A read under way, and the one that follows it for whoever came meanwhile. */
interface Under<Value> {
  over: Promise<void>;
  next: Promise<Value> | null;
}

/**
 * A read that many ask for in the same moment, as all do who come back after the line broke. Each gets one that began after they
 * asked, so it holds whatever was written before; those who ask while one is under way share the next.
 */
export function createSharedRead<Key extends string, Value>(
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const reads = new Map<Key, Under<Value>>();
  function begin(key: Key): Promise<Value> {
    const value = read(key);
    const ended = (): void => {
      if (under.next === null) reads.delete(key);
    };
    const under: Under<Value> = { over: value.then(ended, ended), next: null };
    reads.set(key, under);
    return value;
  }
  return (key) => {
    const under = reads.get(key);
    if (under === undefined) return begin(key);
    under.next ??= under.over.then(() => begin(key));
    return under.next;
  };
}
