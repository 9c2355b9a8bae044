import type mongoose from 'mongoose';

/**
 * Which of some values a field has in any document that fits a filter. No more documents are read at a time than there are values
 * left, since one of them may have very many.
 */
export async function whichHave(
  collection: mongoose.mongo.Collection,
  field: string,
  values: readonly string[],
  filter: mongoose.mongo.Filter<mongoose.mongo.Document>,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let left = [...new Set(values)]; left.length > 0; left = left.filter((value) => !found.has(value))) {
    const options = { projection: { _id: 0, [field]: 1 }, limit: left.length, singleBatch: true };
    const rows = await collection
      .find<Record<string, string>>({ [field]: { $in: left }, ...filter }, options)
      .toArray();
    for (const { [field]: value } of rows) if (value !== undefined) found.add(value);
    if (rows.length < left.length) break;
  }
  return found;
}
