import { ElementCursor, type RawValue } from '../bson/raw.ts';

/** The elements of an array. */
export function elementsOf(array: RawValue): RawValue[] {
  const cursor = new ElementCursor(array.buf, array.at);
  const values: RawValue[] = [];
  while (cursor.next()) values.push(cursor.value());
  return values;
}

/** The fields of a document. */
export function fieldsOf(object: RawValue): Map<string, RawValue> {
  const cursor = new ElementCursor(object.buf, object.at);
  const fields = new Map<string, RawValue>();
  while (cursor.next()) fields.set(cursor.name, cursor.value());
  return fields;
}

/** The text of a string value. */
export function textOf(value: RawValue): string {
  return value.buf.toString('utf8', value.at + 4, value.end - 1);
}
