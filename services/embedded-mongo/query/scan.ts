import type { Collection } from '../store/catalogue.ts';
import { docKeyIn } from '../store/secondary-index.ts';
import { keysBehind, type KeyRange } from '../store/lmdb.ts';
import type { Store } from '../store/store.ts';
import type { TimeBudget } from './budget.ts';
import { matches } from './match.ts';
import type { Plan, Stretch } from './plan.ts';

/** A slice of a scan ends after this long, so that other queries do not wait. */
const SLICE_MS = 4;
/** How many keys are looked at between two looks at the clock. */
const CLOCK_EVERY = 32;
/** Keys passed over at once inside LMDB, which takes some fifty nanoseconds for each and answers nobody meanwhile. */
export const LEAP = 32_768;

/** Sees a document; returns whether it wants more. */
export type Visit = (doc: Buffer, docKey: Buffer) => boolean;

interface Stream {
  readonly stretch: Stretch;
  last: Buffer | undefined;
  done: boolean;
}

interface Head {
  readonly stream: Stream;
  readonly next: () => boolean;
  readonly close: () => void;
  key: Buffer;
  value: Buffer | undefined;
}

/** How many of the first a plan passes over by their keys alone: none where it must look at them to know that they count. */
export function skippedByKey(plan: Plan, skip: number): number {
  return plan.sorted && plan.residual === undefined ? skip : 0;
}

/**
 * Runs a plan in slices. Between slices it holds no transaction and no iterator, only the key it came to; what is
 * inserted or removed meanwhile is seen or not, as in MongoDB.
 */
export class Scan {
  private readonly store: Store;
  private readonly collection: Collection;
  private readonly plan: Plan;
  private readonly streams: Stream[];
  private readonly seen: Set<string> | undefined;
  private toSkip: number;
  /** Keys and documents looked at, for explain. */
  keysExamined = 0;
  docsExamined = 0;

  /** `skip`: so many of the first are passed over unread; see `skippedByKey`. */
  constructor(store: Store, collection: Collection, plan: Plan, skip = 0) {
    this.toSkip = skip;
    this.store = store;
    this.collection = collection;
    this.plan = plan;
    const ordered = plan.reverse && !plan.merge ? [...plan.stretches].reverse() : plan.stretches;
    this.streams = ordered.map((stretch) => ({ stretch, last: undefined, done: false }));
    this.seen = plan.duplicates ? new Set() : undefined;
  }

