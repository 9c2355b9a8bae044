import type { Findings } from './findings.ts';
import { NODE_FLAGS, PAGE_FLAGS, PAGE_HEADER_BYTES, type PageFile, type Tree } from './page-file.ts';

const NODE_HEADER_BYTES = 8;

/** An entry of a leaf page; `value` shares the page's memory. Only asked-for trees get their large values read. */
export type SeeEntry = (key: Buffer, value: Buffer, flags: number) => void;

export interface WalkOptions {
  readonly name: string;
  readonly tree: Tree;
  /** Keys are 64-bit numbers, not bytes. */
  readonly numbers?: boolean;
  /** When given, each entry is shown, large ones read whole. */
  readonly see?: SeeEntry;
}

interface Range {
  readonly low: Buffer | undefined;
  readonly high: Buffer | undefined;
}

interface Counted {
  branchPages: number;
  leafPages: number;
  overflowPages: number;
  entries: number;
}

/**
 * Walks one B+tree of an LMDB file: every page has its own number and a possible kind and transaction, is reached once,
 * its nodes lie inside it, keys ascend and stay within what the parent says, every leaf is at the same depth, and the
 * counters of the tree's record are right. Holds one page per level.
 */
export class TreeWalk {
  private readonly file: PageFile;
  private readonly findings: Findings;
  private readonly claim: (page: number, count: number) => boolean;
  private readonly buffers: Buffer[] = [];
  private counted: Counted = { branchPages: 0, leafPages: 0, overflowPages: 0, entries: 0 };
  private options!: WalkOptions;

  /** `claim` marks pages as used; it says false when one of them already was, or lies outside of the file. */
  constructor(file: PageFile, findings: Findings, claim: (page: number, count: number) => boolean) {
    this.file = file;
    this.findings = findings;
    this.claim = claim;
  }

  walk(options: WalkOptions): void {
    const { tree, name } = options;
    this.options = options;
    this.counted = { branchPages: 0, leafPages: 0, overflowPages: 0, entries: 0 };
    if (tree.root !== undefined) this.page(tree.root, 1, { low: undefined, high: undefined });
    for (const what of ['branchPages', 'leafPages', 'overflowPages', 'entries'] as const) {
      if (this.counted[what] !== tree[what])
        this.findings.add(`tree ${name}: its record says ${tree[what]} ${what}, there are ${this.counted[what]}`);
    }
  }

  private page(number: number, depth: number, range: Range): void {
    const wrong = (why: string): void => this.findings.add(`tree ${this.options.name}, page ${number}: ${why}`);
    if (depth > this.options.tree.depth) return wrong(`deeper than the ${this.options.tree.depth} levels of its tree`);
    if (!this.claim(number, 1)) return wrong('used twice, or outside of the file');
    const buf = (this.buffers[depth] ??= Buffer.alloc(this.file.meta.pageSize));
    if (!this.file.read(number, buf)) return wrong('cannot be read: the file ends before');
    const kind = this.header(buf, number, wrong);
    if (kind === undefined) return;
    const leaf = kind === 'leaf';
    this.counted[leaf ? 'leafPages' : 'branchPages']++;
    if (leaf !== (depth === this.options.tree.depth)) return wrong(`a ${kind} page at level ${depth}`);
    this.nodes(buf, leaf, depth, range, wrong);
  }

  private header(buf: Buffer, number: number, wrong: (why: string) => void): 'leaf' | 'branch' | undefined {
    const own = Number(buf.readBigUInt64LE(0));
    if (own !== number) return void wrong(`says it is page ${own}`);
    if (Number(buf.readBigUInt64LE(8)) > this.file.meta.transaction)
      return void wrong('written by a transaction that was never completed');
    const flags = buf.readUInt16LE(18) & 0xff;
    if (flags !== PAGE_FLAGS.leaf && flags !== PAGE_FLAGS.branch) return void wrong(`of a kind (${flags}) no tree has`);
    const [lower, upper] = [buf.readUInt16LE(20), buf.readUInt16LE(22)];
    if (lower % 2 !== 0 || lower > upper || upper > buf.length - PAGE_HEADER_BYTES)
      return void wrong('its free space has impossible bounds');
    return flags === PAGE_FLAGS.leaf ? 'leaf' : 'branch';
  }

