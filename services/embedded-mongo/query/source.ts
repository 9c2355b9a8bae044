import type { Collection } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import type { TimeBudget } from './budget.ts';
import { matches } from './match.ts';
import type { Filter } from './filter.ts';
import { Pace } from './pace.ts';
import type { Plan } from './plan.ts';
import type { Projection } from './project.ts';
import { Scan } from './scan.ts';
import { Sorter, type SortField } from './sort.ts';

/** A stream of documents that can be stopped and gone on with. */
export interface Source {
  /** Shows documents to `visit` until it wants no more. Resolves with true when there are none left. */
  pull(visit: (doc: Buffer) => boolean): Promise<boolean>;
}

/** Documents held in memory. */
export class ListSource implements Source {
  private at = 0;
  private readonly docs: readonly Buffer[];

  constructor(docs: readonly Buffer[]) {
    this.docs = docs;
  }

  async pull(visit: (doc: Buffer) => boolean): Promise<boolean> {
    const pace = new Pace();
    while (this.at < this.docs.length) {
      if (!visit(this.docs[this.at++]!)) return this.at === this.docs.length;
      if (pace.due()) await pace.pause();
    }
    return true;
  }
}

/** The documents a plan finds, in its order. */
export class ScanSource implements Source {
  private readonly scan: Scan;
  private readonly budget: TimeBudget;

  /** `skip` as in Scan. */
  constructor(
    store: Store,
    collection: Collection,
    plan: Plan,
    { budget, skip }: { budget: TimeBudget; skip: number },
  ) {
    this.scan = new Scan(store, collection, plan, skip);
    this.budget = budget;
  }

  async pull(visit: (doc: Buffer) => boolean): Promise<boolean> {
    let stopped = false;
    await this.scan.run((doc) => {
      stopped = !visit(doc);
      return !stopped;
    }, this.budget);
    return !stopped;
  }
}

/** A source that is first read to its end and then gives a list made from it. */
export class CollectingSource implements Source {
  private readonly collect: () => Promise<readonly Buffer[]>;
  private list: ListSource | undefined;

  constructor(collect: () => Promise<readonly Buffer[]>) {
    this.collect = collect;
  }

  async pull(visit: (doc: Buffer) => boolean): Promise<boolean> {
    this.list ??= new ListSource(await this.collect());
    return this.list.pull(visit);
  }
}

/** Sorts in memory; with a limit only the first so many are kept. */
export function sorted(source: Source, sort: readonly SortField[], limit: number): Source {
  return new CollectingSource(async () => {
    const sorter = new Sorter(sort, limit);
    await source.pull((doc) => {
      sorter.add(doc);
      return true;
    });
    return sorter.takeInSlices();
  });
}

/** Passes over the first `skip` documents and ends after `limit` (0: no end). */
export class WindowSource implements Source {
  private toSkip: number;
  private left: number;
  private readonly source: Source;

  constructor(source: Source, skip: number, limit: number) {
    this.source = source;
    this.toSkip = skip;
    this.left = limit > 0 ? limit : Infinity;
  }

  async pull(visit: (doc: Buffer) => boolean): Promise<boolean> {
    if (this.left === 0) return true;
    const over = await this.source.pull((doc) => {
      if (this.toSkip > 0) {
        this.toSkip--;
        return true;
      }
      this.left--;
      return visit(doc) && this.left > 0;
    });
    return over || this.left === 0;
  }
}

/** Changes each document; undefined leaves it out. */
export class MapSource implements Source {
  private readonly source: Source;
  private readonly change: (doc: Buffer) => Buffer | undefined;

  constructor(source: Source, change: (doc: Buffer) => Buffer | undefined) {
    this.source = source;
    this.change = change;
  }

  pull(visit: (doc: Buffer) => boolean): Promise<boolean> {
    return this.source.pull((doc) => {
      const changed = this.change(doc);
      return changed === undefined || visit(changed);
    });
  }
}

/** A projection over a source; the positional one asks the filter which array element it means. */
export function projected(source: Source, projection: Projection, filter: Filter): Source {
  if (!projection.positional) return new MapSource(source, (doc) => projection.apply(doc, -1));
  return new MapSource(source, (doc) => {
    const trace = { index: -1 };
    matches(filter, doc, 0, trace);
    return projection.apply(doc, trace.index);
  });
}
