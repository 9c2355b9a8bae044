import { createHash } from 'node:crypto';
import mongoose from 'mongoose';

/** Looks at all a service has stored, from beside it. */
export interface Stored {
  /** One short text per collection that is another one when anything in it is. */
  fingerprint(): Promise<Record<string, string>>;
  /** Everything in it, as one text. */
  text(): Promise<string>;
  close(): Promise<void>;
}

export async function openStored(uri: string): Promise<Stored> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const everything = async (): Promise<[string, string][]> => {
    const collections = (await connection.db?.collections()) ?? [];
    const read = collections.map(async (collection): Promise<[string, string]> => {
      const documents = await collection.find({}).sort({ _id: 1 }).toArray();
      return [collection.collectionName, JSON.stringify(documents)];
    });
    return (await Promise.all(read)).sort(([a], [b]) => a.localeCompare(b));
  };
  return {
    async fingerprint() {
      const short = (text: string): string => createHash('sha256').update(text).digest('base64url');
      return Object.fromEntries((await everything()).map(([name, text]) => [name, short(text)]));
    },
    text: async () => JSON.stringify(await everything()),
    close: () => connection.close(),
  };
}
