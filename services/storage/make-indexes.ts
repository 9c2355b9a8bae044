import mongoose from 'mongoose';
import { RETIRED_COMMENT_INDEXES } from './comment-indexes.ts';

/** What has no use any more, by its collection. */
const RETIRED: ReadonlyMap<string, readonly string[]> = new Map([['comments', RETIRED_COMMENT_INDEXES]]);
/** Another node was faster; MongoDB's error_codes.yml. */
const INDEX_NOT_FOUND = 27;

/**
 * Makes the indexes of all models, and then removes those that they took the place of: whoever still runs an earlier version finds
 * its way with either. Over connections of their own: an index over a million documents takes longer than any request may. All of a
 * collection in one command: mongoose sends one for each, and a start would wait for three times as many answers. Some collections
 * at a time, so that the store can make them durable together.
 * @throws the driver's error if the database cannot be reached or an index cannot be made
 */
export async function makeIndexes(
  uri: string,
  options: mongoose.ConnectOptions,
  models: readonly mongoose.Model<unknown>[],
): Promise<void> {
  const connection = mongoose.createConnection(uri, options);
  try {
    await connection.asPromise();
    await Promise.all(
      models.map(async ({ schema, collection: { collectionName } }) => {
        const indexes = schema
          .indexes()
          .map(([key, { background: _, ...given }]) => ({ ...given, key }) as mongoose.mongo.IndexDescription);
        const collection = connection.collection(collectionName);
        if (indexes.length > 0) await collection.createIndexes(indexes);
        const retired = RETIRED.get(collectionName);
        if (retired !== undefined) await dropThose(collection, retired);
      }),
    );
  } finally {
    await connection.close();
  }
}

async function dropThose(collection: mongoose.Collection, retired: readonly string[]): Promise<void> {
  const there = await collection.indexes();
  for (const { name } of there) {
    if (name === undefined || !retired.includes(name)) continue;
    await collection.dropIndex(name).catch((error: unknown) => {
      if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== INDEX_NOT_FOUND) throw error;
    });
  }
}
