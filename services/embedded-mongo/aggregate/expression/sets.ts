import { keyOf } from '../../bson/key.ts';
import { type RawValue } from '../../bson/raw.ts';
import { elementsOf } from '../../bson/value.ts';
import { CommandError } from '../../errors.ts';
import { isArray, isNullish, kindOf, type MakeOperator, NULL, operands, rawArray, rawBool } from './scope.ts';

const textKey = (value: RawValue): string => keyOf(value).toString('latin1');

/** Distinct values in MongoDB's order, as its sets give them. */
function asSet(values: readonly RawValue[]): RawValue {
  const distinct = new Map<string, RawValue>();
  for (const value of values) if (!distinct.has(textKey(value))) distinct.set(textKey(value), value);
  const ordered = [...distinct].sort(([left], [right]) => (left < right ? -1 : 1));
  return rawArray(ordered.map(([, value]) => value));
}

function combiningSets(code: number, merge: (sets: readonly RawValue[][]) => RawValue): MakeOperator {
  return (given, compile, name) => {
    const parts = operands(name, given, compile, 0, Infinity);
    return (scope) => {
      const sets: RawValue[][] = [];
      for (const part of parts) {
        const value = part(scope);
        if (isNullish(value)) return NULL;
        if (!isArray(value))
          throw new CommandError(
            code,
            `All operands of ${name} must be arrays. One argument is of type: ${kindOf(value)}`,
          );
        sets.push(elementsOf(value));
      }
      return merge(sets);
    };
  };
}

const union = combiningSets(17043, (sets) => asSet(sets.flat()));
const intersection = combiningSets(17047, ([first = [], ...others]) => {
  const keys = others.map((set) => new Set(set.map(textKey)));
  return asSet(first.filter((value) => keys.every((set) => set.has(textKey(value)))));
});

function relatingSets(
  code: number,
  relate: (left: RawValue[], right: RawValue[]) => RawValue,
  nullable: boolean,
): MakeOperator {
  return (given, compile, name) => {
    const [first, second] = operands(name, given, compile, 2);
    return (scope) => {
      const [left, right] = [first!(scope), second!(scope)];
      if (nullable && (isNullish(left) || isNullish(right))) return NULL;
      if (!isArray(left) || !isArray(right))
        throw new CommandError(code, `both operands of ${name} must be arrays: ${kindOf(left)}, ${kindOf(right)}`);
      return relate(elementsOf(left), elementsOf(right));
    };
  };
}

/** The values of `left` that are not in `right`, once each, in their own order. */
function difference(left: readonly RawValue[], right: readonly RawValue[]): RawValue {
  const seen = new Set(right.map(textKey));
  return rawArray(
    left.filter((value) => {
      const isNew = !seen.has(textKey(value));
      seen.add(textKey(value));
      return isNew;
    }),
  );
}

function isWithin(left: readonly RawValue[], right: readonly RawValue[]): boolean {
  const keys = new Set(right.map(textKey));
  return left.every((value) => keys.has(textKey(value)));
}

/** Operators on arrays taken as sets. */
export const SETS: readonly (readonly [string, MakeOperator])[] = [
  ['$setUnion', union],
  ['$setIntersection', intersection],
  ['$setDifference', relatingSets(17048, difference, true)],
  ['$setIsSubset', relatingSets(17042, (left, right) => rawBool(isWithin(left, right)), false)],
  ['$setEquals', relatingSets(17044, (left, right) => rawBool(isWithin(left, right) && isWithin(right, left)), false)],
];
