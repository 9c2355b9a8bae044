import { keyOf, rankOf } from '../bson/key.ts';
import { BSON, type RawValue } from '../bson/raw.ts';
import { excludesMissing } from './bounds.ts';
import type { Filter, Leaf, Predicate, RangeOperator } from './filter.ts';

/**
 * Whether the leaves, all of which hold, make the filter hold too. Errs towards no: a partial index is then not used.
 * Only leaves on values that are no arrays are compared, so arrays cannot fool it.
 */
export function implied(filter: Filter, leaves: readonly Leaf[]): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.parts.every((part) => implied(part, leaves));
    case 'or':
      return filter.parts.some((part) => implied(part, leaves));
    case 'leaf':
      return leaves.some((leaf) => leaf.path.text === filter.path.text && implies(leaf, filter.predicate));
    case 'nor':
    case 'not':
    case 'expression':
      return false;
  }
}

function implies(known: Leaf, wanted: Predicate): boolean {
  if (wanted.op === '$exists') return excludesMissing(known);
  const { predicate } = known;
  if (predicate.op === '$eq') return valueMeets(predicate.operand, wanted);
  if (predicate.op === '$in') {
    return (
      !predicate.patterns &&
      predicate.members.length > 0 &&
      predicate.members.every(({ operand }) => valueMeets(operand, wanted))
    );
  }
  if (isRange(predicate) && isRange(wanted)) return rangeMeets(predicate, wanted);
  return false;
}

type RangePredicate = Extract<Predicate, { op: RangeOperator }>;

function isRange(predicate: Predicate): predicate is RangePredicate {
  return predicate.op === '$gt' || predicate.op === '$gte' || predicate.op === '$lt' || predicate.op === '$lte';
}

/** Whether any document with this value passes: null and arrays stand for too much to say. */
function valueMeets(operand: RawValue, wanted: Predicate): boolean {
  const isNull = operand.type === BSON.null || operand.type === BSON.undefined;
  if (wanted.op === '$eq')
    return rankOf(operand.type) === rankOf(wanted.operand.type) && keyOf(operand).equals(wanted.key);
  if (wanted.op === '$in') {
    const key = keyOf(operand);
    return wanted.members.some((member) => key.equals(member.key));
  }
  if (
    !isRange(wanted) ||
    isNull ||
    operand.type === BSON.array ||
    rankOf(operand.type) !== rankOf(wanted.operand.type)
  ) {
    return false;
  }
  const order = Buffer.compare(keyOf(operand), wanted.key);
  if (Number.isNaN(numberOr0(operand)) || Number.isNaN(numberOr0(wanted.operand))) return false;
  return wanted.op === '$gt'
    ? order > 0
    : wanted.op === '$gte'
      ? order >= 0
      : wanted.op === '$lt'
        ? order < 0
        : order <= 0;
}

function numberOr0({ type, buf, at }: RawValue): number {
  return type === BSON.double ? buf.readDoubleLE(at) : 0;
}

function rangeMeets(known: RangePredicate, wanted: RangePredicate): boolean {
  if (rankOf(known.operand.type) !== rankOf(wanted.operand.type) || known.operand.type === BSON.array) return false;
  if (Number.isNaN(numberOr0(known.operand)) || Number.isNaN(numberOr0(wanted.operand))) return false;
  const order = Buffer.compare(known.key, wanted.key);
  if (known.op[1] !== wanted.op[1]) return false;
  const strictEnough = order === 0 && (known.op === wanted.op || wanted.op.endsWith('e'));
  return strictEnough || (known.op.startsWith('$g') ? order > 0 : order < 0);
}
