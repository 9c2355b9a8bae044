import { prefixEnd } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import type { Collection } from '../store/catalogue.ts';
import { prefixOf } from '../store/secondary-index.ts';
import type { Store } from '../store/store.ts';
import { type Command, ok } from './command.ts';

/** Keys looked at to tell how long those of an index are. */
const SAMPLE = 100;

/** How many bytes the keys of each index take: counted, and of a length measured on the first of them. */
function indexSizes(store: Store, collection: Collection): Map<string, number> {
  const { documents, indexes } = store.environment;
  const lengthOf = (keys: Iterator<Buffer>): number => {
    let [count, bytes] = [0, 0];
    for (let next = keys.next(); next.done !== true; next = keys.next()) {
      count++;
      bytes += next.value.length;
    }
    return count === 0 ? 0 : bytes / count;
  };
  const range = (id: number): { start: Buffer; end: Buffer | undefined } => {
    const start = prefixOf(id);
    return { start, end: prefixEnd(start) };
  };
  const own = Math.round(collection.count * lengthOf(documents.keys(range(collection.id), false, SAMPLE)));
  return new Map([
    ['_id_', own],
    ...collection.indexes.map(({ id, name, multikey, sparse, partial }): [string, number] => {
      const complete = !multikey && !sparse && partial === undefined;
      const keys = complete ? collection.count : indexes.count(range(id));
      return [name, Math.round(keys * lengthOf(indexes.keys(range(id), false, SAMPLE)))];
    }),
  ]);
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, one) => sum + one, 0);

const collStats: Command = {
  names: ['collStats', 'collstats'],
  fields: ['scale'],
  run: (request, { store }) => {
    const scale = request.number('scale') ?? 1;
    if (!(scale >= 1)) throw new CommandError(72, 'scale has to be >= 1');
    const collection = store.find(request.namespace());
    const { count = 0, bytes = 0, indexes = [] } = collection ?? {};
    const sizes = collection === undefined ? new Map<string, number>() : indexSizes(store, collection);
    return ok({
      ns: request.namespace(),
      size: Math.trunc(bytes / scale),
      count,
      ...(count > 0 ? { avgObjSize: Math.trunc(bytes / count) } : {}),
      storageSize: Math.trunc(bytes / scale),
      capped: false,
      nindexes: indexes.length + (collection === undefined ? 0 : 1),
      totalIndexSize: Math.trunc(sumOf(sizes.values()) / scale),
      totalSize: Math.trunc((bytes + sumOf(sizes.values())) / scale),
      indexSizes: Object.fromEntries([...sizes].map(([name, size]) => [name, Math.trunc(size / scale)])),
      scaleFactor: scale,
    });
  },
};

const dbStats: Command = {
  names: ['dbStats', 'dbstats'],
  fields: ['scale', 'freeStorage'],
  run: (request, { store }) => {
    const scale = request.number('scale') ?? 1;
    if (!(scale >= 1)) throw new CommandError(72, 'scale has to be >= 1');
    const collections = store.catalogue.inDatabase(request.db);
    const objects = collections.reduce((sum, { count }) => sum + count, 0);
    const bytes = collections.reduce((sum, collection) => sum + collection.bytes, 0);
    const indexSize = sumOf(collections.map((collection) => sumOf(indexSizes(store, collection).values())));
    return ok({
      db: request.db,
      collections: collections.length,
      views: 0,
      objects,
      avgObjSize: objects > 0 ? bytes / objects : 0,
      dataSize: bytes / scale,
      storageSize: bytes / scale,
      indexes: collections.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
      indexSize: indexSize / scale,
      totalSize: (bytes + indexSize) / scale,
      scaleFactor: scale,
    });
  },
};

/** Compares documents and indexes: every document has its keys, and every index as many keys as its documents ask for. */
const validate: Command = {
  names: ['validate'],
  fields: ['full', 'background', 'metadata'],
  run: async (request, { store }) => {
    const collection = store.find(request.namespace());
    if (collection === undefined)
      throw new CommandError(26, `Collection '${request.namespace()}' does not exist to validate.`);
    const { findings, documents, keys } = await store.check(collection);
    const keysPerIndex = Object.fromEntries([
      ['_id_', documents],
      ...collection.indexes.map(({ name, id }) => [name, keys.get(id) ?? 0] as const),
    ]);
    return ok({
      ns: collection.namespace,
      nInvalidDocuments: 0,
      nrecords: documents,
      nIndexes: collection.indexes.length + 1,
      keysPerIndex,
      valid: findings.count === 0,
      errors: findings.texts,
      warnings: [],
    });
  },
};

export const STATS_COMMANDS: readonly Command[] = [collStats, dbStats, validate];
