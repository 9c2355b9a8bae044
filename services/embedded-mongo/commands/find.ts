import { CommandError } from '../errors.ts';
import { BSON, bytesOf, type RawValue } from '../bson/raw.ts';
import { choosePlan } from '../query/choose.ts';
import { TimeBudget } from '../query/budget.ts';
import { EVERYTHING, type Filter } from '../query/filter.ts';
import { parseFilter } from '../query/parse.ts';
import { parseProjection } from '../query/project.ts';
import { skippedByKey } from '../query/scan.ts';
import { parseSort } from '../query/sort.ts';
import { ListSource, projected, ScanSource, type Source, sorted, WindowSource } from '../query/source.ts';
import { NO_VARIABLES, parseExpression, parseVariables, type Variables } from '../aggregate/expressions.ts';
import type { Store } from '../store/store.ts';
import { type Command, ok } from './command.ts';
import type { Request } from './request.ts';
import { toInteger } from '../bson/number.ts';
import { elementsOf } from '../bson/value.ts';
import { Long } from 'bson';

/** A filter with `$expr` allowed; everything when there is none. */
export function filterOf(value: RawValue | undefined, variables: Variables = NO_VARIABLES): Filter {
  if (value === undefined) return EVERYTHING;
  if (value.type !== BSON.object) throw new CommandError(14, 'filter must be an object');
  return parseFilter(value.buf, value.at, (expression) => parseExpression(expression, variables));
}

export interface FindQuestion {
  readonly filter: RawValue | undefined;
  readonly sort?: RawValue | undefined;
  readonly projection?: RawValue | undefined;
  readonly hint?: RawValue | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly budget: TimeBudget;
  readonly variables?: Variables | undefined;
}

/** The documents a find asks for; also used by aggregate's leading stages. */
export function findSource(store: Store, namespace: string, question: FindQuestion): Source {
  const filter = filterOf(question.filter, question.variables);
  const sort = parseSort(question.sort);
  const projection = question.projection === undefined ? undefined : parseProjection(question.projection);
  const collection = store.find(namespace);
  if (collection === undefined) return new ListSource([]);
  const { skip = 0, limit = 0 } = question;
  const natural = sort.find(({ path }) => path.text === '$natural');
  const order = natural === undefined ? sort : [];
  const plan = choosePlan(store, collection, { filter, sort: order, limit, hint: question.hint });
  const directed = natural === undefined ? plan : { ...plan, reverse: natural.direction < 0 };
  const { budget } = question;
  const skipped = skippedByKey(plan, skip);
  let source: Source = new ScanSource(store, collection, directed, { budget, skip: skipped });
  if (!plan.sorted) source = sorted(source, order, limit > 0 ? skip + limit : 0);
  if (skip > 0 || limit > 0) source = new WindowSource(source, skip - skipped, limit);
  return projection === undefined ? source : projected(source, projection, filter);
}

/** Options that change nothing about the answer; noCursorTimeout is looked at where the cursor is opened. */
const HARMLESS = ['allowDiskUse', 'allowPartialResults', 'noCursorTimeout'];
const REFUSED = ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'oplogReplay'];

function refuseTailable(request: Request): void {
  for (const field of REFUSED) {
    if (request.flag(field)) throw new CommandError(238, `find.${field} is not supported`);
  }
  for (const field of ['min', 'max']) {
    if (request.has(field)) throw new CommandError(238, `find.${field} is not supported`);
  }
}

/** The question a find command (or the one explained) asks. */
export function findQuestion(request: Request): FindQuestion & { single: boolean; batchSize: number } {
  refuseTailable(request);
  const single = request.flag('singleBatch');
  const limit = request.count('limit') ?? 0;
  return {
    filter: request.object('filter'),
    sort: request.object('sort'),
    projection: request.object('projection'),
    hint: hintOf(request.raw('hint')),
    skip: request.count('skip'),
    budget: new TimeBudget(request.count('maxTimeMS')),
    variables: parseVariables(request.object('let')),
    limit,
    single,
    batchSize: request.count('batchSize') ?? 101,
  };
}

/** A hint; an empty one is none. */
export function hintOf(hint: RawValue | undefined): RawValue | undefined {
  if (hint === undefined || hint.type === BSON.string) return hint;
  if (hint.type !== BSON.object) throw new CommandError(9, 'Hint must be a string or an object');
  return bytesOf(hint).length === 5 ? undefined : hint;
}

const find: Command = {
  names: ['find'],
  fields: [
    ...['filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'let', 'collation'],
    ...['min', 'max', ...REFUSED, ...HARMLESS],
  ],
  run: (request, { store, cursors, life }) => {
    const question = findQuestion(request);
    const namespace = request.namespace();
    const { batchSize, single } = question;
    return cursors.first(findSource(store, namespace, question), { namespace, batchSize, single, life });
  },
};

const getMore: Command = {
  names: ['getMore'],
  fields: ['collection', 'batchSize'],
  run: (request, { cursors }) => {
    const id = request.long('getMore');
    if (id === undefined) throw new CommandError(14, "BSON field 'getMore.getMore' must be a long");
    const batchSize = request.count('batchSize') ?? 0;
    return cursors.more(
      id,
      `${request.db}.${request.string('collection') ?? ''}`,
      batchSize > 0 ? batchSize : Infinity,
    );
  },
};

const killCursors: Command = {
  names: ['killCursors'],
  fields: ['cursors'],
  run: (request, { cursors }) => {
    const value = request.raw('cursors');
    if (value?.type !== BSON.array) throw new CommandError(14, "BSON field 'killCursors.cursors' must be an array");
    const ids = elementsOf(value).map((one) => toInteger(one) ?? 0n);
    const killed = ids.filter((id) => cursors.kill(id, request.namespace()));
    const longs = (list: readonly bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
    return ok({
      cursorsKilled: longs(killed),
      cursorsNotFound: longs(ids.filter((id) => !killed.includes(id))),
      cursorsAlive: [],
      cursorsUnknown: [],
    });
  },
};

export const FIND_COMMANDS: readonly Command[] = [find, getMore, killCursors];
