import { Binary, deserialize } from 'bson';
import { CommandError } from '../errors.ts';
import { BSON, bytesOf, type RawValue } from '../bson/raw.ts';
import { elementsOf, fieldsOf, stringOf } from '../bson/value.ts';
import { fromObject } from '../bson/writer.ts';
import { matches } from '../query/match.ts';
import { ListSource } from '../query/source.ts';
import { pathOf } from '../query/path.ts';
import { buildIndex } from '../store/build-index.ts';
import type { Collection } from '../store/catalogue.ts';
import { keyText, parseIndexSpec, specOptions, withoutUnknownOptions } from '../store/index-spec.ts';
import type { Index } from '../store/secondary-index.ts';
import type { Store } from '../store/store.ts';
import { type Command, ok } from './command.ts';
import { filterOf } from './find.ts';
import type { Request } from './request.ts';

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' };
const ID_FIELDS = [{ path: pathOf('_id'), direction: 1 as const }];

function batchSizeOf(request: Request): number {
  const cursor = request.object('cursor');
  const size = cursor === undefined ? undefined : fieldsOf(cursor).get('batchSize');
  return size?.type === BSON.int ? size.buf.readInt32LE(size.at) : 101;
}

/** Kinds of collections and checks MongoDB has and this server has not. */
const CREATE_REFUSED = [
  ...['capped', 'size', 'max', 'autoIndexId', 'idIndex', 'storageEngine', 'indexOptionDefaults', 'viewOn', 'pipeline'],
  ...['validator', 'validationLevel', 'validationAction', 'timeseries', 'expireAfterSeconds', 'clusteredIndex'],
  ...['changeStreamPreAndPostImages', 'encryptedFields'],
];

const create: Command = {
  names: ['create'],
  fields: ['collation', ...CREATE_REFUSED],
  run: async (request, { store }) => {
    const name = request.collection();
    const refused = CREATE_REFUSED.find((field) => request.raw(field) !== undefined);
    if (refused !== undefined) throw new CommandError(238, `create.${refused} is not supported`);
    await store.write(() => {
      if (store.find(request.namespace()) !== undefined) {
        throw new CommandError(48, `Collection ${request.namespace()} already exists.`);
      }
      store.catalogue.ensure(request.db, name);
    });
    return ok();
  },
};

const drop: Command = {
  names: ['drop'],
  fields: [],
  run: async (request, { store }) => {
    const dropped = await store.write(() => {
      const collection = store.find(request.namespace());
      if (collection !== undefined) store.catalogue.drop(collection);
      return collection;
    });
    if (dropped !== undefined) void store.sweep();
    return ok(dropped === undefined ? {} : { ns: dropped.namespace, nIndexesWas: dropped.indexes.length + 1 });
  },
};

const dropDatabase: Command = {
  names: ['dropDatabase'],
  fields: [],
  run: async (request, { store }) => {
    await store.write(() => {
      for (const collection of store.catalogue.inDatabase(request.db)) store.catalogue.drop(collection);
    });
    void store.sweep();
    return ok({ dropped: request.db });
  },
};

const listDatabases: Command = {
  names: ['listDatabases'],
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: (request, { store }) => {
    if (request.db !== 'admin') throw new CommandError(13, 'listDatabases may only be run against the admin database.');
    const sizes = new Map<string, number>();
    for (const { db, bytes } of store.catalogue.all()) sizes.set(db, (sizes.get(db) ?? 0) + bytes);
    const filter = filterOf(request.object('filter'));
    const nameOnly = request.flag('nameOnly');
    const databases = [...sizes]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, sizeOnDisk]) => (nameOnly ? { name } : { name, sizeOnDisk, empty: false }))
      .filter((entry) => matches(filter, fromObject(entry)));
    return ok({ databases, totalSize: [...sizes.values()].reduce((sum, size) => sum + size, 0) });
  },
};

const listCollections: Command = {
  names: ['listCollections'],
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run: (request, { store, cursors, life }) => {
    const filter = filterOf(request.object('filter'));
    const nameOnly = request.flag('nameOnly');
    const docs = store.catalogue
      .inDatabase(request.db)
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .map(({ name, uuid }) =>
        fromObject(
          nameOnly
            ? { name, type: 'collection' }
            : {
                name,
                type: 'collection',
                options: {},
                info: { readOnly: false, uuid: new Binary(Buffer.from(uuid.replaceAll('-', ''), 'hex'), 4) },
                idIndex: ID_INDEX,
              },
        ),
      )
      .filter((doc) => matches(filter, doc));
    const namespace = `${request.db}.$cmd.listCollections`;
    return cursors.first(new ListSource(docs), { namespace, batchSize: batchSizeOf(request), life });
  },
};

