import { BSON, bytesOf, documentValue, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { Branch } from '../bson/tree.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/operands.ts';
import { parseProjection } from '../query/project.ts';
import { compileExpression, type Expression, NO_VARIABLES, type Variables } from './expressions.ts';

/** Changes one document into another. */
export type Shape = (doc: Buffer) => Buffer;

/** The stages that change each document by itself; undefined for a stage that is none of them. */
export function shapingStage(name: string, given: RawValue, variables = NO_VARIABLES): Shape | undefined {
  switch (name) {
    case '$set':
    case '$addFields':
      return addFields(given, name, variables);
    case '$unset':
      return unset(given);
    case '$project':
      return project(given, variables);
    case '$replaceWith':
      return replaceWith(compileExpression(given, variables));
    case '$replaceRoot': {
      const cursor = new ElementCursor(given.buf, given.at);
      if (given.type !== BSON.object || !cursor.next() || cursor.name !== 'newRoot')
        throw new CommandError(40231, 'no newRoot specified for the $replaceRoot stage');
      return replaceWith(compileExpression(cursor.value(), variables));
    }
    default:
      return undefined;
  }
}

/** A computed field by its path: an expression, or fields inside. */
type Computed = { readonly expression: Expression } | { readonly inside: ReadonlyMap<string, Computed> };

function computedFields(given: RawValue, variables: Variables): Map<string, Computed> {
  const fields = new Map<string, Computed>();
  const cursor = new ElementCursor(given.buf, given.at);
  while (cursor.next()) {
    const parts = cursor.name.split('.');
    if (parts.some((part) => part === '' || part.startsWith('$')))
      throw new CommandError(16410, `FieldPath field names may not be empty or start with '$': ${cursor.name}`);
    let level = fields;
    for (const part of parts.slice(0, -1)) {
      const next = level.get(part) ?? { inside: new Map<string, Computed>() };
      if (!('inside' in next))
        throw new CommandError(40176, `specification contains two conflicting paths: ${cursor.name}`);
      level.set(part, next);
      level = next.inside as Map<string, Computed>;
    }
    const name = parts.at(-1)!;
    if (level.has(name)) throw new CommandError(40176, `specification contains two conflicting paths: ${cursor.name}`);
    level.set(
      name,
      isNestedFields(cursor.value())
        ? { inside: computedFields(cursor.value(), variables) }
        : { expression: compileExpression(cursor.value(), variables) },
    );
  }
  return fields;
}

/** `{ a: { b: <expression> } }` sets a field inside a; `{ a: { $add: … } }` is an expression. */
function isNestedFields(value: RawValue): boolean {
  if (value.type !== BSON.object) return false;
  const cursor = new ElementCursor(value.buf, value.at);
  return cursor.next() && !cursor.name.startsWith('$');
}

function addFields(given: RawValue, name: string, variables: Variables): Shape {
  if (given.type !== BSON.object) throw new CommandError(40272, `${name} specification stage must be an object`);
  const fields = computedFields(given, variables);
  return (doc) => {
    const root = Branch.open(documentValue(doc));
    compute(root, fields, doc);
    return root.toBytes(doc.length + 256);
  };
}

function compute(branch: Branch, fields: ReadonlyMap<string, Computed>, doc: Buffer): void {
  for (const [name, field] of fields) {
    if ('expression' in field) {
      const value = field.expression(doc);
      if (value === undefined) branch.remove(name);
      else branch.set(name, value);
      continue;
    }
    const node = branch.get(name);
    if (node?.type === BSON.array) {
      const array = branch.openAt(branch.indexOf(name));
      array.nodes.forEach((element, i) => {
        if (element.type !== BSON.object) array.nodes[i] = new Branch(BSON.object);
        compute(array.openAt(i), field.inside, doc);
      });
      continue;
    }
    if (node?.type !== BSON.object) branch.set(name, new Branch(BSON.object));
    compute(branch.openAt(branch.indexOf(name)), field.inside, doc);
  }
}

function unset(given: RawValue): Shape {
  const names: string[] = [];
  if (given.type === BSON.string) names.push(textOf(given));
  else if (given.type === BSON.array) {
    const cursor = new ElementCursor(given.buf, given.at);
    while (cursor.next()) {
      if (cursor.type !== BSON.string)
        throw new CommandError(31120, '$unset specification must be a string or an array of strings');
      names.push(textOf(cursor.value()));
    }
  }
  if (names.length === 0)
    throw new CommandError(31119, '$unset specification must be a string or an array with at least one field');
  const writer = new BsonWriter().begin();
  for (const name of names) writer.int(name, 0);
  const projection = parseProjection(documentValue(writer.end().finish()))!;
  return (doc) => projection.apply(doc, -1);
}

/** `$project`: inclusion or exclusion, and computed fields on top of an inclusion. */
function project(given: RawValue, variables: Variables): Shape {
  if (given.type !== BSON.object) throw new CommandError(15969, '$project specification must be an object');
  const plain = new BsonWriter(256).begin();
  const computed = new BsonWriter(256).begin();
  let [plainFields, computedCount] = [0, 0];
  const cursor = new ElementCursor(given.buf, given.at);
  let idSaid = false;
  while (cursor.next()) {
    const value = cursor.value();
    if (cursor.name === '_id') idSaid = true;
    if (value.type === BSON.bool || isNumber(value.type)) {
      plain.raw(cursor.name, value);
      if (!isTruthy(value) && cursor.name !== '_id') plainFields = -Infinity;
      plainFields++;
    } else {
      computed.raw(cursor.name, value);
      computedCount++;
    }
  }
  if (plainFields === 0 && computedCount === 0)
    throw new CommandError(
      51272,
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  const kept = documentValue(Buffer.from(plain.end().finish()));
  if (computedCount === 0) {
    const projection = parseProjection(kept)!;
    return (doc) => projection.apply(doc, -1);
  }
  if (plainFields < 0)
    throw new CommandError(
      31254,
      'Invalid $project :: caused by :: Cannot do exclusion on a field together with computed fields',
    );
  // Without a plain field only _id is kept below the computed ones.
  const base =
    idSaid && plainFields === 0 ? undefined : parseProjection(plainFields === 0 ? ONLY_ID : withMarker(kept));
  const fields = computedFields(documentValue(Buffer.from(computed.end().finish())), variables);
  return (doc) => {
    const root = base === undefined ? new Branch(BSON.object) : Branch.open(documentValue(base.apply(doc, -1)));
    compute(root, fields, doc);
    return root.toBytes(doc.length + 256);
  };
}

const ONLY_ID = documentValue(new BsonWriter().begin().int('_id', 1).end().finish());

/** A projection of `{ _id: 0 }` alone would exclude; beside computed fields it includes nothing. */
function withMarker(projection: RawValue): RawValue {
  const writer = new BsonWriter(64).begin().int('\u0001nothing', 1);
  const cursor = new ElementCursor(bytesOf(projection), 0);
  while (cursor.next()) writer.raw(cursor.name, cursor.value());
  return documentValue(writer.end().finish());
}

function replaceWith(expression: Expression): Shape {
  return (doc) => {
    const value = expression(doc);
    if (value?.type !== BSON.object) throw new CommandError(40228, "'newRoot' expression must evaluate to an object");
    return Buffer.from(bytesOf(value));
  };
}

function textOf(value: RawValue): string {
  return value.buf.toString('utf8', value.at + 4, value.end - 1);
}
