import type { Suite } from '../../support/unified-format.ts';

const rows = [
  { _id: 1, x: 11 },
  { _id: 2, x: 22 },
  { _id: 3, x: 33 },
];
const [first, second, third] = rows;
const FRENCH = { locale: 'fr' };

/** The same write by each of its single and many forms, refused. */
const refused = (options: object, expectError: object): Suite['tests'][number]['operations'] => [
  { name: 'updateOne', arguments: { filter: {}, update: { $set: { x: 1 } }, ...options }, expectError },
  { name: 'updateMany', arguments: { filter: {}, update: { $set: { x: 1 } }, ...options }, expectError },
  { name: 'replaceOne', arguments: { filter: {}, replacement: { x: 1 }, ...options }, expectError },
  { name: 'deleteOne', arguments: { filter: {}, ...options }, expectError },
  { name: 'deleteMany', arguments: { filter: {}, ...options }, expectError },
  { name: 'findOneAndUpdate', arguments: { filter: {}, update: { $set: { x: 1 } }, ...options }, expectError },
  { name: 'findOneAndReplace', arguments: { filter: {}, replacement: { x: 1 }, ...options }, expectError },
  { name: 'findOneAndDelete', arguments: { filter: {}, ...options }, expectError },
];

export const UPDATING: readonly Suite[] = [
  {
    description: 'update and delete',
    initialData: rows,
    tests: [
      {
        description: 'one and many',
        operations: [
          {
            name: 'updateOne',
            arguments: { filter: { _id: { $gt: 1 } }, update: { $inc: { x: 1 } }, hint: '_id_' },
            expectResult: { matchedCount: 1, modifiedCount: 1, upsertedCount: 0 },
          },
          {
            name: 'updateMany',
            arguments: { filter: { _id: { $gt: 1 } }, update: { $inc: { x: 1 } }, comment: 'c' },
            expectResult: { matchedCount: 2, modifiedCount: 2 },
          },
          {
            name: 'updateOne',
            arguments: { filter: { _id: 1 }, update: { $set: { x: 11 } } },
            expectResult: { matchedCount: 1, modifiedCount: 0 },
          },
          {
            name: 'updateMany',
            arguments: { filter: { _id: 9 }, update: { $set: { x: 1 } }, upsert: true },
            expectResult: { matchedCount: 0, modifiedCount: 0, upsertedCount: 1, upsertedId: 9 },
          },
          { name: 'deleteOne', arguments: { filter: { _id: 9 }, hint: { _id: 1 } }, expectResult: { deletedCount: 1 } },
        ],
        outcome: [first!, { _id: 2, x: 24 }, { _id: 3, x: 34 }],
      },
      {
        description: 'by pipelines with variables',
        operations: [
          {
            name: 'updateOne',
            arguments: {
              filter: { $expr: { $eq: ['$_id', '$$id'] } },
              update: [{ $set: { x: '$$x' } }],
              let: { id: 1, x: 'foo' },
            },
            expectResult: { modifiedCount: 1 },
          },
          {
            name: 'updateMany',
            arguments: {
              filter: { _id: 2 },
              update: [{ $project: { x: 1 } }, { $addFields: { y: { $add: ['$x', 1] } } }],
            },
            expectResult: { modifiedCount: 1 },
          },
          {
            name: 'updateOne',
            arguments: {
              filter: { _id: 3 },
              update: [{ $replaceWith: { $setField: { field: { $literal: '$a.b' }, value: 1, input: '$$ROOT' } } }],
            },
            expectResult: { modifiedCount: 1 },
          },
          {
            name: 'updateOne',
            arguments: { filter: { _id: 3 }, update: [{ $match: {} }] },
            expectError: { errorCode: 72 },
          },
        ],
        outcome: [
          { _id: 1, x: 'foo' },
          { _id: 2, x: 22, y: 23 },
          { _id: 3, x: 33, '$a.b': 1 },
        ],
      },
      {
        description: 'with array filters',
        operations: [
          { name: 'updateOne', arguments: { filter: { _id: 1 }, update: { $set: { y: [{ b: 3 }, { b: 1 }] } } } },
          {
            name: 'updateOne',
            arguments: { filter: { _id: 1 }, update: { $set: { 'y.$[i].b': 2 } }, arrayFilters: [{ 'i.b': 3 }] },
            expectResult: { modifiedCount: 1 },
          },
          {
            name: 'updateOne',
            arguments: { filter: { _id: 1 }, update: { $set: { 'y.$[].b': 2 } } },
            expectResult: { modifiedCount: 1 },
          },
          {
            name: 'updateOne',
            arguments: { filter: {}, update: { $set: { x: 1 } }, arrayFilters: [{ i: 1 }] },
            expectError: { errorCode: 9 },
          },
        ],
        outcome: [{ _id: 1, x: 11, y: [{ b: 2 }, { b: 2 }] }, second!, third!] as never,
      },
      {
        description: 'a replacement, also by upsert',
        operations: [
          {
            name: 'replaceOne',
            arguments: { filter: { _id: 1 }, replacement: { y: { $z: 1 } } },
            expectResult: { matchedCount: 1, modifiedCount: 1 },
          },
          {
            name: 'replaceOne',
            arguments: { filter: { _id: 9 }, replacement: { z: 1 }, upsert: true },
            expectResult: { upsertedId: 9 },
          },
        ],
        outcome: [{ _id: 1, y: { $z: 1 } }, second!, third!, { _id: 9, z: 1 }] as never,
      },
      {
        description: 'a collation is refused',
        operations: refused({ collation: FRENCH }, { errorCode: 238 }),
        outcome: rows,
      },
      {
        description: 'a hint of no index is refused',
        operations: refused({ hint: 'absent' }, { errorCode: 2 }),
        outcome: rows,
      },
      {
        description: 'variables that read a document are refused',
        operations: refused({ let: { a: '$x' } }, { errorCode: 4890500 }),
        outcome: rows,
      },
      {
        description: 'a sort within an update is refused, as before version 8',
        operations: [
          {
            name: 'updateOne',
            arguments: { filter: {}, update: { $set: { x: 1 } }, sort: { _id: 1 } },
            expectError: { isClientError: false, errorCode: 40415 },
          },
          {
            name: 'replaceOne',
            arguments: { filter: {}, replacement: { x: 1 }, sort: { _id: 1 } },
            expectError: { isClientError: false, errorCode: 40415 },
          },
        ],
        outcome: rows,
      },
    ],
  },
];