  /**
   * Visits documents until `visit` wants no more or there are none; gives the event loop its turn in between.
   * @throws CommandError 50 when it takes longer than `budget` says
   */
  async run(visit: Visit, budget?: TimeBudget): Promise<void> {
    for (let over = false; !over;) {
      const started = performance.now();
      over = this.slice(visit, SLICE_MS);
      budget?.spend(performance.now() - started);
      if (!over) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** One slice; true when it is over (not merely out of time). */
  slice(visit: Visit, milliseconds = Infinity): boolean {
    if (this.collection.dropped) return true;
    const until = performance.now() + milliseconds;
    return this.plan.merge && this.streams.length > 1 ? this.merge(visit, until) : this.oneAfterAnother(visit, until);
  }

  private oneAfterAnother(visit: Visit, until: number): boolean {
    if (!this.leap(until)) return false;
    let count = 0;
    for (const stream of this.streams) {
      if (stream.done) continue;
      const head = this.open(stream);
      try {
        while (head.next()) {
          if (!this.show(head, visit)) return true;
          if (++count % CLOCK_EVERY === 0 && performance.now() > until) return false;
        }
      } finally {
        head.close();
      }
    }
    return true;
  }

  /** Passes over what is skipped in a single stretch without looking at each key; false when out of time. */
  private leap(until: number): boolean {
    const [stream] = this.streams;
    if (stream === undefined || this.streams.length > 1 || this.seen !== undefined) return true;
    const { index, reverse } = this.plan;
    const { documents, indexes } = this.store.environment;
    while (this.toSkip > 0 && !stream.done) {
      if (performance.now() > until) return false;
      const leap = Math.min(this.toSkip, LEAP);
      const key = (index === undefined ? documents : indexes).keyAfter(behind(stream, reverse), leap - 1, reverse);
      if (key === undefined) {
        // Fewer than that are left, and all of them would be passed over.
        stream.done = true;
        break;
      }
      stream.last = key;
      this.toSkip -= leap;
      this.keysExamined += leap;
    }
    return true;
  }

  private merge(visit: Visit, until: number): boolean {
    const heads = this.streams.filter((stream) => !stream.done).map((stream) => this.open(stream));
    const live = heads.filter((head) => head.next());
    let count = 0;
    try {
      while (live.length > 0) {
        const at = this.first(live);
        const head = live[at]!;
        if (!this.show(head, visit)) return true;
        if (!head.next()) live.splice(at, 1);
        if (++count % CLOCK_EVERY === 0 && performance.now() > until) return false;
      }
    } finally {
      for (const head of heads) head.close();
    }
    return true;
  }

  private first(heads: readonly Head[]): number {
    let best = 0;
    for (let i = 1; i < heads.length; i++) {
      const order = compareBehind(heads[i]!, heads[best]!);
      if (this.plan.reverse ? order > 0 : order < 0) best = i;
    }
    return best;
  }

  /** Shows the document at a head to the visitor, if it matches; false when the visitor wants no more. */
  private show(head: Head, visit: Visit): boolean {
    const { index, residual } = this.plan;
    head.stream.last = head.key;
    this.keysExamined++;
    let doc: Buffer | undefined;
    let docKey: Buffer;
    if (index === undefined) {
      if (this.isSkipped()) return true;
      docKey = head.key.subarray(4);
      doc = head.value;
    } else {
      docKey = index.unique ? head.value! : docKeyIn(head.key);
      if (this.isRepeated(docKey) || this.isSkipped()) return true;
      doc = this.store.documents.get(this.collection, docKey);
    }
    if (doc === undefined) return true;
    this.docsExamined++;
    if (residual !== undefined && !matches(residual, doc)) return true;
    return visit(doc, docKey);
  }

  private isSkipped(): boolean {
    return this.toSkip > 0 && this.toSkip-- > 0;
  }

  private isRepeated(docKey: Buffer): boolean {
    if (this.seen === undefined) return false;
    const text = docKey.toString('latin1');
    if (this.seen.has(text)) return true;
    this.seen.add(text);
    return false;
  }

  private open(stream: Stream): Head {
    const { index, reverse } = this.plan;
    const range = behind(stream, reverse);
    const { documents, indexes } = this.store.environment;
    const head: Head = { stream, key: range.start, value: undefined, next: () => false, close: () => undefined };
    if (this.plan.single) return Object.assign(head, { next: () => this.only(head) });
    if (index !== undefined && !index.unique) {
      const keys = indexes.keys(range, reverse);
      return Object.assign(head, { next: () => this.step(head, keys.next()), close: () => keys.return?.() });
    }
    const entries = (index === undefined ? documents : indexes).entries(range, reverse);
    const next = (): boolean => {
      const result = entries.next();
      if (result.done === true) return this.step(head, result);
      head.value = result.value.value;
      return this.step(head, { value: result.value.key });
    };
    return Object.assign(head, { next, close: () => entries.return?.() });
  }

  /** The one key that a stretch of a single plan may hold is its start, which is found without a walk. */
  private only(head: Head): boolean {
    const { index } = this.plan;
    const { documents, indexes } = this.store.environment;
    const { stretch, last } = head.stream;
    const value = last === undefined ? (index === undefined ? documents : indexes).get(stretch.start) : undefined;
    if (value === undefined) return this.step(head, { done: true, value });
    head.value = value;
    return this.step(head, { value: stretch.start });
  }

  private step(head: Head, result: IteratorResult<Buffer, unknown>): boolean {
    if (result.done === true) {
      head.stream.done = true;
      return false;
    }
    head.key = result.value;
    return true;
  }
}

function behind({ stretch, last }: Stream, reverse: boolean): KeyRange {
  if (last === undefined) return stretch;
  return reverse ? { start: stretch.start, end: last } : keysBehind(stretch, last);
}

function compareBehind(left: Head, right: Head): number {
  const { shared: a } = left.stream.stretch;
  const { shared: b } = right.stream.stretch;
  return left.key.compare(right.key, b, right.key.length, a, left.key.length);
}
