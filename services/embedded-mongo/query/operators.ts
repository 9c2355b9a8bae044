import { keyOf } from '../bson/key.ts';
import { toDouble, truncated } from '../bson/number.ts';
import { BSON, detach, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { stringOf } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { bitsTest } from './bits.ts';
import type { Filter, Predicate, RangeOperator } from './filter.ts';
import { matches } from './match.ts';
import { type Leaves, type MatchTrace, type ValueTest } from './path.ts';
import { equalTest, memberTest, modTest, patternTest, rangeTest, sizeTest, typeTest } from './predicates.ts';
import { compilePattern, literalPrefix } from './regex.ts';
import { typesNamed } from './types.ts';
import { arrayOperand, countElements, findOption, hasField, isTruthy, regexParts, sizeOperand } from './operands.ts';

/** What the operators of one field ask of its value, before it is known where the value comes from. */
export type ValueFilter =
  | { readonly kind: 'all'; readonly parts: readonly ValueFilter[] }
  | { readonly kind: 'none'; readonly part: ValueFilter }
  | { readonly kind: 'test'; readonly leaves: Leaves; readonly test: ValueTest; readonly predicate: Predicate };

export type ParseFilter = (buf: Buffer, at: number) => Filter;

const OTHER: Predicate = { op: 'other' };

/** Whether the value is an object of operators: its first field starts with `$` and is not part of a DBRef. */
export function isOperatorObject(value: RawValue): boolean {
  if (value.type !== BSON.object) return false;
  const cursor = new ElementCursor(value.buf, value.at);
  if (!cursor.next()) return false;
  const { name } = cursor;
  return name.startsWith('$') && name !== '$ref' && name !== '$id' && name !== '$db';
}

/** Equality with any value; a regular expression matches strings. */
export function equality(given: RawValue): ValueFilter {
  if (given.type === BSON.regex) return pattern(given, undefined);
  return exactly(given);
}

function exactly(given: RawValue): ValueFilter {
  const operand = detach(given);
  const key = keyOf(operand);
  return { kind: 'test', leaves: 'both', test: equalTest(operand, key), predicate: { op: '$eq', operand, key } };
}

/** Parses `{ $gt: 1, $lt: 5 }`. @throws CommandError 2 (BadValue) for an operator it does not know */
export function parseOperators(value: RawValue, parseFilter: ParseFilter): ValueFilter {
  const parts: ValueFilter[] = [];
  const cursor = new ElementCursor(value.buf, value.at);
  while (cursor.next()) {
    const { name } = cursor;
    if (name === '$options') {
      if (!hasField(value, '$regex')) throw new CommandError(2, '$options needs a $regex');
      continue;
    }
    parts.push(parseOperator(name, cursor.value(), value, parseFilter));
  }
  return parts.length === 1 ? parts[0]! : { kind: 'all', parts };
}

function parseOperator(name: string, operand: RawValue, around: RawValue, parseFilter: ParseFilter): ValueFilter {
  switch (name) {
    case '$eq':
      return exactly(refuseRegex(operand, name, true));
    case '$ne':
      return { kind: 'none', part: exactly(refuseRegex(operand, name, false)) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(name, refuseRegex(operand, name, false));
    case '$in':
      return membership(operand, name);
    case '$nin':
      return { kind: 'none', part: membership(operand, name) };
    case '$not':
      return { kind: 'none', part: negated(operand, parseFilter) };
    case '$exists':
      return existence(isTruthy(operand));
    case '$type':
      return test('both', typeTest(typesNamed(operand)));
    case '$size':
      return test('whole', sizeTest(sizeOperand(operand), countElements));
    case '$mod':
      return modulo(operand);
    case '$regex':
      return pattern(operand, findOption(around));
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return test('both', bitsTest(name, operand));
    case '$all':
      return everyMember(operand, parseFilter);
    case '$elemMatch':
      return elementMatch(operand, parseFilter);
    default:
      if (/^\$(geo|near)/.test(name)) throw new CommandError(238, `${name} is not supported`);
      throw new CommandError(2, `unknown operator: ${name}`);
  }
}

function test(leaves: Leaves, valueTest: ValueTest, predicate: Predicate = OTHER): ValueFilter {
  return { kind: 'test', leaves, test: valueTest, predicate };
}

function refuseRegex(operand: RawValue, name: string, allowed: boolean): RawValue {
  if (operand.type === BSON.regex && !allowed) throw new CommandError(2, `Can't have regex as arg to ${name}.`);
  return operand;
}

function range(op: RangeOperator, given: RawValue): ValueFilter {
  const operand = detach(given);
  const key = keyOf(operand);
  return test('both', rangeTest(op, operand, key), { op, operand, key });
}

function membership(operand: RawValue, name: string): ValueFilter {
  const plain: { operand: RawValue; key: Buffer }[] = [];
  const patterns: ValueTest[] = [];
  for (const given of arrayOperand(operand, name)) {
    if (isOperatorObject(given)) throw new CommandError(2, `cannot nest $ under ${name}`);
    if (given.type === BSON.regex) patterns.push(regexTest(given, undefined).test);
    else {
      const member = detach(given);
      plain.push({ operand: member, key: keyOf(member) });
    }
  }
  const isMember = memberTest(plain);
  const anyOf: ValueTest = (value, trace) =>
    isMember(value, trace) || patterns.some((matched) => matched(value, trace));
  return test('both', anyOf, { op: '$in', members: plain, patterns: patterns.length > 0 });
}

function negated(operand: RawValue, parseFilter: ParseFilter): ValueFilter {
  if (operand.type === BSON.regex) return pattern(operand, undefined);
  if (operand.type !== BSON.object) throw new CommandError(2, '$not needs a regex or a document');
  const cursor = new ElementCursor(operand.buf, operand.at);
  if (!cursor.next()) throw new CommandError(2, '$not cannot be empty');
  if (!cursor.name.startsWith('$')) throw new CommandError(2, `unknown operator: ${cursor.name}`);
  return parseOperators(operand, parseFilter);
}

function existence(wanted: boolean): ValueFilter {
  const exists = test('whole', (value) => value !== undefined, { op: '$exists' });
  return wanted ? exists : { kind: 'none', part: exists };
}

function modulo(operand: RawValue): ValueFilter {
  const numbers = operand.type === BSON.array ? arrayOperand(operand, '$mod') : [];
  if (operand.type !== BSON.array) throw new CommandError(2, 'malformed mod, needs to be an array');
  if (numbers.length < 2) throw new CommandError(2, 'malformed mod, not enough elements');
  if (numbers.length > 2) throw new CommandError(2, 'malformed mod, too many elements');
  const [divisor, remainder] = numbers.map((number, i) => {
    if (!isNumber(number.type))
      throw new CommandError(2, `malformed mod, ${i === 0 ? 'divisor' : 'remainder'} not a number`);
    const double = toDouble(number);
    if (!Number.isFinite(double))
      throw new CommandError(2, 'malformed mod, value cannot be represented as a 64-bit integer');
    return truncated(number) ?? BigInt(Math.trunc(double));
  });
  if (divisor === 0n) throw new CommandError(2, 'divisor cannot be 0');
  return test('both', modTest(divisor!, remainder!));
}

function regexTest(operand: RawValue, options: RawValue | undefined): { test: ValueTest; prefix: string | undefined } {
  const { source, flags } = regexParts(operand);
  let given = flags;
  if (options !== undefined) {
    if (options.type !== BSON.string) throw new CommandError(2, '$options has to be a string');
    if (flags !== '') throw new CommandError(51075, 'options set in both $regex and $options');
    given = stringOf(options);
  }
  const sorted = [...given].sort().join('');
  return { test: patternTest(compilePattern(source, given), source, sorted), prefix: literalPrefix(source, given) };
}

function pattern(operand: RawValue, options: RawValue | undefined): ValueFilter {
  const { test: matched, prefix } = regexTest(operand, options);
  return test('both', matched, { op: '$regex', prefix });
}

function everyMember(operand: RawValue, parseFilter: ParseFilter): ValueFilter {
  const members = arrayOperand(operand, '$all');
  if (members.length === 0) return test('both', () => false);
  const nested = members.map((member) => isOperatorObject(member));
  if (!nested.includes(true)) return { kind: 'all', parts: members.map((member) => equality(member)) };
  return {
    kind: 'all',
    parts: members.map((member) => {
      const cursor = new ElementCursor(member.buf, member.at);
      if (member.type !== BSON.object || !cursor.next() || cursor.name !== '$elemMatch') {
        throw new CommandError(2, '$all/$elemMatch has to be consistent');
      }
      return elementMatch(cursor.value(), parseFilter);
    }),
  };
}

function elementMatch(operand: RawValue, parseFilter: ParseFilter): ValueFilter {
  if (operand.type !== BSON.object) throw new CommandError(2, '$elemMatch needs an Object');
  const bytes = detach(operand);
  const cursor = new ElementCursor(bytes.buf, bytes.at);
  const onValues =
    isOperatorObject(bytes) && cursor.next() && !['$and', '$or', '$nor', '$where', '$expr'].includes(cursor.name);
  if (onValues) {
    const inner = parseOperators(bytes, parseFilter);
    return test(
      'whole',
      anyElement((element, trace) => passes(inner, element, trace)),
    );
  }
  const inner = parseFilter(bytes.buf, bytes.at);
  return test(
    'whole',
    anyElement(
      ({ type, buf, at }) => (type === BSON.object || type === BSON.array) && matches(inner, buf, at, { index: -1 }),
    ),
  );
}

function anyElement(holds: (element: RawValue, trace: MatchTrace) => boolean): ValueTest {
  return (value, trace) => {
    if (value === undefined || value.type !== BSON.array) return false;
    const cursor = new ElementCursor(value.buf, value.at);
    for (let index = 0; cursor.next(); index++) {
      if (!holds(cursor.value(), trace)) continue;
      trace.index = index;
      return true;
    }
    return false;
  };
}

/** Whether one value, taken by itself, passes ($elemMatch, $pull). */
export function passes(filter: ValueFilter, value: RawValue | undefined, trace: MatchTrace = { index: -1 }): boolean {
  if (filter.kind === 'test') return filter.test(value, trace);
  if (filter.kind === 'none') return !passes(filter.part, value, trace);
  return filter.parts.every((part) => passes(part, value, trace));
}
