import type { Suite } from '../../support/unified-format.ts';

const rows = [
  { _id: 1, x: 11, tags: ['a', 'b'] },
  { _id: 2, x: 22, tags: ['b'] },
  { _id: 3, x: 33 },
  { _id: 4, x: 44 },
  { _id: 5, x: 55 },
];
const ids = (...list: number[]): { _id: number }[] => list.map((_id) => ({ _id }));
const byId = { projection: { _id: 1 }, sort: { _id: 1 } };

export const READING: readonly Suite[] = [
  {
    description: 'find',
    initialData: rows,
    indexes: [
      { key: { x: 1 }, name: 'by_x' },
      { key: { tags: 1 }, name: 'sparse_tags', sparse: true },
    ],
    tests: [
      {
        description: 'by a filter',
        operations: [{ name: 'find', arguments: { filter: { _id: 1 } }, expectResult: [rows[0]] }],
      },
      {
        description: 'with sort, skip and limit',
        operations: [
          {
            name: 'find',
            arguments: { filter: { _id: { $gt: 1 } }, ...byId, sort: { x: -1 }, skip: 1, limit: 2 },
            expectResult: ids(4, 3),
          },
        ],
      },
      {
        description: 'in batches',
        operations: [
          { name: 'find', arguments: { filter: {}, ...byId, batchSize: 2 }, expectResult: ids(1, 2, 3, 4, 5) },
        ],
      },
      {
        description: 'with a negative limit: one batch',
        operations: [{ name: 'find', arguments: { filter: {}, ...byId, limit: -2 }, expectResult: ids(1, 2) }],
      },
      {
        description: 'by index hints, by name and by keys',
        operations: [
          { name: 'find', arguments: { filter: { x: 33 }, ...byId, hint: 'by_x' }, expectResult: ids(3) },
          { name: 'find', arguments: { filter: { x: 33 }, ...byId, hint: { x: 1 } }, expectResult: ids(3) },
          {
            name: 'find',
            arguments: { filter: {}, projection: { _id: 1 }, hint: { $natural: -1 } },
            expectResult: ids(5, 4, 3, 2, 1),
          },
          // A hint is obeyed: a sparse index leaves out what it does not hold.
          { name: 'find', arguments: { filter: {}, ...byId, hint: 'sparse_tags' }, expectResult: ids(1, 2) },
        ],
      },
      {
        description: 'with a hint of no index',
        operations: [
          {
            name: 'find',
            arguments: { filter: {}, hint: 'absent' },
            expectError: { errorCode: 2, errorContains: 'hint provided does not correspond to an existing index' },
          },
        ],
      },
      {
        description: 'with a comment of any kind, allowDiskUse, maxTimeMS, a read concern',
        operations: [
          {
            name: 'find',
            arguments: { filter: {}, ...byId, batchSize: 2, comment: 'text' },
            expectResult: ids(1, 2, 3, 4, 5),
          },
          {
            name: 'find',
            arguments: { filter: {}, ...byId, comment: { key: 'value' } },
            expectResult: ids(1, 2, 3, 4, 5),
          },
          {
            name: 'find',
            arguments: { filter: {}, ...byId, allowDiskUse: true, maxTimeMS: 10_000 },
            expectResult: ids(1, 2, 3, 4, 5),
          },
          {
            name: 'find',
            arguments: { filter: {}, ...byId, readConcern: { level: 'majority' } },
            expectResult: ids(1, 2, 3, 4, 5),
          },
        ],
      },
      {
        description: 'with variables',
        operations: [
          {
            name: 'find',
            arguments: { filter: { $expr: { $eq: ['$_id', '$$id'] } }, let: { id: 2 }, ...byId },
            expectResult: ids(2),
          },
          { name: 'find', arguments: { filter: {}, let: { id: '$x' } }, expectError: { errorCode: 4890500 } },
          { name: 'find', arguments: { filter: { $expr: '$$absent' } }, expectError: { errorCode: 17276 } },
        ],
      },
      {
        description: 'bitwise',
        operations: [
          { name: 'find', arguments: { filter: { x: { $bitsAllSet: 3 } }, ...byId }, expectResult: ids(1, 5) },
          { name: 'find', arguments: { filter: { x: { $bitsAnySet: [0, 63] } }, ...byId }, expectResult: ids(1, 3, 5) },
          { name: 'find', arguments: { filter: { x: { $bitsAllClear: 11 } }, ...byId }, expectResult: [] },
          { name: 'find', arguments: { filter: { x: { $bitsAnyClear: [0] } }, ...byId }, expectResult: ids(2, 4) },
          {
            name: 'find',
            arguments: { filter: { x: { $bitsAllSet: -1 } } },
            expectError: { errorCode: 9, errorCodeName: 'FailedToParse' },
          },
          {
            name: 'find',
            arguments: { filter: { x: { $bitsAllSet: 'x' } } },
            expectError: { errorCode: 2, errorCodeName: 'BadValue' },
          },
        ],
      },
      { description: 'in a session', operations: [{ name: 'withSession', expectResult: rows }] },
      {
        description: 'of what is not there',
        operations: [
          { name: 'find', arguments: { filter: { _id: 99 } }, expectResult: [] },
          { name: 'findOne', arguments: { filter: { _id: 99 } }, expectResult: null },
          { name: 'findOne', arguments: { filter: { x: { $gt: 11 } }, sort: { x: 1 } }, expectResult: rows[1] },
        ],
      },
    ],
  },
  {
    description: 'counting and distinct',
    initialData: rows,
    tests: [
      {
        description: 'countDocuments',
        operations: [
          { name: 'countDocuments', arguments: { filter: {} }, expectResult: 5 },
          { name: 'countDocuments', arguments: { filter: { _id: { $gt: 1 } }, skip: 1, limit: 2 }, expectResult: 2 },
          { name: 'countDocuments', arguments: { filter: { x: 99 }, comment: 'c' }, expectResult: 0 },
          { name: 'countDocuments', arguments: { filter: {}, hint: 'absent' }, expectError: { errorCode: 2 } },
        ],
      },
      {
        description: 'estimatedDocumentCount',
        operations: [
          { name: 'estimatedDocumentCount', arguments: {}, expectResult: 5 },
          { name: 'estimatedDocumentCount', arguments: { maxTimeMS: 6_000, comment: { key: 1 } }, expectResult: 5 },
        ],
      },
      {
        description: 'distinct',
        operations: [
          { name: 'distinct', arguments: { fieldName: 'x', filter: { _id: { $lt: 3 } } }, expectResult: [11, 22] },
          { name: 'distinct', arguments: { fieldName: 'tags', filter: {}, comment: 'c' }, expectResult: ['a', 'b'] },
          { name: 'distinct', arguments: { fieldName: 'absent', filter: {} }, expectResult: [] },
        ],
      },
    ],
  },
];
