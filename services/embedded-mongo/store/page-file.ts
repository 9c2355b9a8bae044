import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The pages of an LMDB data file, read without LMDB: format version 2 on a 64-bit little-endian machine
 * (source: MDB_page_header, MDB_meta, MDB_db and MDB_node in liblmdb/mdb.c, as lmdb-js carries it).
 */
export const PAGE_HEADER_BYTES = 24;
export const PAGE_FLAGS = { branch: 1, leaf: 2, overflow: 4, meta: 8 } as const;
export const NODE_FLAGS = { big: 1, tree: 2, duplicates: 4 } as const;

const MAGIC = 0xbeefc0de;
const FORMAT = 2;
const META_BYTES = 168;
/** A root that says "this tree is empty". */
const NO_PAGE = 0xffff_ffff_ffff_ffffn;

/** One B+tree as its record describes it. */
export interface Tree {
  readonly depth: number;
  readonly branchPages: number;
  readonly leafPages: number;
  readonly overflowPages: number;
  readonly entries: number;
  /** The root's page number; undefined for an empty tree. */
  readonly root: number | undefined;
}

/** The start of the newest snapshot in the file. */
export interface Meta {
  readonly pageSize: number;
  /** Tells of free pages: transaction number -> page numbers. */
  readonly free: Tree;
  /** Tells of the tables: name -> tree. */
  readonly main: Tree;
  readonly lastPage: number;
  readonly transaction: number;
}

/** Reads the record of a tree (48 bytes). */
export function treeAt(buf: Buffer, at: number): Tree {
  const number = (offset: number): number => Number(buf.readBigUInt64LE(at + offset));
  const root = buf.readBigUInt64LE(at + 40);
  return {
    depth: buf.readUInt16LE(at + 6),
    branchPages: number(8),
    leafPages: number(16),
    overflowPages: number(24),
    entries: number(32),
    root: root === NO_PAGE ? undefined : Number(root),
  };
}

/** The data file of a store, open for reading. */
export class PageFile {
  readonly meta: Meta;
  readonly bytes: number;
  private readonly fd: number;

  /** @throws Error when the file is no LMDB file of this format or too short to be one */
  constructor(path: string) {
    this.fd = openSync(path, 'r');
    try {
      this.bytes = fstatSync(this.fd).size;
      this.meta = this.newestMeta();
    } catch (error) {
      closeSync(this.fd);
      throw error;
    }
  }

  /** Fills `into` from where a page starts; false when the file ends before. */
  read(page: number, into: Buffer): boolean {
    return readSync(this.fd, into, 0, into.length, page * this.meta.pageSize) === into.length;
  }

  close(): void {
    closeSync(this.fd);
  }

  private newestMeta(): Meta {
    const first = this.metaAt(0);
    if (first === undefined)
      throw new Error('the first page is no LMDB meta page: this is no store, or it is destroyed');
    const second = this.metaAt(first.pageSize);
    if (second === undefined) throw new Error('the second page is no LMDB meta page');
    return second.transaction > first.transaction ? second : first;
  }

  private metaAt(at: number): Meta | undefined {
    const buf = Buffer.alloc(META_BYTES);
    if (readSync(this.fd, buf, 0, META_BYTES, at) !== META_BYTES) return undefined;
    const body = PAGE_HEADER_BYTES;
    if ((buf.readUInt16LE(18) & PAGE_FLAGS.meta) === 0 || buf.readUInt32LE(body) !== MAGIC) return undefined;
    const format = buf.readUInt32LE(body + 4) & 0xffff;
    if (format !== FORMAT) throw new Error(`the file has LMDB format ${format}; this program knows ${FORMAT}`);
    const pageSize = buf.readUInt32LE(body + 24);
    if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return undefined;
    return {
      pageSize,
      free: treeAt(buf, body + 24),
      main: treeAt(buf, body + 72),
      lastPage: Number(buf.readBigUInt64LE(body + 120)),
      transaction: Number(buf.readBigUInt64LE(body + 128)),
    };
  }
}
