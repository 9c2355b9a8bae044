import { toDouble } from '../bson/number.ts';
import { BSON, bytesOf, documentValue, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from './filter.ts';
import { parseOperators } from './operators.ts';
import { isTruthy } from './operands.ts';
import { parseFilter, bindTo } from './parse.ts';
import { matches } from './match.ts';
import { pathOf } from './path.ts';

/** What happens to one field: kept, dropped, descended into, or an array cut down. */
type Rule =
  | { readonly kind: 'keep' | 'drop' }
  | { readonly kind: 'inside'; readonly rules: Map<string, Rule> }
  | { readonly kind: 'slice'; readonly skip: number | undefined; readonly limit: number }
  | { readonly kind: 'element'; readonly filter: Filter; readonly name: string }
  | { readonly kind: 'positional' };

/** A projection ready to run; `index` is the array element the filter matched, for `a.$`. */
export type Project = (doc: Buffer, index: number) => Buffer;

export interface Projection {
  readonly apply: Project;
  readonly positional: boolean;
}

interface Shape {
  readonly rules: Map<string, Rule>;
  readonly including: boolean;
}

/**
 * Parses a find projection: inclusion or exclusion, `$slice`, `$elemMatch`, and the positional `a.$`.
 * @throws CommandError 31253, 31254 for a mixture, 31249 for paths that collide, 238 for expressions
 */
export function parseProjection(value: RawValue): Projection | undefined {
  const entries: [string, RawValue][] = [];
  const cursor = new ElementCursor(value.buf, value.at);
  while (cursor.next()) entries.push([cursor.name, cursor.value()]);
  if (entries.length === 0) return undefined;
  const rules = new Map<string, Rule>();
  let including: boolean | undefined;
  let positional = false;
  let idKept = true;
  for (const [name, given] of entries) {
    if (name === '_id' && given.type !== BSON.object) {
      idKept = isTruthy(given);
      continue;
    }
    const rule = ruleOf(name, given);
    const wants =
      rule.kind === 'keep' || rule.kind === 'element' || rule.kind === 'positional'
        ? true
        : rule.kind === 'drop'
          ? false
          : undefined;
    if (wants !== undefined && including !== undefined && wants !== including) throw mixture(name, wants);
    including ??= wants;
    positional ||= rule.kind === 'positional';
    place(rules, name.replace(/\.\$$/, ''), rule);
  }
  including ??= entries.every(([name]) => name === '_id') && idKept;
  if (including && idKept) rules.set('_id', { kind: 'keep' });
  if (!including && !idKept) rules.set('_id', { kind: 'drop' });
  const shape: Shape = { rules, including };
  return { apply: (doc, index) => run(doc, shape, index), positional };
}

function mixture(name: string, wants: boolean): CommandError {
  return wants
    ? new CommandError(31253, `Cannot do inclusion on field ${name} in exclusion projection`)
    : new CommandError(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
}

function ruleOf(name: string, given: RawValue): Rule {
  if (name.endsWith('.$')) return { kind: 'positional' };
  if (name === '' || name.split('.').includes(''))
    throw new CommandError(40352, 'FieldPath cannot be constructed with empty string');
  if (name.startsWith('$') || name.includes('.$'))
    throw new CommandError(16410, `FieldPath field names may not start with '$': ${name}`);
  if (given.type === BSON.bool || isNumber(given.type)) return { kind: isTruthy(given) ? 'keep' : 'drop' };
  if (given.type !== BSON.object)
    throw new CommandError(238, `expressions in a find projection are not supported: ${name}`);
  const cursor = new ElementCursor(given.buf, given.at);
  if (!cursor.next())
    throw new CommandError(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
  if (cursor.name === '$slice') return sliceRule(cursor.value());
  if (cursor.name === '$elemMatch') {
    const filter = bindTo(pathOf('v'), parseOperators(documentValue(Buffer.from(bytesOf(given))), parseFilter));
    return { kind: 'element', filter, name };
  }
  if (cursor.name.startsWith('$'))
    throw new CommandError(238, `expressions in a find projection are not supported: ${cursor.name}`);
  const inner = new Map<string, Rule>();
  do place(inner, cursor.name, ruleOf(cursor.name, cursor.value()));
  while (cursor.next());
  return { kind: 'inside', rules: inner };
}

function sliceRule(value: RawValue): Rule {
  if (isNumber(value.type)) return { kind: 'slice', skip: undefined, limit: Math.trunc(toDouble(value)) };
  const cursor = new ElementCursor(value.buf, value.at);
  const numbers: number[] = [];
  if (value.type === BSON.array) while (cursor.next()) numbers.push(Math.trunc(toDouble(cursor.value())));
  const [skip, limit] = numbers;
  if (numbers.length !== 2 || skip === undefined || limit === undefined || !(limit > 0)) {
    throw new CommandError(28667, 'First argument to $slice must be an array; $slice limit must be positive');
  }
  return { kind: 'slice', skip, limit };
}

function place(rules: Map<string, Rule>, path: string, rule: Rule): void {
  const parts = path.split('.');
  let level = rules;
  for (const part of parts.slice(0, -1)) {
    const inside = level.get(part) ?? { kind: 'inside', rules: new Map<string, Rule>() };
    if (inside.kind !== 'inside') throw new CommandError(31249, `Path collision at ${path} remaining portion ${part}`);
    level.set(part, inside);
    level = inside.rules;
  }
  const name = parts.at(-1)!;
  if (level.has(name)) throw new CommandError(31249, `Path collision at ${path}`);
  level.set(name, rule);
}

function run(doc: Buffer, shape: Shape, index: number): Buffer {
  const writer = new BsonWriter(doc.length + 64).begin();
  fields(writer, documentValue(doc), shape, index);
  return writer.end().finish();
}

function fields(writer: BsonWriter, object: RawValue, { rules, including }: Shape, index: number): void {
  const cursor = new ElementCursor(object.buf, object.at);
  while (cursor.next()) {
    const { name } = cursor;
    const rule = rules.get(name);
    if (rule === undefined ? !including : rule.kind === 'keep') writer.raw(name, cursor.value());
    else if (rule !== undefined && rule.kind !== 'drop') field(writer, name, cursor.value(), rule, including, index);
  }
}

function field(writer: BsonWriter, name: string, value: RawValue, rule: Rule, including: boolean, index: number): void {
  switch (rule.kind) {
    case 'inside':
      return inside(writer, name, value, { rules: rule.rules, including }, index);
    case 'slice':
      return value.type === BSON.array ? slice(writer, name, value, rule) : void writer.raw(name, value);
    case 'element':
      return firstMatch(writer, name, value, rule.filter);
    case 'positional':
      return value.type === BSON.array ? pick(writer, name, value, index) : void writer.raw(name, value);
    case 'keep':
    case 'drop':
  }
}

function inside(writer: BsonWriter, name: string, value: RawValue, shape: Shape, index: number): void {
  if (value.type === BSON.object) {
    writer.begin(BSON.object, name);
    fields(writer, value, shape, index);
    writer.end();
  } else if (value.type === BSON.array) {
    writer.begin(BSON.array, name);
    const cursor = new ElementCursor(value.buf, value.at);
    let at = 0;
    while (cursor.next()) {
      const nested = cursor.type === BSON.object || cursor.type === BSON.array;
      if (nested) inside(writer, String(at++), cursor.value(), shape, index);
      else if (!shape.including) writer.raw(String(at++), cursor.value());
    }
    writer.end();
  } else if (!shape.including) writer.raw(name, value);
}

function arrayOf(value: RawValue): RawValue[] {
  const cursor = new ElementCursor(value.buf, value.at);
  const values: RawValue[] = [];
  while (cursor.next()) values.push(cursor.value());
  return values;
}

function writeArray(writer: BsonWriter, name: string, values: readonly RawValue[]): void {
  writer.begin(BSON.array, name);
  values.forEach((value, i) => writer.raw(String(i), value));
  writer.end();
}

function slice(writer: BsonWriter, name: string, value: RawValue, rule: Extract<Rule, { kind: 'slice' }>): void {
  const all = arrayOf(value);
  if (rule.skip === undefined) {
    return writeArray(writer, name, rule.limit >= 0 ? all.slice(0, rule.limit) : all.slice(rule.limit));
  }
  const from = rule.skip < 0 ? Math.max(0, all.length + rule.skip) : rule.skip;
  return writeArray(writer, name, all.slice(from, from + rule.limit));
}

function firstMatch(writer: BsonWriter, name: string, value: RawValue, filter: Filter): void {
  if (value.type !== BSON.array) return;
  for (const element of arrayOf(value)) {
    const alone = new BsonWriter(64).begin().begin(BSON.array, 'v').raw('0', element).end().end().finish();
    if (matches(filter, alone)) return writeArray(writer, name, [element]);
  }
}

function pick(writer: BsonWriter, name: string, value: RawValue, index: number): void {
  const element = arrayOf(value)[Math.max(index, 0)];
  if (index < 0 || element === undefined) {
    throw new CommandError(
      51246,
      "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
    );
  }
  writeArray(writer, name, [element]);
}
