import type { Model } from 'mongoose';

/**
 * Inserts documents as they are, past Mongoose's casting and validation, which cost more than the write itself. Only for
 * documents this service has just built from checked input, whose types the compiler has checked.
 * @throws the driver's error; a violated unique index is code 11000
 */
export async function insertPlain<Doc extends object>(
  { collection }: Pick<Model<unknown>, 'collection'>,
  docs: readonly Doc[],
): Promise<void> {
  const [first, ...more] = docs;
  if (first === undefined) return;
  if (more.length === 0) await collection.insertOne(first);
  else await collection.insertMany([first, ...more], { ordered: false });
}
