import { BSON, documentValue, ElementCursor, type RawValue } from '../bson/raw.ts';
import { Branch } from '../bson/tree.ts';
import { toRaw } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/operands.ts';
import type { Source } from '../query/source.ts';

interface Unwind {
  readonly path: readonly string[];
  readonly keepEmpty: boolean;
  readonly indexField: string | undefined;
}

/** Parses `$unwind`. @throws CommandError 15981, 28808, 28818, 28811 */
function parseUnwind(given: RawValue): Unwind {
  let path: RawValue | undefined = given;
  let keepEmpty = false;
  let indexField: string | undefined;
  if (given.type === BSON.object) {
    path = undefined;
    const cursor = new ElementCursor(given.buf, given.at);
    while (cursor.next()) {
      if (cursor.name === 'path') path = cursor.value();
      else if (cursor.name === 'preserveNullAndEmptyArrays') keepEmpty = isTruthy(cursor.value());
      else if (cursor.name === 'includeArrayIndex') indexField = textOf(cursor.value());
      else throw new CommandError(28811, `unrecognized option to $unwind stage: ${cursor.name}`);
    }
  }
  if (path?.type !== BSON.string)
    throw new CommandError(
      path === undefined ? 28812 : 15981,
      'expected either a string or an object as specification for $unwind stage',
    );
  const text = textOf(path);
  if (!text.startsWith('$') || text.length < 2)
    throw new CommandError(28818, `path option to $unwind stage should be prefixed with a '$': ${text}`);
  return { path: text.slice(1).split('.'), keepEmpty, indexField };
}

/** One document per element of an array. */
export function unwindStage(given: RawValue, source: Source): Source {
  const unwind = parseUnwind(given);
  let pending: Buffer[] = [];
  return {
    async pull(visit) {
      const flush = (): boolean => {
        while (pending.length > 0) if (!visit(pending.shift()!)) return false;
        return true;
      };
      if (!flush()) return false;
      const over = await source.pull((doc) => {
        pending = expand(doc, unwind);
        return flush();
      });
      return over && pending.length === 0;
    },
  };
}

function expand(doc: Buffer, { path, keepEmpty, indexField }: Unwind): Buffer[] {
  const value = valueAt(doc, path);
  if (value?.type !== BSON.array) {
    const absent = value === undefined || value.type === BSON.null || value.type === BSON.undefined;
    if (absent && !keepEmpty) return [];
    return [indexField === undefined ? doc : changed(doc, [], undefined, indexField, null)];
  }
  const cursor = new ElementCursor(value.buf, value.at);
  const docs: Buffer[] = [];
  while (cursor.next()) docs.push(changed(doc, path, cursor.value(), indexField, BigInt(docs.length)));
  if (docs.length === 0 && keepEmpty) return [changed(doc, path, undefined, indexField, null)];
  return docs;
}

function valueAt(doc: Buffer, path: readonly string[]): RawValue | undefined {
  let value: RawValue = documentValue(doc);
  for (const part of path) {
    if (value.type !== BSON.object) return undefined;
    const cursor = new ElementCursor(value.buf, value.at);
    let next: RawValue | undefined;
    while (next === undefined && cursor.next()) if (cursor.name === part) next = cursor.value();
    if (next === undefined) return undefined;
    value = next;
  }
  return value;
}

function changed(
  doc: Buffer,
  path: readonly string[],
  value: RawValue | undefined,
  indexField: string | undefined,
  index: bigint | null,
): Buffer {
  const root = Branch.open(documentValue(doc));
  if (path.length > 0) {
    let branch = root;
    for (const part of path.slice(0, -1)) branch = branch.openAt(branch.indexOf(part));
    if (value === undefined) branch.remove(path.at(-1)!);
    else branch.set(path.at(-1)!, value);
  }
  if (indexField !== undefined) root.set(indexField, toRaw(index));
  return root.toBytes(doc.length + 64);
}

function textOf(value: RawValue): string {
  return value.type === BSON.string ? value.buf.toString('utf8', value.at + 4, value.end - 1) : '';
}
