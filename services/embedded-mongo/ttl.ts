import { KeyWriter } from './bson/key.ts';
import { BSON } from './bson/raw.ts';
import { toRaw } from './bson/writer.ts';
import type { Report } from './protocol.ts';
import { keysAt } from './query/path.ts';
import type { Collection } from './store/catalogue.ts';
import { docKeyIn, type Index } from './store/secondary-index.ts';
import type { Store } from './store/store.ts';
import { TrustedClock } from './trusted-clock.ts';

/** MongoDB's own period. */
const PERIOD_MS = 60_000;
const BATCH = 200;

/** Removes documents whose time has come, in every collection with an expireAfterSeconds index; `now` in milliseconds. */
export async function expireDocuments(store: Store, now: number): Promise<number> {
  let removed = 0;
  for (const collection of store.catalogue.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds === undefined || !index.ready) continue;
      for (let batch = BATCH; batch === BATCH; removed += batch) {
        batch = await store.write(() => expireBatch(store, collection, index, now), 'many');
      }
    }
  }
  return removed;
}

function expireBatch(store: Store, collection: Collection, index: Index, now: number): number {
  if (collection.dropped || !collection.indexes.includes(index)) return 0;
  const { direction, path } = index.fields[0]!;
  const limit = now - (index.expireAfterSeconds ?? 0) * 1000;
  const edge = (date: Date): Buffer => {
    const writer = new KeyWriter();
    writer.uint32(index.id);
    writer.field(toRaw(date), direction);
    return writer.take();
  };
  const [oldest, newest] = [edge(new Date(-8_640_000_000_000_000)), edge(new Date(limit))];
  const range = direction > 0 ? { start: oldest, end: newest } : { start: newest, end: oldest };
  const entries = store.environment.indexes.entries(range, direction < 0, BATCH);
  const due: Buffer[] = [];
  for (let next = entries.next(); next.done !== true; next = entries.next()) {
    due.push(Buffer.from(index.unique ? next.value.value : docKeyIn(next.value.key)));
  }
  for (const docKey of due) {
    const doc = store.documents.get(collection, docKey);
    // An array of dates expires with its earliest one, which is the one the index gave.
    if (doc !== undefined && keysAt(doc, path).values.some((value) => value.type === BSON.date)) {
      store.documents.remove(collection, docKey, doc);
    }
  }
  return due.length;
}

/**
 * Runs the expiry once a minute until stopped, while the store lets documents expire; rounds never overlap. Documents go by a clock that is not fooled by a
 * leap of the system's date (see TrustedClock).
 */
export function startExpiry(store: Store, fault: (error: unknown) => void, note: (report: Report) => void): () => void {
  const clock = new TrustedClock(note);
  let running = false;
  const timer = setInterval(() => {
    if (running || !store.expires) return;
    running = true;
    expireDocuments(store, clock.now())
      .catch(fault)
      .finally(() => {
        running = false;
      });
  }, PERIOD_MS);
  timer.unref();
  return () => clearInterval(timer);
}
