import { BSON, bytesOf, documentValue, ElementCursor, type RawValue } from '../bson/raw.ts';
import { Branch } from '../bson/tree.ts';
import { NO_VARIABLES, type Variables } from '../aggregate/expressions.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { parseFilter } from '../query/parse.ts';
import { typeName } from '../query/types.ts';
import { idOf } from '../store/documents.ts';
import { ARRAY_OPERATORS } from './arrays.ts';
import { DynamicPaths } from './dynamic.ts';
import { type Change, FIELD_OPERATORS } from './fields.ts';
import type { UpdateContext } from './path.ts';
import { keepId, withId } from './identity.ts';
import { parsePipeline } from './pipeline.ts';

/** A parsed update, ready to be applied to any number of documents. */
export interface Update {
  readonly kind: 'replacement' | 'operators' | 'pipeline';
  /** Whether it needs to know which array element the query matched. */
  readonly positional: boolean;
  /** The changed document. @throws CommandError when the document does not allow it; 66 when _id would change */
  readonly apply: (doc: Buffer, where: { index: number; inserting: boolean }) => Buffer;
}

/**
 * Parses the `u` of an update: a replacement, operators, or a pipeline.
 * @throws CommandError 9 for an unknown operator, 40 for paths in conflict, and each operator's own
 */
export function parseUpdate(
  given: RawValue,
  arrayFilters: readonly RawValue[] | undefined,
  variables: Variables = NO_VARIABLES,
): Update {
  if (given.type === BSON.array) {
    if (arrayFilters !== undefined)
      throw new CommandError(9, 'arrayFilters may not be specified for pipeline-style updates');
    return parsePipeline(given, variables);
  }
  if (given.type !== BSON.object) throw new CommandError(9, 'Update argument must be either an object or an array');
  const own = documentValue(Buffer.from(bytesOf(given)));
  const cursor = new ElementCursor(own.buf, 0);
  if (cursor.next() && cursor.name.startsWith('$')) return parseOperators(own.buf, arrayFilters);
  if (arrayFilters !== undefined && arrayFilters.length > 0)
    throw new CommandError(9, 'arrayFilters may not be specified for replacement-style updates');
  return replacement(own.buf);
}

function replacement(doc: Buffer): Update {
  const cursor = new ElementCursor(doc, 0);
  while (cursor.next()) {
    const { name } = cursor;
    if (name.startsWith('$')) {
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
      );
    }
  }
  return {
    kind: 'replacement',
    positional: false,
    apply: (previous) => keepId(previous, withId(doc, idOf(doc) ?? idOf(previous))),
  };
}

function parseOperators(update: Buffer, arrayFilters: readonly RawValue[] | undefined): Update {
  const changes: Change[] = [];
  const cursor = new ElementCursor(update, 0);
  while (cursor.next()) {
    const { name } = cursor;
    const make = FIELD_OPERATORS.get(name) ?? ARRAY_OPERATORS.get(name);
    if (make === undefined) {
      throw new CommandError(
        9,
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (cursor.type !== BSON.object) {
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found type ${typeName(cursor.type)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`,
      );
    }
    const fields = new ElementCursor(update, cursor.at);
    while (fields.next()) changes.push(make(fields.name, fields.value()));
  }
  refuseConflicts(changes);
  const inOrder = inOrderOfNames(changes);
  const dynamic = changes.some(({ path }) => path.includes('.$'));
  const filters = parseArrayFilters(arrayFilters ?? [], changes);
  return {
    kind: 'operators',
    positional: changes.some(({ path }) => path.includes('$') && path.split('.').includes('$')),
    apply: (doc, where) => {
      const root = Branch.open(documentValue(doc));
      const context: UpdateContext = { ...where, dynamic: dynamic ? new DynamicPaths(filters) : undefined };
      for (const change of inOrder) change.apply(root, context);
      return keepId(doc, root.toBytes(doc.length + 256));
    },
  };
}

function refuseConflicts(changes: readonly Change[]): void {
  const paths = changes.flatMap(({ path, also }) => (also === undefined ? [path] : [path, also]));
  if (!mayConflict(paths)) return;
  const seen = new Set<string>();
  // By the start of a path: whether what follows it are all elements of an array (`$[]`), or names.
  const elements = new Map<string, boolean>();
  for (const path of paths.sort()) {
    const parts = path.split('.');
    for (let length = 1; length <= parts.length; length++) {
      const start = parts.slice(0, length).join('.');
      const follows = parts[length]?.startsWith('$[');
      if (seen.has(start) || (follows !== undefined && elements.get(start) === !follows))
        throw new CommandError(40, `Updating the path '${path}' would create a conflict at '${start}'`);
      if (follows !== undefined) elements.set(start, follows);
    }
    seen.add(path);
  }
}

/** Whether it has to be looked at closely: not where no path is another one or begins with one, which is nearly always. */
function mayConflict(paths: readonly string[]): boolean {
  const all = new Set(paths);
  if (all.size < paths.length) return true;
  return paths.some((path) => {
    if (path.includes('$[')) return true;
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1))
      if (all.has(path.slice(0, dot))) return true;
    return false;
  });
}

/** MongoDB visits paths in order of their names, which decides where new fields go. */
function inOrderOfNames(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ change, parts: change.path.split('.') }))
    .sort((left, right) => compareParts(left.parts, right.parts))
    .map(({ change }) => change);
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    const numeric = /^\d+$/.test(x) && /^\d+$/.test(y);
    if (numeric && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** @throws CommandError 9 for a filter that names no or several elements, or that no path uses */
function parseArrayFilters(given: readonly RawValue[], changes: readonly Change[]): Map<string, Filter> {
  const filters = new Map<string, Filter>();
  for (const value of given) {
    if (value.type !== BSON.object) throw new CommandError(14, 'arrayFilters must hold documents');
    const own = documentValue(Buffer.from(bytesOf(value)));
    const identifiers = new Set(identifiersIn(own));
    if (identifiers.size !== 1)
      throw new CommandError(9, 'Error parsing array filter :: caused by :: Expected a single top-level field name');
    const [identifier] = [...identifiers];
    if (!/^[a-z][A-Za-z0-9]*$/.test(identifier!))
      throw new CommandError(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier!}'`,
      );
    if (filters.has(identifier!))
      throw new CommandError(9, `Found multiple array filters with the same top-level field name ${identifier!}`);
    filters.set(identifier!, parseFilter(own.buf, 0));
  }
  if (given.length === 0 && !changes.some(({ path }) => path.includes('$['))) return filters;
  const used = new Set(
    changes
      .flatMap(({ path }) => path.split('.'))
      .filter((part) => part.startsWith('$['))
      .map((part) => part.slice(2, -1)),
  );
  for (const identifier of used) {
    if (identifier !== '' && !filters.has(identifier))
      throw new CommandError(2, `No array filter found for identifier '${identifier}' in path`);
  }
  for (const identifier of filters.keys()) {
    if (!used.has(identifier))
      throw new CommandError(9, `The array filter for identifier '${identifier}' was not used in the update`);
  }
  return filters;
}

function identifiersIn(filter: RawValue): string[] {
  const cursor = new ElementCursor(filter.buf, filter.at);
  const names: string[] = [];
  while (cursor.next()) {
    const { name } = cursor;
    if (!name.startsWith('$')) names.push(name.split('.')[0]!);
    else if (cursor.type === BSON.array) {
      const clauses = new ElementCursor(filter.buf, cursor.at);
      while (clauses.next()) if (clauses.type === BSON.object) names.push(...identifiersIn(clauses.value()));
    }
  }
  return names;
}
