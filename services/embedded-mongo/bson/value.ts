import { ElementCursor, type RawValue } from './raw.ts';

/** The elements of an array. */
export function elementsOf(array: RawValue): RawValue[] {
  const cursor = new ElementCursor(array.buf, array.at);
  const values: RawValue[] = [];
  while (cursor.next()) values.push(cursor.value());
  return values;
}

/** The fields of a document, in order; a name that comes twice is there twice. */
export function entriesOf(object: RawValue): [string, RawValue][] {
  const cursor = new ElementCursor(object.buf, object.at);
  const fields: [string, RawValue][] = [];
  while (cursor.next()) fields.push([cursor.name, cursor.value()]);
  return fields;
}

/** The fields of a document by name; of a name that comes twice, the last. */
export function fieldsOf(object: RawValue): Map<string, RawValue> {
  return new Map(entriesOf(object));
}

/** The text of a string value. */
export function stringOf(value: RawValue): string {
  return value.buf.toString('utf8', value.at + 4, value.end - 1);
}
