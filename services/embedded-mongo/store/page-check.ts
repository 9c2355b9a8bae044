import { Findings } from './findings.ts';
import { NODE_FLAGS, PageFile, treeAt, type Tree } from './page-file.ts';
import { TreeWalk } from './tree-walk.ts';

/** What a walk over all pages of a data file gave. */
export interface PageReport {
  readonly findings: Findings;
  readonly fileBytes: number;
  readonly pageSize: number;
  /** Pages of the newest snapshot that hold data, that are free, and that are neither: lost until a compaction. */
  readonly used: number;
  readonly free: number;
  readonly lost: number;
  /** Entries of each table. */
  readonly tables: ReadonlyMap<string, number>;
}

const META_PAGES = 2;
const USED = 1;
const FREE = 2;
const TREE_RECORD_BYTES = 48;

/**
 * Checks the structure of an LMDB file page by page, without LMDB: all trees of the newest snapshot (see TreeWalk) and
 * the list of free pages, none of which may be in use. LMDB keeps no checksums, so a flipped bit inside a value is not
 * seen here; the documents are checked as BSON and against their indexes elsewhere.
 * @param progress hears how many pages have been looked at, and of how many
 */
export function checkPages(path: string, progress: (done: number, total: number) => void): PageReport {
  const findings = new Findings();
  let file: PageFile;
  try {
    file = new PageFile(path);
  } catch (error) {
    findings.add((error as Error).message);
    return { findings, fileBytes: 0, pageSize: 0, used: 0, free: 0, lost: 0, tables: new Map() };
  }
  try {
    return new PageCheck(file, findings, progress).run();
  } finally {
    file.close();
  }
}

class PageCheck {
  private readonly file: PageFile;
  private readonly findings: Findings;
  private readonly progress: (done: number, total: number) => void;
  private readonly marks: Uint8Array;
  private used = META_PAGES;
  private free = 0;

  constructor(file: PageFile, findings: Findings, progress: (done: number, total: number) => void) {
    this.file = file;
    this.findings = findings;
    this.progress = progress;
    // A last page that cannot be is found below; it must not decide how much memory is taken.
    this.marks = new Uint8Array(Math.min(file.meta.lastPage + 1, Math.ceil(file.bytes / file.meta.pageSize) + 1));
    this.marks.fill(USED, 0, META_PAGES);
  }

  run(): PageReport {
    const { meta, bytes } = this.file;
    const walk = new TreeWalk(this.file, this.findings, (page, count) => this.claim(page, count));
    const tables = new Map<string, Tree>();
    const records = (key: Buffer, value: Buffer, flags: number): void => {
      // lmdb-js ends names with a zero.
      const name = key.toString().replace(/\0$/, '');
      if (flags !== NODE_FLAGS.tree || value.length !== TREE_RECORD_BYTES)
        this.findings.add(`the table ${name} has no proper record`);
      else tables.set(name, treeAt(value, 0));
    };
    walk.walk({ name: 'of the tables', tree: meta.main, see: records });
    for (const [name, tree] of tables) walk.walk({ name, tree });
    const see = (_key: Buffer, value: Buffer): void => this.freePages(value);
    walk.walk({ name: 'of free pages', tree: meta.free, numbers: true, see });
    for (const name of ['catalogue', 'documents', 'indexes'])
      if (!tables.has(name)) this.findings.add(`the table ${name} is missing`);
    return {
      findings: this.findings,
      fileBytes: bytes,
      pageSize: meta.pageSize,
      used: this.used,
      free: this.free,
      lost: Math.max(0, meta.lastPage + 1 - this.used - this.free),
      tables: new Map([...tables].map(([name, { entries }]) => [name, entries])),
    };
  }

  private claim(page: number, count: number): boolean {
    if (page < META_PAGES || page + count > this.marks.length) return false;
    for (let i = page; i < page + count; i++) {
      if (this.marks[i] !== 0) return false;
      this.marks[i] = USED;
    }
    this.used += count;
    this.progress(this.used, this.file.meta.lastPage + 1);
    return true;
  }

  /**
   * One record of free pages: a count, then page numbers; a negative number -n says that the next one starts a block
   * of n pages, and 0 is an empty place (source: midl.c as lmdb-js carries it).
   */
  private freePages(value: Buffer): void {
    const places = Math.floor(value.length / 8) - 1;
    const count = Math.min(Number(value.readBigUInt64LE(0)), places);
    for (let i = 1; i <= count; i++) {
      const entry = Number(value.readBigInt64LE(8 * i));
      if (entry > 0) this.markFree(entry, 1);
      else if (entry < 0 && i < places) this.markFree(Number(value.readBigInt64LE(8 * ++i)), -entry);
    }
  }

  private markFree(page: number, count: number): void {
    for (let i = page; i < page + count; i++) {
      // The file may end before its last pages when these are free.
      const mark = this.marks[i];
      if (mark === USED || i < META_PAGES) this.findings.add(`page ${i} is in use and listed as free`);
      else if (mark === 0) {
        this.marks[i] = FREE;
        this.free++;
      } else if (mark === undefined && i <= this.file.meta.lastPage) this.free++;
    }
  }
}
