import { bytesOf, ElementCursor, type RawValue } from '../bson/raw.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { idOf } from '../store/documents.ts';

/** The document with this _id in the first place. */
export function withId(doc: Buffer, id: RawValue | undefined): Buffer {
  if (id === undefined) return doc;
  const first = new ElementCursor(doc, 0);
  if (first.next() && first.name === '_id' && id.buf === doc) return doc;
  const writer = new BsonWriter(doc.length + 64).begin().raw('_id', id);
  const cursor = new ElementCursor(doc, 0);
  while (cursor.next()) if (cursor.name !== '_id') writer.raw(cursor.name, cursor.value());
  return writer.end().finish();
}

/** @throws CommandError 66 when the _id is not the same, byte for byte */
export function keepId(before: Buffer, after: Buffer): Buffer {
  const id = idOf(before);
  if (id === undefined) return after;
  const next = idOf(after);
  if (next?.type !== id.type || !bytesOf(next).equals(bytesOf(id))) {
    throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return after;
}
