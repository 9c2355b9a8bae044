/** A half-open range of keys that begin with the same four bytes. */
interface Range {
  readonly start: Buffer;
  readonly end: Buffer | undefined;
}

interface Kept extends Range {
  readonly name: string;
  count: number;
  /** The key up to which it is counted so far; undefined where all of it is. */
  upTo: Buffer | undefined;
}

const KEPT_MOST = 64;
const NONE: readonly Kept[] = [];

/**
 * How many keys some ranges of a table hold, for whoever asks again: LMDB has to look at all of them. A key that comes or goes is
 * added or taken away, also in what is being counted. A transaction that is rolled back makes all of it unknown.
 */
export class KeptCounts {
  /** The least recently asked for first. */
  private readonly whole = new Map<string, Kept>();
  private readonly byPrefix = new Map<number, Set<Kept>>();

  /** The number of keys of a range; undefined where it was not counted. */
  of(range: Range): number | undefined {
    const name = nameOf(range);
    const kept = this.whole.get(name);
    if (kept === undefined) return undefined;
    this.whole.delete(name);
    this.whole.set(name, kept);
    return kept.count;
  }

  /** Begins to count a range whose first `count` keys are known, the last of which is `upTo`. */
  begin({ start, end }: Range, count: number, upTo: Buffer): Counting {
    const kept: Kept = { start, end, name: nameOf({ start, end }), count, upTo };
    this.follow(kept);
    return new Counting(kept, {
      keep: () => this.keep(kept),
      forget: () => this.forget(kept),
    });
  }

  /** Whether a key lies in what has been counted. */
  concerns(key: Buffer): boolean {
    for (const kept of this.near(key)) if (holds(kept, key)) return true;
    return false;
  }

  /** Notes that a key has come, 1, or gone, -1. */
  changed(key: Buffer, by: 1 | -1): void {
    for (const kept of this.near(key)) if (holds(kept, key)) kept.count += by;
  }

  /** Forgets all of them; what is being counted is not kept. */
  clear(): void {
    this.whole.clear();
    this.byPrefix.clear();
  }

  /** Ranges that a key may lie in; keys of other tables may be shorter than a prefix. */
  private near(key: Buffer): Iterable<Kept> {
    return (this.byPrefix.size > 0 && this.byPrefix.get(key.readUInt32BE())) || NONE;
  }

  private keep(kept: Kept): void {
    // Rolled back meanwhile, it is followed no more.
    if (this.byPrefix.get(prefixOf(kept))?.has(kept) !== true) return;
    const before = this.whole.get(kept.name);
    if (before !== undefined) this.forget(before);
    this.whole.set(kept.name, kept);
    const [oldest] = this.whole.values();
    if (this.whole.size > KEPT_MOST && oldest !== undefined) this.forget(oldest);
  }

  private follow(kept: Kept): void {
    const prefix = prefixOf(kept);
    const followed = this.byPrefix.get(prefix);
    if (followed === undefined) this.byPrefix.set(prefix, new Set([kept]));
    else followed.add(kept);
  }

  private forget(kept: Kept): void {
    if (this.whole.get(kept.name) === kept) this.whole.delete(kept.name);
    const followed = this.byPrefix.get(prefixOf(kept));
    followed?.delete(kept);
    if (followed?.size === 0) this.byPrefix.delete(prefixOf(kept));
  }
}

/** A range that is being counted, while others write. */
export class Counting {
  private readonly kept: Kept;
  private readonly ends: { keep: () => void; forget: () => void };

  constructor(kept: Kept, ends: { keep: () => void; forget: () => void }) {
    this.kept = kept;
    this.ends = ends;
  }

  /** So many more, the last of which is `upTo`. */
  counted(count: number, upTo: Buffer): void {
    this.kept.count += count;
    this.kept.upTo = upTo;
  }

  /** The last of them are counted: the number of all, which is kept. */
  done(count: number): number {
    this.kept.count += count;
    this.kept.upTo = undefined;
    this.ends.keep();
    return this.kept.count;
  }

  /** It is counted no further. Nothing happens where it is done. */
  abandon(): void {
    if (this.kept.upTo !== undefined) this.ends.forget();
  }
}

function prefixOf({ start }: Range): number {
  return start.readUInt32BE();
}

function nameOf({ start, end }: Range): string {
  return `${start.toString('latin1')} ${end === undefined ? '' : end.toString('latin1')}`;
}

function holds({ start, end, upTo }: Kept, key: Buffer): boolean {
  if (Buffer.compare(key, start) < 0) return false;
  if (end !== undefined && Buffer.compare(key, end) >= 0) return false;
  return upTo === undefined || Buffer.compare(key, upTo) <= 0;
}
