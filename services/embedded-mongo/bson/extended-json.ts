import { Double, EJSON, Int32 } from 'bson';
import { fromOrdered } from './ordered.ts';
import { BSON, ElementCursor, type RawValue } from './raw.ts';
import { toTyped } from './writer.ts';

/**
 * Canonical Extended JSON (source: MongoDB's specification extended-json v2), as MongoDB's tools write and read it.
 * Unlike JSON.parse and a plain object, it keeps the order of names that look like numbers: an index on { b, 0 } is
 * not one on { 0, b }.
 */

/** A document as canonical Extended JSON. */
export function toExtendedJson(doc: Buffer, at = 0): string {
  return branchText({ type: BSON.object, buf: doc, at, end: doc.length });
}

function branchText(value: RawValue): string {
  const list = value.type === BSON.array;
  const parts: string[] = [];
  const cursor = new ElementCursor(value.buf, value.at);
  while (cursor.next())
    parts.push(list ? valueText(cursor.value()) : `${JSON.stringify(cursor.name)}:${valueText(cursor.value())}`);
  return list ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function valueText(value: RawValue): string {
  if (value.type === BSON.object || value.type === BSON.array) return branchText(value);
  return EJSON.stringify(toTyped(value), { relaxed: false });
}

/** Put before every name while JSON.parse is at work, so that none looks like a number. */
const MARK = '_';
const TYPES = new Set(
  (
    'binary code date dbPointer maxKey minKey numberDecimal numberDouble numberInt numberLong oid regularExpression ' +
    'symbol timestamp undefined uuid'
  )
    .split(' ')
    .map((name) => `$${name}`),
);

/**
 * Extended JSON, canonical or relaxed, as a BSON document.
 * @throws SyntaxError when it is no JSON, or no object
 */
export function fromExtendedJson(text: string): Buffer {
  const marked = text.replace(/"((?:[^"\\]|\\.)*)"(\s*:)?/g, (_all, inside: string, colon?: string) =>
    colon === undefined ? `"${inside}"` : `"${MARK}${inside}"${colon}`,
  );
  const value = revive(JSON.parse(marked) as unknown);
  if (!(value instanceof Map)) throw new SyntaxError('a JSON object is expected');
  return fromOrdered(value as Map<string, unknown>);
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? new Int32(value) : new Double(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name.slice(MARK.length), inner] as const);
  if (TYPES.has(entries[0]?.[0] ?? ''))
    return EJSON.deserialize(unmarked(value) as Record<string, unknown>, { relaxed: false });
  return new Map(entries.map(([name, inner]) => [name, revive(inner)]));
}

function unmarked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.slice(MARK.length), unmarked(inner)]));
}
