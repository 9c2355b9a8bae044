import { BSON, type RawValue } from '../bson/raw.ts';
import { keyOf } from '../bson/key.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { choosePlan } from '../query/choose.ts';
import { TimeBudget } from '../query/budget.ts';
import { EVERYTHING } from '../query/filter.ts';
import { Pace, sortInSlices } from '../query/pace.ts';
import { pathOf, PathWalk } from '../query/path.ts';
import { LEAP, Scan } from '../query/scan.ts';
import { keysBehind, type KeyRange, type Table } from '../store/lmdb.ts';
import type { Store } from '../store/store.ts';
import { type Command, ok } from './command.ts';
import { filterOf, type FindQuestion, findSource, hintOf } from './find.ts';

const FIRST_LEAP = 256;

/**
 * How many keys a stretch holds: looked at, and kept where they are more than a few. Between two leaps others have their turn. The
 * leaps grow by a quarter of what was counted at most, since LMDB notices only where it lands that it has leapt over the end.
 */
async function countKeys(table: Table, stretch: KeyRange, budget: TimeBudget): Promise<number> {
  const known = table.counts.of(stretch);
  if (known !== undefined) return known;
  let last = table.keyAfter(stretch, FIRST_LEAP - 1);
  if (last === undefined) return table.count(stretch);
  const counting = table.counts.begin(stretch, FIRST_LEAP, last);
  try {
    for (let leap = FIRST_LEAP; ;) {
      leap = Math.min(leap + (leap >> 2), LEAP);
      const started = performance.now();
      const rest = keysBehind(stretch, last);
      last = table.keyAfter(rest, leap - 1);
      if (last === undefined) return counting.done(table.count(rest));
      counting.counted(leap, last);
      budget.spend(performance.now() - started);
      if (leap === LEAP) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    counting.abandon();
  }
}

/**
 * How many documents match: from the counter when all do, from the index alone when its keys say it all, else by
 * looking at the documents.
 */
export async function countMatching(
  store: Store,
  namespace: string,
  { filter, hint, budget, variables }: FindQuestion,
): Promise<number> {
  const parsed = filterOf(filter, variables);
  const collection = store.find(namespace);
  if (collection === undefined) return 0;
  if (parsed === EVERYTHING && hint === undefined) return collection.count;
  const plan = choosePlan(store, collection, { filter: parsed, sort: [], limit: 0, hint });
  if (plan.residual === undefined && !plan.duplicates) {
    const table = plan.index === undefined ? store.environment.documents : store.environment.indexes;
    let count = 0;
    for (const stretch of plan.stretches) count += await countKeys(table, stretch, budget);
    return count;
  }
  let count = 0;
  await new Scan(store, collection, plan).run(() => {
    count++;
    return true;
  }, budget);
  return count;
}

const count: Command = {
  names: ['count'],
  fields: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: async (request, { store }) => {
    const limit = Math.abs(Math.trunc(request.number('limit') ?? 0));
    const skip = request.count('skip') ?? 0;
    const all = await countMatching(store, request.namespace(), {
      filter: request.object('query'),
      hint: hintOf(request.raw('hint')),
      budget: new TimeBudget(request.count('maxTimeMS')),
    });
    const left = Math.max(0, all - skip);
    return ok({ n: limit > 0 ? Math.min(limit, left) : left });
  },
};

const distinct: Command = {
  names: ['distinct'],
  fields: ['key', 'query', 'collation', 'hint'],
  run: async (request, { store }) => {
    const key = request.string('key');
    if (key === undefined) throw new CommandError(40414, "BSON field 'distinct.key' is missing but a required field");
    const found = new Map<string, RawValue>();
    let bytes = 0;
    const walk = new PathWalk(pathOf(key), 'elements', (value) => {
      if (value === undefined || (value.type === BSON.undefined && value.buf.length === 0)) return false;
      const text = keyOf(value).toString('latin1');
      if (found.has(text)) return false;
      bytes += value.end - value.at + 16;
      if (bytes > 16 * 1024 * 1024) throw new CommandError(17217, 'distinct too big, 16mb cap');
      found.set(text, value);
      return false;
    });
    const source = findSource(store, request.namespace(), {
      filter: request.object('query'),
      hint: hintOf(request.raw('hint')),
      budget: new TimeBudget(request.count('maxTimeMS')),
    });
    await source.pull((doc) => {
      walk.any(doc, 0, { index: -1 });
      return true;
    });
    const values = await sortInSlices([...found], ([left], [right]) => (left < right ? -1 : 1));
    const writer = new BsonWriter(bytes + 128).begin().begin(BSON.array, 'values');
    const pace = new Pace();
    for (let i = 0; i < values.length; i++) {
      writer.raw(String(i), values[i]![1]);
      if (pace.due()) await pace.pause();
    }
    return writer.end().double('ok', 1).end().finish();
  },
};

export const COUNT_COMMANDS: readonly Command[] = [count, distinct];
