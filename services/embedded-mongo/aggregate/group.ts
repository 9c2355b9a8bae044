import { keyOf } from '../bson/key.ts';
import { BSON, detach, ElementCursor, type RawValue } from '../bson/raw.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { CollectingSource, type Source } from '../query/source.ts';
import { Pace } from '../query/pace.ts';
import { ACCUMULATORS, type Accumulator } from './accumulators.ts';
import { compileExpression, type Expression, type Variables } from './expressions.ts';

/** What must be kept in memory may not exceed MongoDB's limit for a $group without disk. */
const MAX_GROUP_BYTES = 100 * 1024 * 1024;
const NULL: RawValue = { type: BSON.null, buf: Buffer.alloc(0), at: 0, end: 0 };

interface GroupSpec {
  readonly id: RawValue;
  readonly accumulators: readonly { readonly name: string; readonly given: RawValue }[];
}

function parseGroup(given: RawValue): GroupSpec {
  if (given.type !== BSON.object) throw new CommandError(15947, "a group's fields must be specified in an object");
  let id: RawValue | undefined;
  const accumulators: { name: string; given: RawValue }[] = [];
  const cursor = new ElementCursor(given.buf, given.at);
  while (cursor.next()) {
    if (cursor.name === '_id') id = cursor.value();
    else accumulators.push({ name: cursor.name, given: cursor.value() });
  }
  if (id === undefined) throw new CommandError(15955, 'a group specification must include an _id');
  return { id, accumulators };
}

/** Accumulators MongoDB has and this server has not. */
const MISSING_ACCUMULATORS = new Set([
  ...['$accumulator', '$bottom', '$bottomN', '$firstN', '$lastN', '$maxN', '$median', '$mergeObjects', '$minN'],
  ...['$percentile', '$stdDevPop', '$stdDevSamp', '$top', '$topN'],
]);

interface Field {
  readonly name: string;
  readonly create: () => Accumulator;
  readonly argument: Expression;
}

function compileField({ name, given }: { name: string; given: RawValue }, variables: Variables): Field {
  if (name.includes('.')) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  const cursor = new ElementCursor(given.buf, given.at);
  if (given.type !== BSON.object || !cursor.next())
    throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  const create = ACCUMULATORS.get(cursor.name);
  if (create === undefined)
    throw new CommandError(
      MISSING_ACCUMULATORS.has(cursor.name) ? 238 : 15952,
      `unknown group operator '${cursor.name}'`,
    );
  const field = { name, create, argument: argumentOf(cursor.name, cursor.value(), variables) };
  if (cursor.next()) throw new CommandError(40238, `The field '${name}' must specify one accumulator`);
  return field;
}

/** `$count` takes `{}`; an accumulator of a list takes the list as one value. */
function argumentOf(name: string, given: RawValue, variables: Variables): Expression {
  const isEmpty = given.type === BSON.object && given.buf.readInt32LE(given.at) === 5;
  if (name === '$count' && !isEmpty) throw new CommandError(2, '$count takes no arguments, i.e. $count:{}');
  return compileExpression(given, variables);
}

/**
 * `$group` over a source: keeps one set of accumulators per distinct _id, not the documents.
 * @throws CommandError 15952 for an unknown accumulator; while running, 292 beyond 100 MB
 */
export function groupStage(given: RawValue | GroupSpec, source: Source, variables: Variables): Source {
  const spec = 'type' in given ? parseGroup(given) : given;
  const id = compileExpression(spec.id, variables);
  const fields = spec.accumulators.map((one) => compileField(one, variables));
  return new CollectingSource(async () => {
    const groups = new Map<string, { id: RawValue; states: Accumulator[] }>();
    let bytes = 0;
    await source.pull((doc) => {
      const value = id(doc) ?? NULL;
      const key = keyOf(value).toString('latin1');
      let group = groups.get(key);
      if (group === undefined) {
        group = { id: detach(value), states: fields.map((field) => field.create()) };
        groups.set(key, group);
        bytes += 2 * key.length + 200;
      }
      for (let i = 0; i < fields.length; i++) bytes += group.states[i]!.add(fields[i]!.argument(doc));
      if (bytes > MAX_GROUP_BYTES)
        throw new CommandError(292, `Exceeded memory limit for $group: ${MAX_GROUP_BYTES} bytes`);
      return true;
    });
    const pace = new Pace();
    const docs: Buffer[] = [];
    for (const group of groups.values()) {
      const writer = new BsonWriter(128).begin().raw('_id', group.id);
      fields.forEach(({ name }, i) => writer.raw(name, group.states[i]!.result()));
      docs.push(writer.end().finish());
      if (pace.due()) await pace.pause();
    }
    return docs;
  });
}
