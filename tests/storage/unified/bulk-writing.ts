import mongoose from 'mongoose';
import type { Suite } from '../../support/unified-format.ts';

const { Long } = mongoose.mongo;
const rows = [
  { _id: 1, x: 11 },
  { _id: 2, x: 22 },
  { _id: 3, x: 33 },
];
const [first, second, third] = rows;

export const BULK_WRITING: readonly Suite[] = [
  {
    description: 'bulkWrite',
    initialData: rows,
    tests: [
      {
        description: 'of every kind',
        operations: [
          {
            name: 'bulkWrite',
            arguments: {
              comment: 'c',
              requests: [
                { insertOne: { document: { _id: 4, x: 44 } } },
                { updateOne: { filter: { _id: 1 }, update: { $inc: { x: 1 } }, hint: '_id_' } },
                { updateMany: { filter: { _id: { $gt: 3 } }, update: { $set: { y: 1 } } } },
                { updateOne: { filter: { _id: 5 }, update: { $set: { x: 55 } }, upsert: true } },
                { replaceOne: { filter: { _id: 2 }, replacement: { z: 1 } } },
                { deleteOne: { filter: { _id: 3 } } },
                { deleteMany: { filter: { x: 44 } } },
              ],
            },
            expectResult: { insertedCount: 1, matchedCount: 3, modifiedCount: 3, upsertedCount: 1, deletedCount: 2 },
          },
        ],
        outcome: [
          { _id: 1, x: 12 },
          { _id: 2, z: 1 },
          { _id: 5, x: 55 },
        ] as never,
      },
      {
        description: 'ordered, stops at the first failure within one batch',
        operations: [
          { name: 'createIndex', arguments: { keys: { x: 1 }, unique: true } },
          {
            name: 'bulkWrite',
            arguments: {
              requests: [
                { updateOne: { filter: { _id: 1 }, update: { $set: { x: 0 } } } },
                { updateOne: { filter: { _id: 2 }, update: { $set: { x: 33 } } } },
                { updateOne: { filter: { _id: 3 }, update: { $set: { x: 1 } } } },
              ],
            },
            expectError: { errorCode: 11000, expectResult: { modifiedCount: 1 } },
          },
        ],
        outcome: [{ _id: 1, x: 0 }, second!, third!],
      },
      {
        description: 'unordered, goes on after failures',
        operations: [
          {
            name: 'bulkWrite',
            arguments: {
              ordered: false,
              requests: [
                { updateOne: { filter: { _id: 1 }, update: { $push: { x: 1 } } } },
                { updateOne: { filter: { _id: 2 }, update: { $set: { x: 0 } } } },
                { deleteOne: { filter: { _id: 3 } } },
              ],
            },
            expectError: { errorCode: 2, expectResult: { modifiedCount: 1, deletedCount: 1 } },
          },
        ],
        outcome: [first!, { _id: 2, x: 0 }],
      },
      {
        description: 'with variables',
        operations: [
          {
            name: 'bulkWrite',
            arguments: {
              let: { id: 1, by: Long.fromNumber(2) },
              requests: [
                {
                  updateOne: {
                    filter: { $expr: { $eq: ['$_id', '$$id'] } },
                    update: [{ $set: { x: { $multiply: ['$x', '$$by'] } } }],
                  },
                },
                { deleteOne: { filter: { $expr: { $eq: ['$_id', { $add: ['$$id', 1] }] } } } },
              ],
            },
            expectResult: { modifiedCount: 1, deletedCount: 1 },
          },
        ],
        outcome: [{ _id: 1, x: 22 }, third!],
      },
    ],
  },
];
