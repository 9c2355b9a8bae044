import { CommandError } from '../errors.ts';
import type { Environment } from './lmdb.ts';

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Whether a piece of work is what somebody waits for, or one of many of a list or of work that goes on by itself. */
export type Lane = 'one' | 'many';

/** A piece of work hears until when lists are written in its transaction: what can be cut asks for another piece then. */
export type Work<T> = (deadline: number) => T;

type Outcome = { readonly value: unknown } | { readonly error: unknown };

/**
 * One transaction is not made longer than this, milliseconds, so that readers between two commits do not wait. Where committing takes
 * longer, as on a slow disk, it would take most of the time, so the next transaction may be as long as the last commit took, up to the
 * second.
 */
const SLICE_MS = 8;
const SLICE_MAX_MS = 24;
/** Where somebody has waited for a single write so short a time ago, the next one will come soon, and lists get less at a time. */
const ABOUT_MS = 100;
const SLICE_BESIDE_MS = 4;

/** So many pieces of work that somebody waits for go before the next one of a list: neither waits for the whole of the other. */
const BEFORE_MANY = 2;

/**
 * Group commit: everything queued while the event loop was busy shares one transaction and one fsync. A piece of work
 * validates first and writes after, so one that throws a CommandError has written nothing and the others go on; any
 * other error rolls the whole transaction back, and each piece is tried again alone.
 */
export class GroupCommit {
  private readonly waiting: Readonly<Record<Lane, Waiting[]>> = { one: [], many: [] };
  /** Pieces that went before what waits of lists. */
  private before = 0;
  private scheduled = false;
  private holders = 0;
  private sliceMs = SLICE_MS;
  /** When somebody last came to wait for a single write. */
  private askedAt = -Infinity;
  private readonly environment: Environment;
  private readonly beforeCommit: () => void;
  private readonly afterAbort: () => void;

  /** `beforeCommit` runs inside each transaction after its work, `afterAbort` after a roll-back. */
  constructor(environment: Environment, beforeCommit: () => void, afterAbort: () => void) {
    this.environment = environment;
    this.beforeCommit = beforeCommit;
    this.afterAbort = afterAbort;
  }

  /** Queues synchronous work; resolves with its result after the fsync of the transaction that holds it. A lane keeps its order. */
  run<T>(work: Work<T>, lane: Lane): Promise<T> {
    if (lane === 'one') this.askedAt = performance.now();
    return new Promise<T>((resolve, reject) => {
      this.waiting[lane].push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.schedule();
    });
  }

  /** Does something while nothing is written; what is to be written waits until it is done. */
  async holding<T>(work: () => Promise<T>): Promise<T> {
    this.holders++;
    try {
      return await work();
    } finally {
      this.holders--;
      if (this.isWaiting()) this.schedule();
    }
  }

  private isWaiting(): boolean {
    return this.waiting.one.length > 0 || this.waiting.many.length > 0;
  }

  private next(): Waiting | undefined {
    const { one, many } = this.waiting;
    const isTurnOfMany = one.length === 0 || (many.length > 0 && this.before >= BEFORE_MANY);
    this.before = isTurnOfMany ? 0 : this.before + 1;
    return (isTurnOfMany ? many : one).shift();
  }

  private schedule(): void {
    if (this.scheduled || this.holders > 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      if (this.holders > 0) return;
      this.drain();
      if (this.isWaiting()) this.schedule();
    });
  }

  private drain(): void {
    const batch: Waiting[] = [];
    const outcomes: Outcome[] = [];
    let workedAt = 0;
    try {
      this.environment.write(() => {
        const now = performance.now();
        const deadline = now + this.sliceMs;
        const lists = now - this.askedAt < ABOUT_MS ? now + SLICE_BESIDE_MS : deadline;
        for (let next = this.next(); next !== undefined; next = this.next()) {
          batch.push(next);
          outcomes.push(attempt(next.work, lists));
          if (performance.now() > (this.waiting.one.length > 0 ? deadline : lists)) break;
        }
        this.beforeCommit();
        workedAt = performance.now();
      });
      this.sliceMs = Math.min(SLICE_MAX_MS, Math.max(SLICE_MS, performance.now() - workedAt));
    } catch (error) {
      this.afterAbort();
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const waiting of batch) this.alone(waiting);
      return;
    }
    batch.forEach((waiting, i) => settle(waiting, outcomes[i]!));
  }

  private alone(waiting: Waiting): void {
    try {
      const outcome = this.environment.write(() => {
        const result = attempt(waiting.work, performance.now() + SLICE_MS);
        this.beforeCommit();
        return result;
      });
      settle(waiting, outcome);
    } catch (error) {
      this.afterAbort();
      waiting.reject(error);
    }
  }
}

function attempt(work: Work<unknown>, deadline: number): Outcome {
  try {
    return { value: work(deadline) };
  } catch (error) {
    if (error instanceof CommandError) return { error };
    throw error;
  }
}

function settle(waiting: Waiting, outcome: Outcome): void {
  if ('error' in outcome) waiting.reject(outcome.error);
  else waiting.resolve(outcome.value);
}
