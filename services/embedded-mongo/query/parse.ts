import { BSON, ElementCursor, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import { EVERYTHING, type Filter } from './filter.ts';
import { equality, isOperatorObject, parseOperators, type ValueFilter } from './operators.ts';
import { type Path, pathOf, PathWalk } from './path.ts';

/** Where `$expr` finds its evaluator; aggregate/expressions.ts provides it. */
export type ParseExpression = (expression: RawValue) => (doc: Buffer) => boolean;

/**
 * Parses a filter document that starts at `at`. Everything a filter keeps is copied out of `buf`.
 * @throws CommandError 2 (BadValue) for what MongoDB does not know either, and for what is not supported here
 */
export function parseFilter(buf: Buffer, at = 0, parseExpression: ParseExpression = refuseExpression): Filter {
  const parts: Filter[] = [];
  const parse = (inner: Buffer, innerAt: number): Filter => parseFilter(inner, innerAt, parseExpression);
  const cursor = new ElementCursor(buf, at);
  while (cursor.next()) {
    const { name } = cursor;
    const value = cursor.value();
    if (name.startsWith('$')) {
      const part = parseLogical(name, value, parse, parseExpression);
      if (part !== undefined) parts.push(part);
    } else {
      const path = pathOf(name);
      parts.push(bindTo(path, isOperatorObject(value) ? parseOperators(value, parse) : equality(value)));
    }
  }
  if (parts.length === 0) return EVERYTHING;
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

function refuseExpression(): never {
  throw new CommandError(238, '$expr is not allowed here');
}

function parseLogical(
  name: string,
  value: RawValue,
  parse: (buf: Buffer, at: number) => Filter,
  parseExpression: ParseExpression,
): Filter | undefined {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor': {
      const kind = name === '$and' ? 'and' : name === '$or' ? 'or' : 'nor';
      return { kind, parts: clauses(name, value).map((clause) => parse(clause.buf, clause.at)) };
    }
    case '$expr':
      return { kind: 'expression', holds: parseExpression(value) };
    case '$comment':
      return undefined;
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$sampleRate':
    case '$alwaysTrue':
    case '$alwaysFalse':
      throw new CommandError(238, `${name} is not supported`);
    default:
      throw new CommandError(
        2,
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function clauses(name: string, value: RawValue): RawValue[] {
  if (value.type !== BSON.array) throw new CommandError(2, `${name} must be an array`);
  const cursor = new ElementCursor(value.buf, value.at);
  const parts: RawValue[] = [];
  while (cursor.next()) {
    if (cursor.type !== BSON.object) throw new CommandError(2, '$or/$and/$nor entries need to be full objects');
    parts.push(cursor.value());
  }
  if (parts.length === 0) throw new CommandError(2, '$and/$or/$nor must be a nonempty array');
  return parts;
}

/** Binds what is asked of a value to the path the value comes from. */
export function bindTo(path: Path, filter: ValueFilter): Filter {
  switch (filter.kind) {
    case 'all':
      return { kind: 'and', parts: filter.parts.map((part) => bindTo(path, part)) };
    case 'none':
      return { kind: 'not', part: bindTo(path, filter.part) };
    case 'test':
      return {
        kind: 'leaf',
        path,
        predicate: filter.predicate,
        walk: new PathWalk(path, filter.leaves, filter.test),
      };
  }
}
