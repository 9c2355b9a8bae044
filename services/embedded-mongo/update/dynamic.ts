import { type Branch, rawOf } from '../bson/tree.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { matches } from '../query/match.ts';

/** What a change does with a value: replaces it, or goes on into it, by elements (`$[]`) or by names. */
export type Use = 'value' | 'elements' | 'names';

/**
 * What the changes of one update to one document have done where their paths hold `$`, `$[]` or `$[identifier]`. Which
 * elements these mean is known only now, and MongoDB decides it before the first change: no change's filter sees what
 * another change wrote.
 */
export class DynamicPaths {
  private readonly filters: ReadonlyMap<string, Filter>;
  private readonly chosen = new Map<Branch, Map<string, number[]>>();
  private readonly uses = new Map<Branch, Map<string, Use>>();

  /** @param filters by identifier; each is a filter over a document `{ <identifier>: <element> }` */
  constructor(filters: ReadonlyMap<string, Filter>) {
    this.filters = filters;
  }

  /** The indexes of the elements that an identifier means; '' means all. */
  elements(array: Branch, identifier: string): readonly number[] {
    const known = this.chosen.get(array);
    if (known !== undefined) return known.get(identifier)!;
    const all = array.nodes.map((_, index) => index);
    const chosen = new Map<string, number[]>([['', all]]);
    for (const [name, filter] of this.filters) {
      const fits = (index: number): boolean =>
        matches(filter, new BsonWriter(64).begin().raw(name, rawOf(array.nodes[index]!)).end().finish());
      chosen.set(name, all.filter(fits));
    }
    this.chosen.set(array, chosen);
    return chosen.get(identifier)!;
  }

  /** Notes that a change uses a value. @throws CommandError 40 when another change uses it in a way that does not go with it */
  use(parent: Branch, name: string, use: Use): void {
    const uses = this.uses.get(parent) ?? new Map<string, Use>();
    const before = uses.get(name);
    if (before !== undefined && (before !== use || use === 'value'))
      throw new CommandError(40, `Update created a conflict at '${name}'`);
    this.uses.set(parent, uses.set(name, use));
  }
}
