import { BSON, bytesOf, documentValue, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { toDouble } from '../bson/number.ts';
import { stringOf } from '../bson/value.ts';
import { fromObject } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { matches } from '../query/match.ts';
import { isOperatorObject } from '../query/operators.ts';
import { parseFilter } from '../query/parse.ts';
import { parseSort } from '../query/sort.ts';
import { CollectingSource, MapSource, type Source, sorted, WindowSource } from '../query/source.ts';
import { parseExpression, type Variables } from './expressions.ts';
import { facetStage } from './facet.ts';
import { groupStage } from './group.ts';
import { type Foreign, lookupStage } from './lookup.ts';
import { shapingStage } from './shape.ts';
import { unwindStage } from './unwind.ts';

/** One stage: its name and what it was given. */
export interface StageSpec {
  readonly name: string;
  readonly given: RawValue;
}

/** What stages may need from around the pipeline. */
export interface Surroundings {
  readonly variables: Variables;
  readonly foreign: Foreign;
}

/** MongoDB's stages that this server knows of and does not have. */
const REFUSED = new Set([
  ...['$bucket', '$bucketAuto', '$changeStream', '$collStats', '$currentOp', '$densify', '$documents', '$fill'],
  ...['$geoNear', '$graphLookup', '$indexStats', '$listSessions', '$merge', '$out', '$planCacheStats', '$redact'],
  ...['$sample', '$search', '$setWindowFields', '$unionWith', '$listLocalSessions', '$sharedDataDistribution'],
  ...['$listSampledQueries', '$listClusterCatalog', '$queryStats', '$searchMeta', '$vectorSearch', '$rankFusion'],
]);

/** Splits a pipeline into stages. @throws CommandError 40323, 14 for what is no stage */
export function stagesOf(pipeline: readonly RawValue[]): StageSpec[] {
  return pipeline.map((stage) => {
    if (stage.type !== BSON.object)
      throw new CommandError(14, "Each element of the 'pipeline' array must be an object");
    const own = Buffer.from(bytesOf(stage));
    const cursor = new ElementCursor(own, 0);
    if (!cursor.next())
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    const spec = { name: cursor.name, given: cursor.value() };
    if (cursor.next())
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    return spec;
  });
}

/** Puts stages behind a source, one after another. A $sort directly before a $limit keeps only so many. */
export function behind(stages: readonly StageSpec[], source: Source, around: Surroundings): Source {
  return stages.reduce((before, spec, i) => {
    const after = stages[i + 1];
    const limit = spec.name === '$sort' && after?.name === '$limit' ? windowOf('$limit', after.given, 1) : 0;
    return stage(spec, before, around, limit);
  }, source);
}

/** The stages of one facet. @throws CommandError 40600 for those that may not stand there */
function facetStages(pipeline: readonly RawValue[]): StageSpec[] {
  const stages = stagesOf(pipeline);
  const wrong = stages.find(({ name }) => OUTSIDE_FACETS.has(name));
  if (wrong !== undefined)
    throw new CommandError(40600, `${wrong.name} is not allowed to be used within a $facet stage`);
  return stages;
}

const OUTSIDE_FACETS = new Set([
  ...['$facet', '$out', '$merge', '$geoNear', '$collStats', '$indexStats', '$planCacheStats', '$changeStream'],
  ...['$currentOp', '$listSessions', '$listLocalSessions'],
]);

/** Puts a stage behind a source. @throws CommandError 40324 for an unknown stage, 238 for one that is not supported */
function stage({ name, given }: StageSpec, source: Source, around: Surroundings, limit: number): Source {
  const { variables } = around;
  const shape = shapingStage(name, given, variables);
  if (shape !== undefined) return new MapSource(source, shape);
  switch (name) {
    case '$match': {
      if (given.type !== BSON.object)
        throw new CommandError(15959, 'the match filter must be an expression in an object');
      const filter = parseFilter(given.buf, given.at, (expression) => parseExpression(expression, variables));
      return new MapSource(source, (doc) => (matches(filter, doc) ? doc : undefined));
    }
    case '$sort': {
      const order = parseSort(given);
      if (order.length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key');
      return sorted(source, order, limit);
    }
    case '$skip':
      return new WindowSource(source, windowOf(name, given, 0), 0);
    case '$limit':
      return new WindowSource(source, 0, windowOf(name, given, 1));
    case '$group':
      return groupStage(given, source, variables);
    case '$lookup':
      return lookupStage(given, source, around.foreign);
    case '$facet':
      return facetStage(given, source, (pipeline, own) => behind(facetStages(pipeline), own, around));
    case '$sortByCount':
      return sortByCount(given, source, variables);
    case '$count':
      return countStage(given, source);
    case '$unwind':
      return unwindStage(given, source);
    default:
      if (REFUSED.has(name)) throw new CommandError(238, `The pipeline stage ${name} is not supported`);
      throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

/** The number a $skip or $limit was given. @throws CommandError 5107200, 15958 */
export function windowOf(name: string, given: RawValue, least: number): number {
  const value = toDouble(given);
  if (!isNumber(given.type) || !Number.isInteger(value) || value < 0) {
    throw new CommandError(
      name === '$skip' ? 5107200 : 5107201,
      `invalid argument to ${name} stage: Expected a non-negative number`,
    );
  }
  if (value < least) throw new CommandError(15958, 'the limit must be positive');
  return value;
}

function countStage(given: RawValue, source: Source): Source {
  const name = given.type === BSON.string ? given.buf.toString('utf8', given.at + 4, given.end - 1) : '';
  if (name === '') throw new CommandError(40156, 'the count field must be a non-empty string');
  if (name.startsWith('$')) throw new CommandError(40158, 'the count field cannot be a $-prefixed path');
  if (name.includes('.')) throw new CommandError(40160, "the count field cannot contain '.'");
  return new CollectingSource(async () => {
    let count = 0;
    await source.pull(() => {
      count++;
      return true;
    });
    return count === 0 ? [] : [fromObject({ [name]: count })];
  });
}

function sortByCount(given: RawValue, source: Source, variables: Variables): Source {
  if (
    given.type === BSON.object
      ? !isOperatorObject(given)
      : given.type !== BSON.string || !stringOf(given).startsWith('$')
  )
    throw new CommandError(
      40149,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  const group = fromObject({ _id: null, count: { $sum: 1 } });
  const cursor = new ElementCursor(group, 0);
  cursor.next();
  cursor.next();
  const grouped = groupStage(
    { id: given, accumulators: [{ name: 'count', given: cursor.value() }] },
    source,
    variables,
  );
  return sorted(grouped, parseSort(documentValue(fromObject({ count: -1 }))), 0);
}