const createIndexes: Command = {
  names: ['createIndexes'],
  fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: async (request, { store }) => {
    const lenient = request.flag('ignoreUnknownIndexOptions');
    const given = request.documents('indexes').map((spec) => Buffer.from(spec));
    const specs = lenient ? given.map(withoutUnknownOptions) : given;
    if (specs.length === 0) throw new CommandError(2, 'Must specify at least one index to create');
    if (request.has('commitQuorum')) throw new CommandError(2, 'commitQuorum is supported only on replica sets');
    const existed = store.find(request.namespace()) !== undefined;
    const name = request.collection();
    const { before, added, ready } = await store.write(() => {
      const parsed = specs.map((spec) => parseIndexSpec(spec, 0));
      const collection = store.catalogue.ensure(request.db, name);
      const known = collection.indexes.length + 1;
      const fresh = parsed.filter((index, i) => !isKnown([...collection.indexes, ...parsed.slice(0, i)], index));
      // Over nothing an index is complete at once, and needs no transaction of its own.
      const ready = collection.count === 0;
      const indexes = fresh.map((index) => ({ ...index, id: store.catalogue.takeId(), ready }));
      for (const index of indexes) store.catalogue.addIndex(collection, index);
      return { before: known, added: indexes.map((index) => index.id), ready };
    });
    if (!ready) for (const id of added) await buildIndex(store, request.namespace(), id);
    return ok({
      numIndexesBefore: before,
      numIndexesAfter: before + added.length,
      createdCollectionAutomatically: !existed,
      ...(added.length === 0 ? { note: 'all indexes already exist' } : {}),
    });
  },
};

/** Whether the index exists already. @throws CommandError 85, 86 when another stands in its way */
function isKnown(indexes: readonly Index[], wanted: Index): boolean {
  const key = keyText(wanted.fields);
  if (key === '_id:1') {
    if (wanted.sparse || wanted.partial !== undefined || wanted.expireAfterSeconds !== undefined) {
      throw new CommandError(197, 'The _id index cannot have these options');
    }
    return true;
  }
  for (const index of indexes) {
    const sameKey = keyText(index.fields) === key;
    const sameOptions = specOptions(index) === specOptions(wanted);
    if (index.name === wanted.name) {
      if (sameKey && sameOptions) return true;
      throw new CommandError(
        sameKey ? 85 : 86,
        `An existing index has the same name as the requested index. Requested index: ${wanted.name} (${key}), existing index: ${index.name} (${keyText(index.fields)})`,
      );
    }
    if (!sameKey || index.partial?.raw.equals(wanted.partial?.raw ?? Buffer.alloc(0)) === false) continue;
    if ((index.partial === undefined) !== (wanted.partial === undefined)) continue;
    throw new CommandError(85, `Index already exists with a different name: ${index.name}`);
  }
  return false;
}

const listIndexes: Command = {
  names: ['listIndexes'],
  fields: ['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo'],
  run: (request, { store, cursors, life }) => {
    const collection = requireCollection(store, request);
    const docs = [
      fromObject(ID_INDEX),
      ...collection.indexes.filter((index) => index.ready).map((index) => index.spec),
    ];
    const { namespace } = collection;
    return cursors.first(new ListSource(docs), { namespace, batchSize: batchSizeOf(request), life });
  },
};

function requireCollection(store: Store, request: Request): Collection {
  const collection = store.find(request.namespace());
  if (collection === undefined) throw new CommandError(26, `ns does not exist: ${request.namespace()}`);
  return collection;
}

const dropIndexes: Command = {
  names: ['dropIndexes', 'deleteIndexes'],
  fields: ['index'],
  run: async (request, { store }) => {
    const wanted = request.raw('index');
    if (wanted === undefined)
      throw new CommandError(40414, "BSON field 'dropIndexes.index' is missing but a required field");
    const before = await store.write(() => {
      const collection = requireCollection(store, request);
      const count = collection.indexes.length + 1;
      for (const index of wantedIndexes(collection, wanted)) store.catalogue.dropIndex(collection, index);
      return count;
    });
    void store.sweep();
    return ok({ nIndexesWas: before });
  },
};

function wantedIndexes(collection: Collection, wanted: RawValue): Index[] {
  if (wanted.type === BSON.array) return elementsOf(wanted).flatMap((one) => wantedIndexes(collection, one));
  if (wanted.type === BSON.string) {
    const name = stringOf(wanted);
    if (name === '*') return collection.indexes;
    if (name === '_id_') throw new CommandError(72, 'cannot drop _id index');
    const index = collection.indexes.find((one) => one.name === name);
    if (index === undefined) throw new CommandError(27, `index not found with name [${name}]`);
    return [index];
  }
  const pattern = deserialize(bytesOf(wanted)) as Record<string, number>;
  const text = Object.entries(pattern)
    .map(([field, order]) => `${field}:${order}`)
    .join(',');
  if (text === keyText(ID_FIELDS)) throw new CommandError(72, 'cannot drop _id index');
  const index = collection.indexes.find((one) => keyText(one.fields) === text);
  if (index === undefined) throw new CommandError(27, `can't find index with key: { ${text} }`);
  return [index];
}

export const CATALOGUE_COMMANDS: readonly Command[] = [
  ...[create, drop, dropDatabase, listDatabases, listCollections],
  ...[createIndexes, listIndexes, dropIndexes],
];
