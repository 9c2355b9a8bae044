import { CommandError } from '../errors.ts';
import { Catalogue, type Collection } from './catalogue.ts';
import { checkCollection, type CheckResult } from './check.ts';
import { GroupCommit, type Lane, type Work } from './commit.ts';
import { Documents } from './documents.ts';
import { prefixOf } from './secondary-index.ts';
import { Environment } from './lmdb.ts';
import { prefixEnd } from '../bson/key.ts';
import type { Report } from '../protocol.ts';

/** Removed per transaction while dropped data is swept away. */
const SWEEP_BATCH = 1_000;

/** An open store: the environment and what is built on it. */
export class Store {
  readonly environment: Environment;
  readonly catalogue: Catalogue;
  readonly documents: Documents;
  private readonly commit: GroupCommit;
  /** Says something to whoever runs the store. */
  readonly note: (report: Report) => void;
  private readonly report: (error: unknown) => void;
  /** Whether documents go when their time has come (ttlMonitorEnabled). */
  expires = true;
  private sweeping: Promise<void> | undefined;
  private full = false;

  /** `report` hears of errors in background work, `note` of long work and what else the operator should know. */
  constructor(folder: string, report: (error: unknown) => void, note: (report: Report) => void = () => undefined) {
    this.report = report;
    this.note = note;
    this.environment = new Environment(folder);
    this.catalogue = new Catalogue(this.environment);
    this.documents = new Documents(this.environment, this.catalogue);
    this.commit = new GroupCommit(
      this.environment,
      () => this.catalogue.saveCounts(),
      () => this.catalogue.load(),
    );
  }

  /** Queues a write; resolves after the fsync of the transaction it ran in. See GroupCommit. */
  async write<T>(work: Work<T>, lane: Lane = 'one'): Promise<T> {
    try {
      const result = await this.commit.run(work, lane);
      this.full = false;
      return result;
    } catch (error) {
      this.noteFull(error);
      throw error;
    }
  }

  /** Said once, not at each write that is refused. */
  private noteFull(error: unknown): void {
    if (this.full || !(error instanceof CommandError) || error.code !== 14031) return;
    this.full = true;
    this.note({ level: 'warn', message: `${error.message}; reads go on, writes are refused`, fields: {} });
  }

  find(namespace: string): Collection | undefined {
    return this.catalogue.find(namespace);
  }

  /** Removes the data of dropped collections and indexes, a batch per transaction. */
  sweep(): Promise<void> {
    this.sweeping ??= this.sweepAll()
      .catch((error: unknown) => this.report(error))
      .finally(() => {
        this.sweeping = undefined;
      });
    return this.sweeping;
  }

  private async sweepAll(): Promise<void> {
    for (let ids = this.catalogue.garbage(); ids.length > 0; ids = this.catalogue.garbage()) {
      for (const id of ids) {
        let done = false;
        while (!done) done = await this.write(() => this.sweepBatch(id), 'many');
      }
    }
  }

  private sweepBatch(id: number): boolean {
    const start = prefixOf(id);
    const range = { start, end: prefixEnd(start) };
    let room = SWEEP_BATCH;
    for (const table of [this.environment.documents, this.environment.indexes]) {
      const entries = table.list(range, room);
      for (const { key } of entries) table.remove(key);
      room -= entries.length;
      if (room === 0) return false;
    }
    this.catalogue.collected(id);
    return true;
  }

  /** After a start: indexes whose building was cut short are dropped, and dropped data is swept away. */
  async recover(): Promise<void> {
    const unfinished = this.catalogue.all().some(({ indexes }) => indexes.some((index) => !index.ready));
    if (unfinished) {
      await this.write(() => {
        for (const collection of this.catalogue.all()) {
          for (const index of collection.indexes) if (!index.ready) this.catalogue.dropIndex(collection, index);
        }
      });
    }
    if (this.catalogue.garbage().length > 0) void this.sweep();
  }

  /** Compares documents and indexes; see checkCollection. Reads go on meanwhile, writes wait, as in MongoDB. */
  check(collection: Collection): Promise<CheckResult> {
    return this.commit.holding(() => checkCollection(this.environment, collection));
  }

  async close(): Promise<void> {
    await this.environment.close();
  }
}