  private nodes(buf: Buffer, leaf: boolean, depth: number, range: Range, wrong: (why: string) => void): void {
    const count = buf.readUInt16LE(20) >> 1;
    const upper = buf.readUInt16LE(22) + PAGE_HEADER_BYTES;
    if (count === 0) return wrong('empty');
    let before = range.low;
    // A branch's first key stands for "everything below the second".
    const children: { page: number; key: Buffer | undefined }[] = [];
    for (let i = 0; i < count; i++) {
      const at = buf.readUInt16LE(PAGE_HEADER_BYTES + 2 * i) + PAGE_HEADER_BYTES;
      if (at < upper || at + NODE_HEADER_BYTES > buf.length) return wrong(`node ${i} lies outside of the page`);
      const keyEnd = at + NODE_HEADER_BYTES + buf.readUInt16LE(at + 6);
      if (keyEnd > buf.length) return wrong(`the key of node ${i} lies outside of the page`);
      const key = buf.subarray(at + NODE_HEADER_BYTES, keyEnd);
      if (leaf || i > 0) {
        const order = before === undefined ? 1 : this.compare(key, before);
        if (order < 0 || (order === 0 && (i > 0 || before !== range.low))) return wrong(`key ${i} is not in order`);
        if (range.high !== undefined && this.compare(key, range.high) >= 0)
          return wrong(`key ${i} belongs to another page`);
        before = key;
      }
      if (leaf) this.entry(buf, at, key, wrong);
      else children.push({ page: childOf(buf, at), key: i === 0 ? range.low : Buffer.from(key) });
    }
    children.forEach(({ page, key }, i) =>
      this.page(page, depth + 1, { low: key, high: children[i + 1]?.key ?? range.high }),
    );
  }

  private compare(left: Buffer, right: Buffer): number {
    if (this.options.numbers !== true) return Buffer.compare(left, right);
    if (left.length !== 8 || right.length !== 8) return -1;
    const [a, b] = [left.readBigUInt64LE(), right.readBigUInt64LE()];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private entry(buf: Buffer, at: number, key: Buffer, wrong: (why: string) => void): void {
    this.counted.entries++;
    const size = buf.readUInt32LE(at);
    const flags = buf.readUInt16LE(at + 4);
    const valueAt = at + NODE_HEADER_BYTES + key.length;
    if ((flags & NODE_FLAGS.big) !== 0) {
      if (valueAt + 24 > buf.length) return wrong('the place of a large value lies outside of the page');
      return this.large(Number(buf.readBigUInt64LE(valueAt)), size, key, flags);
    }
    if (valueAt + size > buf.length) return wrong('a value lies outside of the page');
    this.options.see?.(key, buf.subarray(valueAt, valueAt + size), flags);
  }

  /** A value too large for a leaf has pages of its own, only the first with a header. */
  private large(first: number, size: number, key: Buffer, flags: number): void {
    const wrong = (why: string): void =>
      this.findings.add(`tree ${this.options.name}, large value on page ${first}: ${why}`);
    const { pageSize } = this.file.meta;
    const pages = Math.floor((PAGE_HEADER_BYTES - 1 + size) / pageSize) + 1;
    if (!this.claim(first, pages)) return wrong('used twice, or outside of the file');
    this.counted.overflowPages += pages;
    const whole = Buffer.alloc(this.options.see === undefined ? PAGE_HEADER_BYTES : PAGE_HEADER_BYTES + size);
    if (!this.file.read(first, whole)) return wrong('cannot be read: the file ends before');
    if (Number(whole.readBigUInt64LE(0)) !== first) return wrong('has another page number');
    if ((whole.readUInt16LE(18) & 0xff) !== PAGE_FLAGS.overflow) return wrong('is of another kind');
    if (whole.readUInt32LE(20) !== pages) return wrong(`has ${whole.readUInt32LE(20)} pages instead of ${pages}`);
    this.options.see?.(key, whole.subarray(PAGE_HEADER_BYTES), flags);
  }
}

/** 48 bits of page number: two halves of the size field, and the flags. */
function childOf(buf: Buffer, at: number): number {
  return buf.readUInt16LE(at) + buf.readUInt16LE(at + 2) * 0x1_0000 + buf.readUInt16LE(at + 4) * 0x1_0000_0000;
}
