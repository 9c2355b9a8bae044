import { serialize } from 'bson';
import { BSON, ElementCursor, type RawValue } from './raw.ts';
import { toTyped } from './writer.ts';

/**
 * A raw value as JavaScript that is written back as the same bytes: documents become maps, which keep the order of
 * names that look like numbers, and every BSON type keeps its own class.
 */
export function toOrdered(value: RawValue): unknown {
  if (value.type === BSON.object) return toOrderedMap(value.buf, value.at);
  if (value.type !== BSON.array) return toTyped(value);
  const elements: unknown[] = [];
  const cursor = new ElementCursor(value.buf, value.at);
  while (cursor.next()) elements.push(toOrdered(cursor.value()));
  return elements;
}

/** The document that starts at `at` as a map. */
export function toOrderedMap(buf: Buffer, at = 0): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const cursor = new ElementCursor(buf, at);
  while (cursor.next()) fields.set(cursor.name, toOrdered(cursor.value()));
  return fields;
}

/** Such a map as BSON. */
export function fromOrdered(fields: ReadonlyMap<string, unknown>): Buffer {
  return Buffer.from(serialize(fields));
}
