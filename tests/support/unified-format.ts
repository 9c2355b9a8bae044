import { expect } from '@jest/globals';
import mongoose from 'mongoose';
import type { TestStore } from './embedded-store.ts';

/**
 * A small runner for MongoDB's unified test format (version 1, the parts a standalone store needs): entities, initial
 * data, operations through the real driver, expected results and errors, and what the collections hold in the end.
 * Source: https://github.com/mongodb/specifications/blob/master/source/unified-test-format/unified-test-format.md
 */
export type Doc = Record<string, unknown>;

export interface Operation {
  readonly name: string;
  /** 'collection' when left out; 'database', 'admin' and 'client' are there too. */
  readonly object?: 'collection' | 'database' | 'admin' | 'client';
  readonly arguments?: Doc;
  readonly expectResult?: unknown;
  readonly expectError?: {
    readonly isClientError?: boolean;
    readonly errorCode?: number;
    readonly errorCodeName?: string;
    readonly errorContains?: string;
    readonly errorResponse?: Doc;
    readonly expectResult?: Doc;
  };
}

export interface Case {
  readonly description: string;
  readonly operations: readonly Operation[];
  readonly outcome?: readonly Doc[];
}

export interface Suite {
  readonly description: string;
  readonly initialData: readonly Doc[];
  readonly indexes?: readonly Doc[];
  readonly tests: readonly Case[];
}

type Collection = ReturnType<TestStore['db']['collection']>;

/** Whether a value meets an expectation; `$$exists`, `$$unsetOrMatches` and `$$type` as in the format. */
function match(actual: unknown, wanted: unknown, path = 'result'): void {
  if (isDoc(wanted)) {
    const [[operator, operand] = ['', undefined]] = Object.entries(wanted);
    if (operator === '$$exists')
      return expect({ path, exists: actual !== undefined }).toEqual({ path, exists: operand });
    if (operator === '$$unsetOrMatches') return actual === undefined ? undefined : match(actual, operand, path);
    if (operator === '$$type') return expect({ path, type: typeOf(actual) }).toEqual({ path, type: operand });
    expect({ path, isObject: isDoc(actual) }).toEqual({ path, isObject: true });
    for (const [name, inner] of Object.entries(wanted)) match((actual as Doc)[name], inner, `${path}.${name}`);
    // Only at the top may a result say more than is asked for.
    if (path.includes('[') || path.split('.').length > 2)
      expect({ path, names: Object.keys(actual as Doc) }).toEqual({ path, names: Object.keys(wanted) });
  } else if (Array.isArray(wanted)) {
    expect({ path, length: (actual as unknown[] | undefined)?.length }).toEqual({ path, length: wanted.length });
    wanted.forEach((inner, i) => match((actual as unknown[])[i], inner, `${path}[${i}]`));
  } else expect({ path, value: actual }).toEqual({ path, value: wanted });
}

function isDoc(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date)
  );
}

function typeOf(value: unknown): string {
  if (value instanceof mongoose.mongo.ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  return typeof value === 'number' ? 'int' : typeof value;
}

/** The arguments that stand apart in the driver's methods, in their order. */
const LEADING: Readonly<Record<string, readonly string[]>> = {
  insertOne: ['document'],
  insertMany: ['documents'],
  updateOne: ['filter', 'update'],
  updateMany: ['filter', 'update'],
  replaceOne: ['filter', 'replacement'],
  deleteOne: ['filter'],
  deleteMany: ['filter'],
  findOne: ['filter'],
  findOneAndUpdate: ['filter', 'update'],
  findOneAndReplace: ['filter', 'replacement'],
  findOneAndDelete: ['filter'],
  bulkWrite: ['requests'],
  countDocuments: ['filter'],
  estimatedDocumentCount: [],
  distinct: ['fieldName', 'filter'],
  createIndex: ['keys'],
  dropIndex: ['name'],
  runCommand: ['command'],
};

const CURSORS: Readonly<Record<string, string>> = { find: 'filter', aggregate: 'pipeline' };

function changed(options: Doc): Doc {
  const { returnDocument, ...rest } = options;
  if (returnDocument === undefined) return rest;
  return { ...rest, returnDocument: returnDocument === 'After' ? 'after' : 'before' };
}

async function perform(
  store: TestStore,
  collection: Collection,
  { name, object, arguments: given = {} }: Operation,
): Promise<unknown> {
  const database = object === 'admin' ? store.client.db('admin') : store.db;
  const target = (object === undefined || object === 'collection' ? collection : database) as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const cursorOver = CURSORS[name];
  if (cursorOver !== undefined) {
    const { [cursorOver]: subject, ...options } = given;
    return (target[name]!(subject, changed(options)) as { toArray(): Promise<unknown> }).toArray();
  }
  if (name === 'listIndexes') return (target[name]!() as { toArray(): Promise<unknown> }).toArray();
  if (name === 'withSession') return store.client.withSession((session) => collection.find({}, { session }).toArray());
  const leading = LEADING[name];
  if (leading === undefined) throw new Error(`the runner does not know ${name}`);
  const options = Object.fromEntries(Object.entries(given).filter(([field]) => !leading.includes(field)));
  return target[name === 'runCommand' ? 'command' : name]!(...leading.map((field) => given[field]), changed(options));
}

interface Failure {
  readonly code?: number;
  readonly codeName?: string;
  readonly message: string;
  readonly errorResponse?: Doc;
  readonly result?: Doc;
}

async function run(store: TestStore, collection: Collection, operation: Operation): Promise<void> {
  const { expectError, expectResult } = operation;
  if (expectError === undefined) {
    const result = await perform(store, collection, operation);
    if (expectResult !== undefined) match(result, expectResult);
    return;
  }
  const error = await perform(store, collection, operation).then(
    () => undefined,
    (reason: unknown) => reason as Failure,
  );
  expect({ operation, failed: error !== undefined }).toEqual({ operation, failed: true });
  const { errorCode, errorCodeName, errorContains, errorResponse, expectResult: partial, isClientError } = expectError;
  if (isClientError !== undefined) expect(error!.code === undefined).toBe(isClientError);
  if (errorCode !== undefined) expect({ operation, code: error!.code }).toEqual({ operation, code: errorCode });
  if (errorCodeName !== undefined) expect(error!.codeName ?? error!.errorResponse?.['codeName']).toBe(errorCodeName);
  if (errorContains !== undefined) expect(error!.message).toContain(errorContains);
  if (errorResponse !== undefined) match(error!.errorResponse, errorResponse, 'errorResponse');
  if (partial !== undefined) match(error!.result, partial);
}

/** Runs one case on a collection of its own. */
export async function runCase(store: TestStore, suite: Suite, one: Case): Promise<void> {
  const name = `unified_${Math.random().toString(36).slice(2)}`;
  const collection = store.db.collection(name);
  if (suite.initialData.length > 0) await collection.insertMany(suite.initialData.map((doc) => ({ ...doc })));
  for (const { key, ...options } of suite.indexes ?? []) await collection.createIndex(key as Doc as never, options);
  for (const operation of one.operations) await run(store, collection, resolved(operation, name));
  if (one.outcome !== undefined) expect(await collection.find({}).sort({ _id: 1 }).toArray()).toEqual(one.outcome);
}

/** `%collection` in a command stands for the collection of the case. */
function resolved(operation: Operation, name: string): Operation {
  if (operation.name !== 'runCommand') return operation;
  const command = Object.fromEntries(
    Object.entries(operation.arguments!['command'] as Doc).map(([field, value]) => [
      field,
      value === '%collection' ? name : value,
    ]),
  );
  return { ...operation, arguments: { command } };
}
