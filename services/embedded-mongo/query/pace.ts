/** Work on many things gives the event loop its turn after this long. */
const SLICE_MS = 4;
const CLOCK_EVERY = 64;

/** Keeps long work in slices: `if (pace.due()) await pace.pause();` after each piece. */
export class Pace {
  private until = performance.now() + SLICE_MS;
  private count = 0;

  /** Whether the slice is used up; looks at the clock every now and then. */
  due(): boolean {
    return ++this.count % CLOCK_EVERY === 0 && performance.now() > this.until;
  }

  /** For pieces that are not small: looks at the clock each time. */
  late(): boolean {
    return performance.now() > this.until;
  }

  async pause(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.until = performance.now() + SLICE_MS;
  }
}

const RUN = 512;

/** Sorts like Array.sort, in slices: short runs, then merged two by two. The order must be total. */
export async function sortInSlices<T>(items: readonly T[], compare: (left: T, right: T) => number): Promise<T[]> {
  const pace = new Pace();
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    if (pace.late()) await pace.pause();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(await merge(runs[i]!, runs[i + 1] ?? [], compare, pace));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(left: T[], right: T[], compare: (left: T, right: T) => number, pace: Pace): Promise<T[]> {
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const takesLeft = j === right.length || (i < left.length && compare(left[i]!, right[j]!) <= 0);
    merged.push(takesLeft ? left[i++]! : right[j++]!);
    if (pace.due()) await pace.pause();
  }
  return merged;
}
