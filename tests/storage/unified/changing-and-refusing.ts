import mongoose from 'mongoose';
import type { Operation, Suite } from '../../support/unified-format.ts';

const { Long } = mongoose.mongo;
const rows = [
  { _id: 1, x: 11 },
  { _id: 2, x: 22 },
  { _id: 3, x: 33 },
];
const [first, second, third] = rows;
const hints = ['_id_', { _id: 1 }];

const command = (document: object, errorCode: number, errorCodeName?: string): Operation => ({
  name: 'runCommand',
  object: 'database',
  arguments: { command: document },
  expectError: { errorCode, ...(errorCodeName === undefined ? {} : { errorCodeName }) },
});

const ONE = '%collection';

export const CHANGING: readonly Suite[] = [
  {
    description: 'findOneAnd…',
    initialData: rows,
    tests: [
      {
        description: 'Update, before and after, with sort, projection, hint and comment',
        operations: [
          {
            name: 'findOneAndUpdate',
            arguments: {
              filter: { _id: { $gt: 1 } },
              update: { $inc: { x: 1 } },
              projection: { x: 1, _id: 0 },
              sort: { x: -1 },
              returnDocument: 'After',
            },
            expectResult: { x: 34 },
          },
          {
            name: 'findOneAndUpdate',
            arguments: { filter: { _id: 3 }, update: { $inc: { x: -1 } }, returnDocument: 'Before', comment: { a: 1 } },
            expectResult: { _id: 3, x: 34 },
          },
          ...hints.map((hint) => ({
            name: 'findOneAndUpdate',
            arguments: { filter: { _id: 1 }, update: { $set: { x: 11 } }, hint },
            expectResult: first,
          })),
          {
            name: 'findOneAndUpdate',
            arguments: { filter: { _id: 9 }, update: { $inc: { x: 1 } } },
            expectResult: null,
          },
          {
            name: 'findOneAndUpdate',
            arguments: { filter: { _id: 9 }, update: { $inc: { x: 1 } }, upsert: true, returnDocument: 'After' },
            expectResult: { _id: 9, x: 1 },
          },
          { name: 'findOneAndDelete', arguments: { filter: { _id: 9 }, hint: '_id_' }, expectResult: { _id: 9, x: 1 } },
        ],
        outcome: rows,
      },
      {
        description: 'Update by a pipeline with variables and with array filters',
        operations: [
          {
            name: 'findOneAndUpdate',
            arguments: {
              filter: { $expr: { $eq: ['$_id', '$$id'] } },
              update: [{ $set: { x: '$$x' } }],
              let: { id: 1, x: 'foo' },
            },
            expectResult: first,
          },
          { name: 'findOneAndUpdate', arguments: { filter: { _id: 2 }, update: { $set: { x: [1, 2, 1] } } } },
          {
            name: 'findOneAndUpdate',
            arguments: {
              filter: { _id: 2 },
              update: { $set: { 'x.$[i]': 9 } },
              arrayFilters: [{ i: 1 }],
              returnDocument: 'After',
            },
            expectResult: { _id: 2, x: [9, 2, 9] },
          },
        ],
        outcome: [{ _id: 1, x: 'foo' }, { _id: 2, x: [9, 2, 9] }, third!],
      },
      {
        description: 'Replace and Delete',
        operations: [
          {
            name: 'findOneAndReplace',
            arguments: { filter: { _id: 1 }, replacement: { y: 1 }, returnDocument: 'After' },
            expectResult: { _id: 1, y: 1 },
          },
          {
            name: 'findOneAndReplace',
            arguments: { filter: { _id: 8 }, replacement: { y: 8 }, upsert: true, returnDocument: 'Before' },
            expectResult: null,
          },
          {
            name: 'findOneAndDelete',
            arguments: { filter: { _id: { $lt: 9 } }, sort: { _id: -1 }, projection: { _id: 1 } },
            expectResult: { _id: 8 },
          },
          { name: 'findOneAndDelete', arguments: { filter: { _id: 99 } }, expectResult: null },
        ],
        outcome: [{ _id: 1, y: 1 }, second!, third!],
      },
      {
        description: 'tells of a duplicate by its keys',
        operations: [
          { name: 'createIndex', arguments: { keys: { x: 1 }, unique: true } },
          {
            name: 'findOneAndUpdate',
            arguments: { filter: { _id: 1 }, update: { $set: { x: 22 } } },
            expectError: { errorCode: 11000, errorResponse: { keyPattern: { x: 1 }, keyValue: { x: 22 } } },
          },
        ],
        outcome: rows,
      },
    ],
  },
  {
    description: 'what is not there is refused by its own code',
    initialData: rows,
    tests: [
      {
        description: 'commands',
        operations: [
          command({ bulkWrite: 1, ops: [], nsInfo: [] }, 59, 'CommandNotFound'),
          command({ mapReduce: ONE }, 59, 'CommandNotFound'),
          command({ collMod: ONE }, 59, 'CommandNotFound'),
          command({ find: ONE, frobnicate: 1 }, 40415),
          command({ explain: { find: ONE, frobnicate: 1 } }, 40415),
        ],
      },
      {
        description: 'options',
        operations: [
          command({ find: ONE, limit: -1 }, 51024),
          command({ find: ONE, skip: -1 }, 51024),
          command({ find: ONE, batchSize: -1 }, 51024),
          command({ find: ONE, tailable: true }, 238, 'NotImplemented'),
          command({ find: ONE, returnKey: true }, 238, 'NotImplemented'),
          command({ find: ONE, min: { x: 1 } }, 238, 'NotImplemented'),
          command({ find: ONE, collation: { locale: 'fr' } }, 238, 'NotImplemented'),
          command({ find: ONE, collation: { strength: 2 } }, 40414),
          command({ find: ONE, readConcern: { level: 'snapshot' } }, 123, 'NotAReplicaSet'),
          command({ find: ONE, readConcern: { level: 'frobnicate' } }, 2, 'BadValue'),
          command({ find: ONE, readConcern: { frobnicate: 1 } }, 40415),
          command({ find: ONE, writeConcern: { w: 1 } }, 72, 'InvalidOptions'),
          command({ insert: ONE, documents: [{}], writeConcern: { w: 2 } }, 2, 'BadValue'),
          command({ insert: ONE, documents: [{}], writeConcern: { w: 'tag' } }, 2, 'BadValue'),
          command({ insert: ONE, documents: [{}], writeConcern: { frobnicate: 1 } }, 9, 'FailedToParse'),
          command({ insert: ONE, documents: [{}], readConcern: { level: 'majority' } }, 72, 'InvalidOptions'),
          command({ insert: ONE, documents: [] }, 16, 'InvalidLength'),
          command({ insert: ONE, documents: [{}], txnNumber: Long.fromNumber(1) }, 20, 'IllegalOperation'),
          command({ aggregate: ONE, pipeline: [] }, 9, 'FailedToParse'),
          command({ aggregate: 1, pipeline: [], cursor: {} }, 238, 'NotImplemented'),
          command({ findAndModify: ONE, query: {} }, 9, 'FailedToParse'),
          command({ findAndModify: ONE, remove: true, new: true }, 9, 'FailedToParse'),
          command({ distinct: ONE }, 40414),
          command({ createIndexes: ONE, indexes: [{ key: { x: 1 }, name: 'x' }], commitQuorum: 1 }, 2, 'BadValue'),
          command({ getMore: Long.fromNumber(7), collection: ONE }, 43, 'CursorNotFound'),
        ],
        outcome: rows,
      },
      {
        description: 'operators',
        operations: (
          [
            [{ x: { $frobnicate: 1 } }, 2],
            [{ $frobnicate: 1 }, 2],
            [{ $where: '1' }, 238],
            [{ $text: { $search: 'x' } }, 238],
            [{ $jsonSchema: {} }, 238],
            [{ x: { $near: [1, 2] } }, 238],
            [{ x: { $in: 1 } }, 2],
            [{ x: { $size: -1 } }, 9],
            [{ x: { $mod: [0, 1] } }, 2],
            [{ x: { $regex: '(' } }, 51091],
            [{ $and: [] }, 2],
            [{ $expr: { $frobnicate: 1 } }, 168],
          ] as const
        ).map(([filter, errorCode]) => ({ name: 'find', arguments: { filter }, expectError: { errorCode } })),
      },
    ],
  },
];
