import type { Suite } from '../../support/unified-format.ts';

const rows = [
  { _id: 1, x: 11, tags: ['a', 'b'] },
  { _id: 2, x: 22, tags: ['b'] },
  { _id: 3, x: 33 },
  { _id: 4, x: 44 },
  { _id: 5, x: 55 },
];
const ids = (...list: number[]): { _id: number }[] => list.map((_id) => ({ _id }));

export const AGGREGATING: readonly Suite[] = [
  {
    description: 'aggregate',
    initialData: rows,
    tests: [
      {
        description: 'in batches, with options that change nothing',
        operations: [
          {
            name: 'aggregate',
            arguments: {
              pipeline: [{ $match: { _id: { $gt: 1 } } }, { $project: { _id: 1 } }],
              batchSize: 2,
              allowDiskUse: true,
              comment: { a: 1 },
            },
            expectResult: ids(2, 3, 4, 5),
          },
        ],
      },
      {
        description: 'with variables',
        operations: [
          {
            name: 'aggregate',
            arguments: {
              pipeline: [
                { $match: { $expr: { $eq: ['$_id', '$$id'] } } },
                { $project: { _id: 0, x: 1, y: '$$y', z: '$$z.deep' } },
              ],
              let: { id: 1, y: { $literal: '$y' }, z: { deep: 7 } },
            },
            expectResult: [{ x: 11, y: '$y', z: 7 }],
          },
        ],
      },
      {
        description: 'facets and joins',
        operations: [
          {
            name: 'aggregate',
            arguments: {
              pipeline: [
                {
                  $facet: {
                    few: [{ $limit: 1 }, { $project: { _id: 1 } }],
                    all: [{ $count: 'n' }],
                    none: [{ $match: { x: 0 } }],
                  },
                },
              ],
            },
            expectResult: [{ few: [{ _id: 1 }], all: [{ n: 5 }], none: [] }],
          },
          {
            name: 'aggregate',
            arguments: {
              pipeline: [
                { $match: { _id: 1 } },
                { $lookup: { from: 'absent', localField: 'x', foreignField: 'x', as: 'them' } },
                { $project: { them: 1 } },
              ],
            },
            expectResult: [{ _id: 1, them: [] }],
          },
        ],
      },
      {
        description: 'what is refused',
        operations: [
          ...(
            [
              [{ $out: 'other' }, 238],
              [{ $merge: { into: 'other' } }, 238],
              [{ $frobnicate: {} }, 40324],
              [{ $project: { a: { $frobnicate: 1 } } }, 168],
              [{ $project: { a: { $pow: [1, 2] } } }, 238],
              [{ $lookup: { from: 'x', let: {}, pipeline: [], as: 'y' } }, 238],
              [{ $lookup: { from: 'x', as: 'y' } }, 9],
              [{ $facet: { a: [{ $facet: { b: [] } }] } }, 40600],
              [{ $facet: {} }, 40169],
              [{ $limit: 0 }, 15958],
              [{ $skip: -1 }, 5107200],
              [{ $group: { a: { $sum: 1 } } }, 15955],
              [{ $group: { _id: null, a: { $frobnicate: 1 } } }, 15952],
              [{ $set: { a: { $divide: [1, 0] } } }, 2],
              [{ $set: { a: { $add: ['$tags', 'x'] } } }, 14],
            ] as const
          ).map(([stage, errorCode]) => ({
            name: 'aggregate',
            arguments: { pipeline: [{ $match: { _id: 1 } }, stage] },
            expectError: { errorCode },
          })),
          {
            name: 'aggregate',
            object: 'admin' as const,
            arguments: { pipeline: [{ $listLocalSessions: {} }] },
            expectError: { errorCode: 238 },
          },
          {
            name: 'aggregate',
            object: 'admin' as const,
            arguments: { pipeline: [{ $currentOp: {} }] },
            expectError: { errorCode: 238 },
          },
        ],
      },
    ],
  },
];
