import { BSON, bytesOf, ElementCursor, type RawValue } from '../bson/raw.ts';
import { toTyped } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { choosePlan } from '../query/choose.ts';
import type { Plan } from '../query/plan.ts';
import { Scan, skippedByKey } from '../query/scan.ts';
import { parseSort } from '../query/sort.ts';
import { keyPattern } from '../store/index-spec.ts';
import { type Command, ok } from './command.ts';
import { AGGREGATE_COMMANDS } from './aggregate.ts';
import { COUNT_COMMANDS } from './count.ts';
import { FIND_AND_MODIFY_COMMANDS } from './find-and-modify.ts';
import { filterOf, FIND_COMMANDS, findQuestion, hintOf } from './find.ts';
import { Request } from './request.ts';
import { WRITE_COMMANDS } from './write.ts';
import type { Message } from '../wire/message.ts';

const EXPLAINABLE = [
  ...FIND_COMMANDS,
  ...COUNT_COMMANDS,
  ...AGGREGATE_COMMANDS,
  ...WRITE_COMMANDS,
  ...FIND_AND_MODIFY_COMMANDS,
];

/** The command to be explained, as a request of its own. */
function explained(request: Request): Request {
  const given = request.object('explain');
  if (given === undefined) throw new CommandError(14, "BSON field 'explain.explain' must be an object");
  const own = Buffer.from(bytesOf(given));
  const fields = new Map<string, RawValue>();
  const cursor = new ElementCursor(own, 0);
  let name = '';
  while (cursor.next()) {
    name ||= cursor.name;
    fields.set(cursor.name, cursor.value());
  }
  fields.set('$db', request.raw('$db')!);
  const message: Message = { requestId: 0, legacy: false, silent: false, name, fields, sequences: new Map() };
  const inner = new Request(message);
  const known = EXPLAINABLE.find(({ names }) => names.includes(name));
  if (known === undefined) throw new CommandError(59, `Explain failed due to unknown command: ${name}`);
  inner.check(new Set(known.fields));
  return inner;
}

interface Asked {
  readonly filter: RawValue | undefined;
  readonly sort: RawValue | undefined;
  readonly hint: RawValue | undefined;
  readonly limit: number;
  readonly skip: number;
}

function askedBy(inner: Request): Asked {
  switch (inner.name) {
    case 'find': {
      const { filter, sort, hint, limit = 0, skip = 0 } = findQuestion(inner);
      return { filter, sort, hint, limit, skip };
    }
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return {
        filter: inner.object('query'),
        sort: inner.object('sort'),
        hint: hintOf(inner.raw('hint')),
        limit: 0,
        skip: 0,
      };
    case 'update':
    case 'delete': {
      const [statement] = inner.documents(inner.name === 'update' ? 'updates' : 'deletes');
      const cursor = new ElementCursor(statement ?? Buffer.from([5, 0, 0, 0, 0]), 0);
      while (cursor.next())
        if (cursor.name === 'q') return { filter: cursor.value(), sort: undefined, hint: undefined, limit: 0, skip: 0 };
      throw new CommandError(40414, `BSON field '${inner.name}.q' is missing but a required field`);
    }
    case 'aggregate':
      return leadingStages(inner);
    default:
      throw new CommandError(59, `Explain failed due to unknown command: ${inner.name}`);
  }
}

function leadingStages(inner: Request): Asked {
  const given = new Map<string, RawValue>();
  for (const stage of (inner.array('pipeline') ?? []).slice(0, 2)) {
    const cursor = new ElementCursor(bytesOf(stage), 0);
    if (!cursor.next() || (cursor.name !== '$match' && cursor.name !== '$sort')) break;
    given.set(cursor.name, cursor.value());
  }
  return { filter: given.get('$match'), sort: given.get('$sort'), hint: hintOf(inner.raw('hint')), limit: 0, skip: 0 };
}

/** The plan as MongoDB's stages: IXSCAN with FETCH, or COLLSCAN, and a SORT where one is needed. */
function stageTree(plan: Plan): Record<string, unknown> {
  const direction = plan.reverse ? 'backward' : 'forward';
  let tree: Record<string, unknown>;
  if (plan.index !== undefined) {
    const { name, multikey, unique, sparse, partial } = plan.index;
    const scan = {
      ...{ stage: 'IXSCAN', keyPattern: toTyped(keyPattern(plan.index)), indexName: name, isMultiKey: multikey },
      ...{
        isUnique: unique,
        isSparse: sparse,
        isPartial: partial !== undefined,
        direction,
        ranges: plan.stretches.length,
      },
    };
    tree = { stage: 'FETCH', filtered: plan.residual !== undefined, inputStage: scan };
  } else if (plan.pinned > 0 || plan.ranged) {
    const scan = {
      stage: 'IXSCAN',
      keyPattern: { _id: 1 },
      indexName: '_id_',
      isMultiKey: false,
      isUnique: true,
      direction,
    };
    tree = { stage: 'FETCH', filtered: plan.residual !== undefined, inputStage: scan };
  } else tree = { stage: 'COLLSCAN', direction };
  return plan.sorted ? tree : { stage: 'SORT', inputStage: tree };
}

const explain: Command = {
  names: ['explain'],
  fields: ['verbosity'],
  run: async (request, { store }) => {
    const inner = explained(request);
    const { filter: given, sort: order, hint, limit, skip } = askedBy(inner);
    const filter = filterOf(given);
    const sort = parseSort(order);
    const namespace = inner.raw(inner.name)?.type === BSON.string ? inner.namespace() : '';
    const collection = store.find(namespace);
    if (collection === undefined) {
      return ok({ queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } });
    }
    const plan = choosePlan(store, collection, { filter, sort, limit, hint });
    const queryPlanner = {
      namespace,
      parsedQuery: given === undefined ? {} : toTyped(given),
      winningPlan: stageTree(plan),
      rejectedPlans: [],
    };
    const verbosity = request.string('verbosity') ?? 'allPlansExecution';
    if (verbosity === 'queryPlanner') return ok({ queryPlanner });
    const skipped = skippedByKey(plan, skip);
    const scan = new Scan(store, collection, plan, skipped);
    let found = skipped;
    const wanted = limit > 0 && plan.sorted ? skip + limit : Infinity;
    const started = performance.now();
    await scan.run(() => ++found < wanted);
    const nReturned = Math.min(Math.max(0, found - skip), limit > 0 ? limit : Infinity);
    return ok({
      queryPlanner,
      executionStats: {
        executionSuccess: true,
        nReturned,
        executionTimeMillis: Math.round(performance.now() - started),
        totalKeysExamined: plan.index === undefined && plan.pinned === 0 && !plan.ranged ? 0 : scan.keysExamined,
        totalDocsExamined: scan.docsExamined,
      },
    });
  },
};

export const EXPLAIN_COMMANDS: readonly Command[] = [explain];
