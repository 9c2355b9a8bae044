import { BSON, bytesOf, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { toDouble } from '../bson/number.ts';
import { fieldsOf } from '../bson/value.ts';
import { fromObject } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { CollectingSource, type Source } from '../query/source.ts';
import { behind, type StageSpec, stagesOf, windowOf } from '../aggregate/pipeline.ts';
import { parseVariables, type Variables } from '../aggregate/expressions.ts';
import { TimeBudget } from '../query/budget.ts';
import type { Store } from '../store/store.ts';
import type { Command } from './command.ts';
import { countMatching } from './count.ts';
import { findSource, hintOf } from './find.ts';
import type { Request } from './request.ts';

const COUNT_ONE = fromObject({ _id: 1, n: { $sum: 1 } });
const COUNT_NULL = fromObject({ _id: null, n: { $sum: 1 } });

/** Leading stages the query engine answers itself: they use indexes and stop early. */
interface Lead {
  filter: RawValue | undefined;
  sort: RawValue | undefined;
  skip: number;
  limit: number;
  readonly rest: StageSpec[];
}

function leadOf(stages: readonly StageSpec[]): Lead {
  const lead: Lead = { filter: undefined, sort: undefined, skip: 0, limit: 0, rest: [...stages] };
  if (lead.rest[0]?.name === '$match') lead.filter = objectOf(lead.rest.shift()!);
  if (lead.rest[0]?.name === '$sort') lead.sort = lead.rest.shift()!.given;
  if (lead.rest[0]?.name === '$skip') lead.skip = windowOf('$skip', lead.rest.shift()!.given, 0);
  if (lead.rest[0]?.name === '$limit') lead.limit = windowOf('$limit', lead.rest.shift()!.given, 1);
  return lead;
}

function objectOf({ given }: StageSpec): RawValue {
  if (given.type !== BSON.object) throw new CommandError(15959, 'the match filter must be an expression in an object');
  return given;
}

/** `countDocuments` of the driver: `$match`, then `$skip` and `$limit`, then this `$group`. */
function countedAs(spec: StageSpec | undefined): RawValue | undefined {
  if (spec?.name !== '$group' || spec.given.type !== BSON.object) return undefined;
  const bytes = bytesOf(spec.given);
  if (!bytes.equals(COUNT_ONE) && !bytes.equals(COUNT_NULL)) return undefined;
  const cursor = new ElementCursor(bytes, 0);
  return cursor.next() ? cursor.value() : undefined;
}

interface Pipeline {
  readonly db: string;
  readonly namespace: string;
  readonly stages: readonly RawValue[];
  readonly hint: RawValue | undefined;
  readonly variables: Variables;
  readonly budget: TimeBudget;
}

/** The documents a pipeline gives. */
function pipelineSource(store: Store, { db, namespace, stages: given, hint, variables, budget }: Pipeline): Source {
  const stages = stagesOf(given);
  const lead = leadOf(stages);
  const id = lead.sort === undefined ? countedAs(lead.rest[0]) : undefined;
  let source: Source;
  if (id !== undefined) {
    lead.rest.shift();
    source = new CollectingSource(async () => {
      const left = Math.max(
        0,
        (await countMatching(store, namespace, { filter: lead.filter, hint, budget, variables })) - lead.skip,
      );
      const n = lead.limit > 0 ? Math.min(left, lead.limit) : left;
      return n === 0 ? [] : [fromObject({ _id: id.type === BSON.null ? null : 1, n })];
    });
  } else source = findSource(store, namespace, { ...lead, hint, budget, variables });
  const foreign = (collection: string, filter: RawValue): Source =>
    findSource(store, `${db}.${collection}`, { filter, budget });
  return behind(lead.rest, source, { variables, foreign });
}

/** Stages that are refused before anything runs must be refused also on a collection that does not exist. */
function batchSizeOf(request: Request): number {
  const cursor = request.object('cursor');
  if (cursor === undefined)
    throw new CommandError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
  const size = fieldsOf(cursor).get('batchSize');
  return size !== undefined && isNumber(size.type) ? toDouble(size) : 101;
}

const aggregate: Command = {
  names: ['aggregate'],
  fields: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'let', 'collation', 'bypassDocumentValidation', 'explain'],
  run: (request, { store, cursors, life }) => {
    if (request.raw('aggregate')?.type !== BSON.string)
      throw new CommandError(238, 'database-wide aggregation is not supported');
    if (request.flag('explain'))
      throw new CommandError(238, 'aggregate.explain is not supported; use the explain command');
    const pipeline = request.array('pipeline');
    if (pipeline === undefined)
      throw new CommandError(40414, "BSON field 'aggregate.pipeline' is missing but a required field");
    const namespace = request.namespace();
    const source = pipelineSource(store, {
      db: request.db,
      namespace,
      stages: pipeline,
      hint: hintOf(request.raw('hint')),
      variables: parseVariables(request.object('let')),
      budget: new TimeBudget(request.count('maxTimeMS')),
    });
    return cursors.first(source, { namespace, batchSize: batchSizeOf(request), life });
  },
};

export const AGGREGATE_COMMANDS: readonly Command[] = [aggregate];
