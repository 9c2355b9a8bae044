import { CommandError } from '../errors.ts';
import { type Command, ok } from './command.ts';

const collStats: Command = {
  names: ['collStats', 'collstats'],
  fields: ['scale'],
  run: (request, { store }) => {
    const scale = request.number('scale') ?? 1;
    if (!(scale >= 1)) throw new CommandError(72, 'scale has to be >= 1');
    const collection = store.find(request.namespace());
    const { count = 0, bytes = 0, indexes = [] } = collection ?? {};
    return ok({
      ns: request.namespace(),
      size: Math.trunc(bytes / scale),
      count,
      ...(count > 0 ? { avgObjSize: Math.trunc(bytes / count) } : {}),
      storageSize: Math.trunc(bytes / scale),
      capped: false,
      nindexes: indexes.length + (collection === undefined ? 0 : 1),
      indexSizes: Object.fromEntries([['_id_', 0], ...indexes.map((index) => [index.name, 0] as const)]),
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
    return ok({
      db: request.db,
      collections: collections.length,
      views: 0,
      objects,
      avgObjSize: objects > 0 ? bytes / objects : 0,
      dataSize: bytes / scale,
      storageSize: bytes / scale,
      indexes: collections.reduce((sum, { indexes }) => sum + indexes.length + 1, 0),
      scaleFactor: scale,
    });
  },
};

/** Compares documents and indexes: every document has its keys, and every index as many keys as its documents ask for. */
const validate: Command = {
  names: ['validate'],
  fields: ['full', 'background', 'metadata'],
  run: (request, { store }) => {
    const collection = store.find(request.namespace());
    if (collection === undefined)
      throw new CommandError(26, `Collection '${request.namespace()}' does not exist to validate.`);
    const { errors, documents, keys } = store.check(collection);
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
      valid: errors.length === 0,
      errors,
      warnings: [],
    });
  },
};

export const STATS_COMMANDS: readonly Command[] = [collStats, dbStats, validate];
