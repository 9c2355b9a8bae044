import { BSON, type RawValue } from '../bson/raw.ts';
import { elementsOf, entriesOf } from '../bson/value.ts';
import { BsonWriter } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { Pace } from '../query/pace.ts';
import { CollectingSource, type Source } from '../query/source.ts';
import { kindOf } from './expression/scope.ts';

const BATCH = 64;
const MAX_FACET_BYTES = 100 * 1024 * 1024;

/** Gives every branch all documents of one source, a batch at a time: none runs ahead of the others. */
class Tee {
  private batch: Buffer[] = [];
  private over = false;
  /** Short pulls never use up a slice of the scan: the tee itself gives way. */
  private readonly pace = new Pace();
  private readonly source: Source;
  private readonly live = new Set<object>();
  private readonly waiting = new Map<object, { resolve: () => void; reject: (error: unknown) => void }>();

  constructor(source: Source) {
    this.source = source;
  }

  branch(): { readonly source: Source; readonly leave: () => void } {
    const self = {};
    this.live.add(self);
    let [seen, at]: [Buffer[], number] = [this.batch, 0];
    const pull: Source['pull'] = async (visit) => {
      for (;;) {
        while (at < seen.length) if (!visit(seen[at++]!)) return false;
        if (seen === this.batch && this.over) return true;
        if (seen === this.batch) await this.arrive(self);
        [seen, at] = [this.batch, 0];
      }
    };
    const leave = (): void => {
      this.live.delete(self);
      this.advance();
    };
    return { source: { pull }, leave };
  }

  private arrive(self: object): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.set(self, { resolve, reject });
      this.advance();
    });
  }

  /** Reads the next batch once every branch still there has seen this one. */
  private advance(): void {
    if (this.waiting.size === 0 || this.waiting.size < this.live.size) return;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    this.read().then(
      () => waiting.forEach(({ resolve }) => resolve()),
      (error: unknown) => waiting.forEach(({ reject }) => reject(error)),
    );
  }

  private async read(): Promise<void> {
    if (this.pace.late()) await this.pace.pause();
    const batch: Buffer[] = [];
    this.over = await this.source.pull((doc) => {
      batch.push(doc);
      return batch.length < BATCH;
    });
    this.batch = batch;
  }
}

/**
 * `$facet`: several pipelines over the same documents, in one pass; `run` puts a pipeline behind a source.
 * @throws CommandError 40169, 40170 for what is no facet; while running, 10334 for an answer beyond 100 MB
 */
export function facetStage(
  given: RawValue,
  source: Source,
  run: (pipeline: readonly RawValue[], source: Source) => Source,
): Source {
  const facets = given.type === BSON.object ? entriesOf(given) : [];
  if (facets.length === 0) throw new CommandError(40169, 'the $facet specification must be a non-empty object');
  const tee = new Tee(source);
  let bytes = 0;
  const branches = facets.map(([name, pipeline]) => {
    if (pipeline.type !== BSON.array)
      throw new CommandError(40170, `arguments to $facet must be arrays, ${name} is type ${kindOf(pipeline)}`);
    if (name === '' || name.startsWith('$') || name.includes('.'))
      throw new CommandError(16410, `invalid field name of $facet: '${name}'`);
    const { source: own, leave } = tee.branch();
    return { name, leave, result: run(elementsOf(pipeline), own) };
  });
  const gather = async ({ result, leave }: (typeof branches)[number]): Promise<Buffer[]> => {
    const docs: Buffer[] = [];
    try {
      await result.pull((doc) => {
        docs.push(doc);
        bytes += doc.length;
        if (bytes > MAX_FACET_BYTES) throw new CommandError(10334, '$facet output exceeds 100 MB');
        return true;
      });
      return docs;
    } finally {
      leave();
    }
  };
  return new CollectingSource(async () => {
    const lists = await Promise.all(branches.map(gather));
    const writer = new BsonWriter(bytes + 256).begin();
    branches.forEach(({ name }, i) => writer.documents(name, lists[i]!));
    return [writer.end().finish()];
  });
}
