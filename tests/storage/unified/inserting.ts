import type { Suite } from '../../support/unified-format.ts';

const rows = [
  { _id: 1, x: 11 },
  { _id: 2, x: 22 },
  { _id: 3, x: 33 },
];
const [first, second, third] = rows;
const none = { w: 0 };

export const INSERTING: readonly Suite[] = [
  {
    description: 'insert',
    initialData: [first!],
    tests: [
      {
        description: 'one, and one with its _id taken',
        operations: [
          {
            name: 'insertOne',
            arguments: { document: { _id: 2, x: 22 }, comment: 'c' },
            expectResult: { insertedId: 2 },
          },
          {
            name: 'insertOne',
            arguments: { document: { _id: 1 } },
            expectError: { errorCode: 11000, errorContains: 'E11000' },
          },
        ],
        outcome: [first!, second!],
      },
      {
        description: 'keys with dollars and dots',
        operations: [
          {
            name: 'insertOne',
            arguments: { document: { _id: 2, $a: 1, 'b.c': 2, d: { $e: 3 } } },
            expectResult: { insertedId: 2 },
          },
          {
            name: 'insertOne',
            arguments: { document: { _id: { 'a.b': 1 } } },
            expectResult: { insertedId: { 'a.b': 1 } },
          },
          { name: 'insertOne', arguments: { document: { _id: { $a: 1 } } }, expectError: { errorCode: 52 } },
        ],
      },
      {
        description: 'an _id of null',
        operations: [
          // The driver would give a document without an _id, or with null, a new one.
          {
            name: 'runCommand',
            object: 'database',
            arguments: { command: { insert: '%collection', documents: [{ _id: null }] } },
          },
          { name: 'countDocuments', arguments: { filter: { _id: { $type: 'null' } } }, expectResult: 1 },
          { name: 'deleteMany', arguments: { filter: { _id: null } }, expectResult: { deletedCount: 1 } },
          {
            name: 'updateOne',
            arguments: { filter: { _id: null }, update: { $set: { x: 1 } }, upsert: true },
            expectResult: { upsertedCount: 1, upsertedId: null },
          },
        ],
        outcome: [{ _id: null, x: 1 }, first!],
      },
      {
        description: 'many, ordered and not',
        operations: [
          {
            name: 'insertMany',
            arguments: { documents: [{ _id: 2, x: 22 }, { _id: 1 }, { _id: 3, x: 33 }], ordered: true },
            expectError: { errorCode: 11000, expectResult: { insertedCount: 1 } },
          },
          {
            name: 'insertMany',
            arguments: { documents: [{ _id: 1 }, { _id: 3, x: 33 }], ordered: false },
            expectError: { errorCode: 11000, expectResult: { insertedCount: 1 } },
          },
        ],
        outcome: rows,
      },
      {
        description: 'unacknowledged',
        operations: [
          {
            name: 'insertOne',
            arguments: { document: { _id: 2, x: 22 }, writeConcern: none },
            expectResult: { acknowledged: false },
          },
          {
            name: 'deleteOne',
            arguments: { filter: { _id: 1 }, writeConcern: none, hint: '_id_' },
            expectResult: { acknowledged: false },
          },
          {
            name: 'updateOne',
            arguments: { filter: { _id: 2 }, update: { $set: { x: 0 } }, writeConcern: none, hint: { _id: 1 } },
            expectResult: { acknowledged: false },
          },
          { name: 'insertOne', arguments: { document: { _id: 3, x: 33 } } },
        ],
        outcome: [{ _id: 2, x: 0 }, third!],
      },
    ],
  },
];
