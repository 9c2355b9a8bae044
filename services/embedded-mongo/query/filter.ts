import type { RawValue } from '../bson/raw.ts';
import type { PathWalk, Path } from './path.ts';

export type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';

/** What a leaf asks of a value; the planner reads these, the matcher only runs the leaf's walk. */
export type Predicate =
  | { readonly op: '$eq'; readonly operand: RawValue; readonly key: Buffer }
  | { readonly op: RangeOperator; readonly operand: RawValue; readonly key: Buffer }
  | {
      readonly op: '$in';
      readonly members: readonly { readonly operand: RawValue; readonly key: Buffer }[];
      readonly patterns: boolean;
    }
  | { readonly op: '$exists' }
  | { readonly op: '$regex'; readonly prefix: string | undefined }
  | { readonly op: 'other' };

/** A parsed filter. */
export type Filter =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'leaf'; readonly path: Path; readonly predicate: Predicate; readonly walk: PathWalk }
  | { readonly kind: 'expression'; readonly holds: (doc: Buffer) => boolean };

export type Leaf = Extract<Filter, { kind: 'leaf' }>;

/** Matches everything. */
export const EVERYTHING: Filter = { kind: 'and', parts: [] };
