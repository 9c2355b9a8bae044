import { BSON } from '../../bson/raw.ts';
import { elementsOf } from '../../bson/value.ts';
import { type Accumulator, average, extreme, sum } from '../accumulators.ts';
import { type MakeOperator, operands } from './scope.ts';

/** An accumulator as an expression: over the elements of one array, or over all of its operands. */
function gathering(create: () => Accumulator): MakeOperator {
  return (given, compile, name) => {
    const parts = operands(name, given, compile, 0, Infinity);
    return (scope) => {
      const gathered = create();
      for (const part of parts) {
        const value = part(scope);
        if (parts.length === 1 && value?.type === BSON.array) for (const one of elementsOf(value)) gathered.add(one);
        else gathered.add(value);
      }
      return gathered.result();
    };
  };
}

export const GATHERING: readonly (readonly [string, MakeOperator])[] = [
  ['$sum', gathering(sum)],
  ['$avg', gathering(average)],
  ['$min', gathering(() => extreme(-1))],
  ['$max', gathering(() => extreme(1))],
];
