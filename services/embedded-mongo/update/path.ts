import { Branch, type Node, arrayIndex, rawOf } from '../bson/tree.ts';
import { BSON, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import type { DynamicPaths } from './dynamic.ts';

/** What an update knows besides the document: array filters, and where the query matched in an array. */
export interface UpdateContext {
  /** There when a path holds `$`, `$[]` or `$[identifier]`. */
  readonly dynamic?: DynamicPaths | undefined;
  /** For the positional `$`; -1 when the query matched no array element. */
  readonly index: number;
  readonly inserting: boolean;
}

/**
 * What becomes of a path that leads nowhere: made, passed over ($unset), or passed over only where it could be made
 * ($pull, $pop: MongoDB's "viable" paths).
 */
export type Mode = 'create' | 'lenient' | 'viable';

/** Receives each place a path leads to: the parent and the name in it. */
type Visit = (parent: Branch, name: string) => void;

/** Splits an update path and checks its parts. @throws CommandError 56, 52, 2 */
export function splitPath(text: string): string[] {
  if (text === '') throw new CommandError(56, 'An empty update path is not valid.');
  const parts = text.split('.');
  if (parts.includes(''))
    throw new CommandError(56, `The update path '${text}' contains an empty field name, which is not allowed.`);
  if (parts[0]!.startsWith('$')) {
    const positional = parts[0] === '$' || parts[0]!.startsWith('$[');
    if (positional)
      throw new CommandError(2, `Cannot have positional (i.e. '$') element in the first position in path '${text}'`);
    throw new CommandError(52, `The dollar ($) prefixed field '${parts[0]!}' in '${text}' is not valid for storage.`);
  }
  for (const part of parts) {
    if (
      part.startsWith('$') &&
      part !== '$' &&
      !/^\$\[[a-z0-9]*[A-Za-z0-9]*\]$/.test(part) &&
      !['$id', '$ref', '$db'].includes(part)
    ) {
      throw new CommandError(52, `The dollar ($) prefixed field '${part}' in '${text}' is not valid for storage.`);
    }
  }
  return parts;
}

/**
 * Leads to every place the path means.
 * @throws CommandError 28 when something on the way cannot hold the next part, 2 for a positional part that fits nothing
 */
export function visitPath(
  root: Branch,
  parts: readonly string[],
  mode: Mode,
  context: UpdateContext,
  visit: Visit,
): void {
  step(root, parts, 0, mode, context, visit);
}

function step(
  branch: Branch,
  parts: readonly string[],
  i: number,
  mode: Mode,
  context: UpdateContext,
  visit: Visit,
): void {
  const part = parts[i]!;
  if (part.startsWith('$[')) {
    if (!branch.isArray)
      throw new CommandError(2, `Cannot apply array updates to non-array element ${parts[i - 1] ?? ''}`);
    for (const index of context.dynamic!.elements(branch, part.slice(2, -1)))
      enter(branch, String(index), parts, i, mode, context, visit);
  } else if (part === '$') {
    if (context.index < 0)
      throw new CommandError(2, 'The positional operator did not find the match needed from the query.');
    enter(branch, String(context.index), parts, i, mode, context, visit);
  } else enter(branch, part, parts, i, mode, context, visit);
}

function enter(
  branch: Branch,
  name: string,
  parts: readonly string[],
  i: number,
  mode: Mode,
  context: UpdateContext,
  visit: Visit,
): void {
  const at = branch.indexOf(name);
  const rest = parts.slice(i + 1);
  const next = rest[0];
  context.dynamic?.use(branch, name, next === undefined ? 'value' : next.startsWith('$[') ? 'elements' : 'names');
  if (at < 0) {
    refuseDynamic(parts, i, rest);
    if (mode !== 'lenient') checkElement(branch, name, parts, i);
    if (mode !== 'create') return;
  }
  if (next === undefined) return visit(branch, name);
  if (at < 0) {
    const made = new Branch(BSON.object);
    step(made, parts, i + 1, mode, context, visit);
    if (made.nodes.length > 0) branch.set(name, made);
    return;
  }
  if (!isContainer(branch.nodes[at]!)) {
    refuseDynamic(parts, i, rest);
    if (mode === 'lenient') return;
    throw new CommandError(28, `Cannot create field '${next}' in element {${name}: ...}`);
  }
  step(branch.openAt(at), parts, i + 1, mode, context, visit);
}

/** Array updates never make their array. */
function refuseDynamic(parts: readonly string[], i: number, rest: readonly string[]): void {
  if (!rest.some((part) => part.startsWith('$['))) return;
  const path = parts.slice(0, i + 1).join('.');
  throw new CommandError(2, `The path '${path}' must exist in the document in order to apply array updates.`);
}

/** New elements of an array need an index as their name. */
function checkElement(branch: Branch, name: string, parts: readonly string[], i: number): void {
  if (!branch.isArray) return;
  const index = arrayIndex(name);
  if (index < 0) throw new CommandError(28, `Cannot create field '${name}' in element {${parts[i - 1] ?? ''}: ...}`);
  if (index - branch.nodes.length > 1_500_000) {
    throw new CommandError(2, `can't backfill more than 1500000 elements`);
  }
}

function isContainer(node: Node): boolean {
  return node.type === BSON.object || node.type === BSON.array;
}

/** The value at a path of documents; undefined when it leads nowhere. @throws CommandError 2 through an array */
export function valueAt(root: Branch, parts: readonly string[], operator: string): RawValue | undefined {
  let branch = root;
  for (let i = 0; i < parts.length; i++) {
    if (branch.isArray)
      throw new CommandError(2, `The ${operator} source field cannot be an array element, '${parts.join('.')}'`);
    const at = branch.indexOf(parts[i]!);
    if (at < 0) return undefined;
    if (i === parts.length - 1) return rawOf(branch.nodes[at]!);
    if (!isContainer(branch.nodes[at]!)) return undefined;
    branch = branch.openAt(at);
  }
  return undefined;
}
