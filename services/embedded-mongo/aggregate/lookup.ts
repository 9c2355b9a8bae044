import { BSON, documentValue, findField, type RawValue } from '../bson/raw.ts';
import { elementsOf, entriesOf, stringOf } from '../bson/value.ts';
import { Branch } from '../bson/tree.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { Pace } from '../query/pace.ts';
import type { Source } from '../query/source.ts';
import { kindOf, NULL, rawArray } from './expression/scope.ts';

/** The documents of another collection of the same database that match a filter. */
export type Foreign = (collection: string, filter: RawValue) => Source;

interface Lookup {
  readonly from: string;
  readonly local: readonly Buffer[];
  readonly foreignField: string;
  readonly as: readonly string[];
}

/** Parses the equality form of `$lookup`. @throws CommandError 9 for what is none, 238 for the forms with a pipeline */
function parseLookup(given: RawValue): Lookup {
  if (given.type !== BSON.object)
    throw new CommandError(9, `the $lookup specification must be an Object, but found ${kindOf(given)}`);
  const texts = new Map<string, string>();
  for (const [name, value] of entriesOf(given)) {
    if (name === 'let' || name === 'pipeline') throw new CommandError(238, `$lookup with ${name} is not supported`);
    if (!['from', 'localField', 'foreignField', 'as'].includes(name))
      throw new CommandError(9, `unknown argument to $lookup: ${name}`);
    if (value.type !== BSON.string)
      throw new CommandError(9, `$lookup argument '${name}' must be a string, found ${kindOf(value)}`);
    texts.set(name, stringOf(value));
  }
  const text = (name: string): string => {
    const found = texts.get(name);
    if (found === undefined) throw new CommandError(9, `must specify '${name}' field for a $lookup`);
    if (name === 'from' ? found !== '' : found.split('.').every((part) => part !== '' && !part.startsWith('$')))
      return found;
    throw new CommandError(found.startsWith('$') ? 16410 : 15998, `invalid ${name} of $lookup: '${found}'`);
  };
  return {
    from: text('from'),
    local: text('localField')
      .split('.')
      .map((part) => Buffer.from(part)),
    foreignField: text('foreignField'),
    as: text('as').split('.'),
  };
}

/**
 * The values a document joins by: arrays on the way and at the end are entered; nothing at all joins like null.
 * Source: MongoDB src/mongo/db/pipeline/document_source_lookup.cpp and document_path_support.cpp.
 */
function localValues(doc: Buffer, path: readonly Buffer[]): RawValue[] {
  const values: RawValue[] = [];
  visit(documentValue(doc), path, 0, values);
  return values.length === 0 ? [NULL] : values;
}

function visit(value: RawValue, path: readonly Buffer[], i: number, values: RawValue[]): void {
  if (i === path.length) {
    if (value.type === BSON.array) values.push(...elementsOf(value));
    else values.push(value);
  } else if (value.type === BSON.object) {
    const next = findField(value.buf, value.at, path[i]!);
    if (next !== undefined) visit(next, path, i + 1, values);
  } else if (value.type === BSON.array) {
    const index = /^(0|[1-9]\d*)$/.test(path[i]!.toString()) ? Number(path[i]!) : -1;
    const elements = elementsOf(value);
    for (const element of elements) if (element.type === BSON.object) visit(element, path, i, values);
    const placed = elements[index];
    if (placed !== undefined) visit(placed, path, i + 1, values);
  }
}

/** `{ field: { $in: values } }`; a regular expression joins with itself, not with what it would match. */
function filterFor(field: string, values: readonly RawValue[]): RawValue {
  const writer = new BsonWriter(256).begin();
  if (values.every(({ type }) => type !== BSON.regex)) {
    writer.begin(BSON.object, field).raw('$in', rawArray(values)).end();
  } else {
    writer.begin(BSON.array, '$or');
    values.forEach((value, i) =>
      writer.begin(BSON.object, String(i)).begin(BSON.object, field).raw('$eq', value).end().end(),
    );
    writer.end();
  }
  return documentValue(writer.end().finish());
}

const MAX_JOINED_BYTES = 100 * 1024 * 1024;
/** Documents taken from the source before their partners are looked for. */
const BATCH = 16;

/** `$lookup` over a source. @throws while running CommandError 4568 when one document has too many partners */
export function lookupStage(given: RawValue, source: Source, foreign: Foreign): Source {
  const lookup = parseLookup(given);
  const ready: Buffer[] = [];
  const pace = new Pace();
  let over = false;
  return {
    async pull(show) {
      for (;;) {
        while (ready.length > 0) if (!show(ready.shift()!)) return over && ready.length === 0;
        if (over) return true;
        const batch: Buffer[] = [];
        over = await source.pull((doc) => {
          batch.push(doc);
          return batch.length < BATCH;
        });
        for (const doc of batch) {
          ready.push(await joined(doc, lookup, foreign));
          // Each search is short and gives no one else a turn.
          if (pace.late()) await pace.pause();
        }
      }
    },
  };
}

async function joined(doc: Buffer, { from, local, foreignField, as }: Lookup, foreign: Foreign): Promise<Buffer> {
  const partners: RawValue[] = [];
  let bytes = 0;
  await foreign(from, filterFor(foreignField, localValues(doc, local))).pull((partner) => {
    bytes += partner.length;
    if (bytes > MAX_JOINED_BYTES)
      throw new CommandError(
        4568,
        `Total size of documents in ${from} matching $lookup exceeds ${MAX_JOINED_BYTES} bytes`,
      );
    partners.push(documentValue(partner));
    return true;
  });
  const root = Branch.open(documentValue(doc));
  let branch = root;
  for (const name of as.slice(0, -1)) {
    if (branch.get(name)?.type !== BSON.object) branch.set(name, new Branch(BSON.object));
    branch = branch.openAt(branch.indexOf(name));
  }
  branch.set(as.at(-1)!, rawArray(partners));
  return root.toBytes(doc.length + bytes + 256);
}
