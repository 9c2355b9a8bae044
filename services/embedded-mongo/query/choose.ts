import { CommandError } from '../errors.ts';
import { BSON, type RawValue } from '../bson/raw.ts';
import type { Collection } from '../store/catalogue.ts';
import { keyText } from '../store/index-spec.ts';
import type { Store } from '../store/store.ts';
import type { TimeBudget } from './budget.ts';
import type { Filter } from './filter.ts';
import { type Plan, plansFor, planWith } from './plan.ts';
import { parseSort, type SortField } from './sort.ts';

export interface Question {
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  /** How many documents are wanted, 0 for all. */
  readonly limit: number;
  readonly hint?: RawValue | undefined;
  readonly budget?: TimeBudget | undefined;
}

/** A bounded plan that must sort is kept beside a sorted one up to this many keys. */
const SORT_WORTH = 200;

/** The plan that promises the least work. @throws CommandError 2 for a hint that names no index */
export function choosePlan(store: Store, collection: Collection, question: Question): Plan {
  const all = plansFor(collection, question.filter, question.sort);
  const plans = question.hint === undefined ? all : hinted(collection, all, question);
  const single = plans.find((plan) => plan.single && plan.stretches.length <= 1);
  if (single !== undefined) return single;
  const bounded = plans.filter((plan) => plan.pinned > 0 || plan.ranged).sort(byBounds);
  const best = bounded[0];
  const sorted = plans.filter((plan) => plan.sorted).sort(byBounds)[0];
  if (best === undefined) return (question.sort.length > 0 && sorted) || plans.at(-1)!;
  if (question.sort.length === 0 || best.sorted) return best;
  if (sorted === undefined) return best;
  return keysUpTo(store, best, SORT_WORTH) < SORT_WORTH ? best : sorted;
}

function byBounds(left: Plan, right: Plan): number {
  return (
    right.pinned - left.pinned ||
    Number(right.ranged) - Number(left.ranged) ||
    Number(right.sorted) - Number(left.sorted) ||
    Number(left.residual !== undefined) - Number(right.residual !== undefined)
  );
}

function keysUpTo(store: Store, plan: Plan, most: number): number {
  const table = plan.index === undefined ? store.environment.documents : store.environment.indexes;
  let count = 0;
  for (const stretch of plan.stretches) {
    const keys = table.keys(stretch, false, most - count);
    while (keys.next().done !== true) count++;
    if (count >= most) break;
  }
  return count;
}

function hinted(collection: Collection, plans: readonly Plan[], { hint, filter, sort }: Question): Plan[] {
  const collectionScan = plans.at(-1)!;
  const wanted = hintText(hint!);
  if (wanted === '$natural:-1' && sort.length === 0) return [{ ...collectionScan, reverse: true }];
  if (['$natural:1', '$natural:-1', '_id_', '_id:1'].includes(wanted)) return [collectionScan];
  const index = collection.indexes.find((one) => one.ready && (one.name === wanted || keyText(one.fields) === wanted));
  if (index === undefined) {
    throw new CommandError(
      2,
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  // As in MongoDB, a hint is obeyed: an index that leaves documents out leaves them out of the answer.
  return [plans.find((one) => one.index === index) ?? planWith(index, filter, sort)];
}

function hintText(hint: RawValue): string {
  if (hint.type === BSON.string) return hint.buf.toString('utf8', hint.at + 4, hint.end - 1);
  return keyText(parseSort(hint));
}
