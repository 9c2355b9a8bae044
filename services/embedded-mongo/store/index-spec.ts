import { toDouble } from '../bson/number.ts';
import { BSON, bytesOf, documentValue, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/operands.ts';
import { parseFilter } from '../query/parse.ts';
import { pathOf } from '../query/path.ts';
import { placesOf } from './comparison.ts';
import { directionOf, type Index, type IndexField } from './secondary-index.ts';

/** Options of MongoDB's index specification that mean nothing here and change nothing. */
const IGNORED = new Set(['v', 'ns', 'background', 'key', 'name']);
const KNOWN = new Set([
  ...[...IGNORED, 'partialFilterExpression', 'unique', 'sparse', 'expireAfterSeconds', 'hidden', 'collation'],
  ...['wildcardProjection', 'weights', 'default_language', 'language_override', 'textIndexVersion'],
  ...['2dsphereIndexVersion', 'bits', 'min', 'max', 'storageEngine', 'prepareUnique', 'clustered'],
]);

/** An index specification without the options MongoDB does not know either (ignoreUnknownIndexOptions). */
export function withoutUnknownOptions(spec: Buffer): Buffer {
  const writer = new BsonWriter(spec.length).begin();
  const cursor = new ElementCursor(spec, 0);
  while (cursor.next()) if (KNOWN.has(cursor.name)) writer.raw(cursor.name, cursor.value());
  return writer.end().finish();
}

/**
 * Reads one entry of createIndexes.
 * @throws CommandError 197 for an option it does not know, 67 for an index it cannot create, 9 for a missing part
 */
export function parseIndexSpec(spec: Buffer, id: number): Index {
  const given = new Map<string, RawValue>();
  const cursor = new ElementCursor(spec, 0);
  while (cursor.next()) given.set(cursor.name, cursor.value());
  const fields = keyFields(given.get('key'));
  const name = given.get('name');
  if (name?.type !== BSON.string) {
    throw new CommandError(9, "The 'name' field is a required property of an index specification");
  }
  let partial: Index['partial'];
  for (const [option, value] of given) {
    if (IGNORED.has(option)) continue;
    if (option === 'partialFilterExpression') partial = partialFilter(value);
    else checkOption(option, value, spec);
  }
  const sparse = isSet(given.get('sparse'));
  if (sparse && partial !== undefined) {
    throw new CommandError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  return {
    id,
    name: name.buf.toString('utf8', name.at + 4, name.end - 1),
    fields,
    unique: isSet(given.get('unique')),
    sparse,
    partial,
    places: placesOf(
      fields.map(({ path }) => path),
      partial?.filter,
    ),
    expireAfterSeconds: expiry(given.get('expireAfterSeconds'), fields),
    spec: normalised(given),
    multikey: false,
    ready: false,
  };
}

function isSet(value: RawValue | undefined): boolean {
  return value !== undefined && isTruthy(value);
}

function checkOption(option: string, value: RawValue, spec: Buffer): void {
  switch (option) {
    case 'unique':
    case 'sparse':
      if (value.type !== BSON.bool && !isNumber(value.type)) {
        throw new CommandError(14, `The field '${option}' has value of the wrong type, expected a boolean`);
      }
      return;
    case 'expireAfterSeconds':
      return;
    case 'hidden':
      if (!isTruthy(value)) return;
      throw new CommandError(238, 'hidden indexes are not supported');
    case 'collation':
      throw new CommandError(238, 'collation is not supported');
    case 'wildcardProjection':
    case 'weights':
    case 'default_language':
    case 'language_override':
    case 'textIndexVersion':
    case '2dsphereIndexVersion':
    case 'bits':
    case 'min':
    case 'max':
    case 'storageEngine':
    case 'prepareUnique':
    case 'clustered':
      throw new CommandError(238, `the index option '${option}' is not supported`);
    default:
      throw new CommandError(
        197,
        `The field '${option}' is not valid for an index specification. Specification: ${spec.length} bytes`,
      );
  }
}

function keyFields(key: RawValue | undefined): IndexField[] {
  if (key?.type !== BSON.object) {
    throw new CommandError(9, "The 'key' field is a required property of an index specification");
  }
  const fields: IndexField[] = [];
  const cursor = new ElementCursor(key.buf, key.at);
  while (cursor.next()) {
    const { name } = cursor;
    const value = cursor.value();
    if (value.type === BSON.string) {
      const kind = value.buf.toString('utf8', value.at + 4, value.end - 1);
      throw new CommandError(67, `Unknown index plugin '${kind}'`);
    }
    const direction = directionOf(value);
    if (direction === undefined)
      throw new CommandError(67, 'Values in v:2 index key pattern cannot be 0 or not a number');
    if (name === '' || name.split('.').includes('')) throw new CommandError(67, 'Index keys cannot be an empty field.');
    if (name.startsWith('$') || name.includes('$**'))
      throw new CommandError(67, `Index key contains an illegal field name: ${name}`);
    if (fields.some(({ path }) => path.text === name))
      throw new CommandError(67, `duplicate field in index key: ${name}`);
    fields.push({ path: pathOf(name), direction });
  }
  if (fields.length === 0) throw new CommandError(67, 'Index keys cannot be empty.');
  if (fields.length > 32) throw new CommandError(13103, 'too many compound keys');
  return fields;
}

function partialFilter(value: RawValue): { raw: Buffer; filter: ReturnType<typeof parseFilter> } {
  if (value.type !== BSON.object) throw new CommandError(14, 'partialFilterExpression must be an object');
  const raw = Buffer.from(bytesOf(value));
  return { raw, filter: parseFilter(raw, 0) };
}

function expiry(value: RawValue | undefined, fields: readonly IndexField[]): number | undefined {
  if (value === undefined) return undefined;
  const seconds = toDouble(value);
  if (!isNumber(value.type) || !(seconds >= 0 && seconds <= 2_147_483_647)) {
    throw new CommandError(67, 'TTL index expireAfterSeconds option must be within 0 and 2147483647');
  }
  if (fields.length > 1)
    throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  return Math.trunc(seconds);
}

/** The specification as listIndexes shows it: version, key, name, then the options. */
function normalised(given: ReadonlyMap<string, RawValue>): Buffer {
  const writer = new BsonWriter(256).begin().int('v', 2);
  for (const name of ['key', 'name']) writer.raw(name, given.get(name)!);
  for (const [option, value] of given) if (!IGNORED.has(option)) writer.raw(option, value);
  return Buffer.from(writer.end().finish());
}

/** The part of a specification that makes two indexes the same but for their name. */
export function specOptions(index: Index): string {
  const parts: string[] = [String(index.unique), String(index.sparse), String(index.expireAfterSeconds ?? '')];
  if (index.partial !== undefined) parts.push(index.partial.raw.toString('latin1'));
  return parts.join('|');
}

/** An index's key pattern as text, such as `a:1,b:-1`. */
export function keyText(fields: readonly IndexField[]): string {
  return fields.map(({ path, direction }) => `${path.text}:${direction}`).join(',');
}

/** The key pattern document of an index, as it was given. */
export function keyPattern(index: Index): RawValue {
  const cursor = new ElementCursor(index.spec, 0);
  while (cursor.next()) if (cursor.name === 'key') return cursor.value();
  return documentValue(index.spec);
}
