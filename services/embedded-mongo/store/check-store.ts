import { createHash } from 'node:crypto';
import { prefixEnd } from '../bson/key.ts';
import { Catalogue } from './catalogue.ts';
import { checkCollection, type CheckResult } from './check.ts';
import { Findings } from './findings.ts';
import { dataFile } from './folder.ts';
import { checkFormat } from './format.ts';
import { Environment, type Table } from './lmdb.ts';
import { lockFolder } from './lock.ts';
import { checkPages, type PageReport } from './page-check.ts';
import { prefixOf } from './secondary-index.ts';

/** Where a check is: pages of the file, or documents of a collection. */
export type CheckProgress = (what: string, done: number, total: number) => void;

export interface CollectionReport extends Omit<CheckResult, 'keys'> {
  readonly namespace: string;
  readonly indexes: number;
}

export interface StoreReport {
  readonly pages: PageReport;
  readonly collections: readonly CollectionReport[];
  /** What is wrong, in words; `count` may be larger than the texts kept. */
  readonly findings: Findings;
  /** SHA-256 of everything the collections hold; undefined when the pages are too broken to be read through LMDB. */
  readonly sha256: string | undefined;
}

/**
 * Checks a store's folder while nobody serves it: first the pages of its file, and only if these are sound (LMDB
 * crashes on a broken file) the collections: documents, index keys, counters, and that nothing belongs to nobody.
 * Reads as a stream; writes nothing but the lock.
 * @throws StoreInUseError, FolderVersionError
 */
export async function checkStore(folder: string, progress: CheckProgress): Promise<StoreReport> {
  const lock = await lockFolder(folder);
  try {
    checkFormat(folder);
    const pages = checkPages(dataFile(folder), (done, total) => progress('pages', done, total));
    const findings = new Findings();
    merge(findings, '', pages.findings);
    if (findings.count > 0) return { pages, collections: [], findings, sha256: undefined };
    const environment = new Environment(folder);
    try {
      return { pages, findings, ...(await checkContent(environment, findings, progress)) };
    } finally {
      await environment.close();
    }
  } finally {
    lock.release();
  }
}

async function checkContent(
  environment: Environment,
  findings: Findings,
  progress: CheckProgress,
): Promise<Pick<StoreReport, 'collections' | 'sha256'>> {
  let catalogue: Catalogue;
  try {
    catalogue = new Catalogue(environment);
  } catch (error) {
    findings.add(`the catalogue cannot be read: ${(error as Error).message}`);
    return { collections: [], sha256: undefined };
  }
  const all = createHash('sha256');
  const ordered = catalogue.all().sort((left, right) => (left.namespace < right.namespace ? -1 : 1));
  const collections: CollectionReport[] = [];
  for (const collection of ordered) {
    const { namespace, count, indexes } = collection;
    const result = await checkCollection(environment, collection, (done) => progress(namespace, done, count));
    merge(findings, `${namespace}: `, result.findings);
    all.update(result.sha256);
    const { documents, bytes, sha256 } = result;
    collections.push({ namespace, documents, bytes, sha256, findings: result.findings, indexes: indexes.length + 1 });
  }
  const garbage = catalogue.garbage();
  const owners = ordered.map(({ id }) => id).concat(garbage);
  const indexes = ordered.flatMap((collection) => collection.indexes.map(({ id }) => id)).concat(garbage);
  findOrphans(environment.documents, new Set(owners), 'documents', findings);
  findOrphans(environment.indexes, new Set(indexes), 'index keys', findings);
  return { collections, sha256: all.digest('hex') };
}

/** Entries whose number belongs to no collection or index, and that are not waiting to be swept away either. */
function findOrphans(table: Table, known: ReadonlySet<number>, what: string, findings: Findings): void {
  let start: Buffer | undefined = Buffer.alloc(4);
  while (start !== undefined) {
    const [first] = table.list({ start, end: undefined }, 1);
    if (first === undefined) return;
    const id = first.key.readUInt32BE(0);
    const range = { start: prefixOf(id), end: prefixEnd(prefixOf(id)) };
    if (!known.has(id)) findings.add(`${table.count(range)} ${what} under number ${id} belong to nothing`);
    start = range.end;
  }
}

function merge(into: Findings, prefix: string, from: Findings): void {
  for (const text of from.texts) into.add(`${prefix}${text}`);
  into.count += from.count - from.texts.length;
}
