import { choosePlan, type Question } from '../query/choose.ts';
import { matches } from '../query/match.ts';
import { Scan } from '../query/scan.ts';
import { Sorter, sortKey } from '../query/sort.ts';
import type { Collection } from '../store/catalogue.ts';
import type { Lane, Work } from '../store/commit.ts';
import { idOf } from '../store/documents.ts';
import { idKeyOf } from '../bson/key.ts';
import type { Store } from '../store/store.ts';

/** A document a write is about, as it is in the store at this moment. */
export interface Target {
  readonly docKey: Buffer;
  readonly doc: Buffer;
}

/** Up to this many documents a collection may be scanned inside a write transaction. */
const SMALL = 500;
const ATTEMPTS = 3;

/** Whether finding the target is quick enough to be done inside the write transaction. */
export function isCheap(store: Store, collection: Collection, question: Question): boolean {
  if (collection.count <= SMALL) return true;
  const plan = choosePlan(store, collection, question);
  return plan.single || ((plan.pinned > 0 || plan.ranged) && plan.sorted && plan.residual === undefined);
}

/** The first document that answers the question; synchronous, so only where it is quick or inside a transaction. */
export function firstTarget(store: Store, collection: Collection, question: Question): Target | undefined {
  const plan = choosePlan(store, collection, question);
  let found: Target | undefined;
  let foundKey: Buffer | undefined;
  new Scan(store, collection, plan).slice((doc, docKey) => {
    if (plan.sorted) {
      found = { doc, docKey };
      return false;
    }
    const key = sortKey(doc, question.sort);
    if (foundKey === undefined || Buffer.compare(key, foundKey) < 0) [found, foundKey] = [{ doc, docKey }, key];
    return true;
  });
  return found;
}

/**
 * Finds one document and lets `act` write to it in the same transaction, so that nothing comes between. Where finding
 * takes long, it is looked for outside, in slices, and inside it is only checked that the document still matches.
 */
export async function withTarget<T>(
  store: Store,
  find: () => Collection | undefined,
  { question, lane }: { question: Question; lane: Lane },
  act: (target: Target | undefined) => T,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const collection = find();
    if (collection === undefined || isCheap(store, collection, question)) break;
    const docKey = await searchOutside(store, collection, question);
    if (docKey === undefined) break;
    const outcome = await store.write(() => {
      const doc = collection.dropped ? undefined : store.documents.get(collection, docKey);
      return doc !== undefined && matches(question.filter, doc) ? { value: act({ docKey, doc }) } : undefined;
    }, lane);
    if (outcome !== undefined) return outcome.value;
  }
  return store.write(() => {
    const collection = find();
    return act(collection === undefined ? undefined : firstTarget(store, collection, question));
  }, lane);
}

async function searchOutside(store: Store, collection: Collection, question: Question): Promise<Buffer | undefined> {
  const plan = choosePlan(store, collection, question);
  const sorter = new Sorter(question.sort, 1);
  await new Scan(store, collection, plan).run((doc) => {
    sorter.add(doc);
    return !plan.sorted;
  }, question.budget);
  const [doc] = sorter.take();
  const id = doc === undefined ? undefined : idOf(doc);
  return id === undefined ? undefined : idKeyOf(id);
}

/** Lets `act` write to every document that matches, some per transaction; each is checked again before it. */
export async function withTargets(
  store: Store,
  collection: Collection,
  question: Question,
  act: (target: Target) => void,
): Promise<void> {
  const docKeys: Buffer[] = [];
  await new Scan(store, collection, choosePlan(store, collection, question)).run((_doc, docKey) => {
    docKeys.push(Buffer.from(docKey));
    return true;
  }, question.budget);
  await writeEach(store, docKeys.length, (i) => {
    const docKey = docKeys[i]!;
    const doc = collection.dropped ? undefined : store.documents.get(collection, docKey);
    if (doc !== undefined && matches(question.filter, doc)) act({ docKey, doc });
    return undefined;
  });
}

/**
 * Writes one after the other, as many in a transaction as its time allows, so that nobody waits for all of them. What was rolled back
 * runs again.
 */
export async function writeEach(store: Store, count: number, write: (i: number) => 'stop' | undefined): Promise<void> {
  const from =
    (at: number): Work<number> =>
    (deadline) => {
      for (let i = at; i < count; i++) {
        if (write(i) === 'stop') return count;
        if (performance.now() > deadline) return i + 1;
      }
      return count;
    };
  for (let at = 0; at < count;) at = await store.write(from(at), count > 1 ? 'many' : 'one');
}
