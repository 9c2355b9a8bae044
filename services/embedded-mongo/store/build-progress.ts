import type { Report } from '../protocol.ts';

/** Work that is over within a second is not worth a line. */
const QUIET_MS = 1_000;
const EVERY_MS = 2_000;

/** Tells how far the building of an index is: nothing in its first second, then every two seconds, and its end. */
export class BuildProgress {
  private readonly what: string;
  private readonly note: (report: Report) => void;
  private readonly clock: () => number;
  private readonly started: number;
  private next: number;
  private documents = 0;

  /** `clock` gives milliseconds that only ever grow. */
  constructor(what: string, note: (report: Report) => void, clock: () => number) {
    this.what = what;
    this.note = note;
    this.clock = clock;
    this.started = clock();
    this.next = this.started + QUIET_MS;
  }

  /** So many more documents are in the index; the collection has `total`. */
  add(documents: number, total: number): void {
    this.documents += documents;
    if (this.clock() < this.next) return;
    this.next = this.clock() + EVERY_MS;
    const percent = total > 0 ? Math.min(99, Math.floor((100 * this.documents) / total)) : 0;
    this.say(`building index ${this.what}: ${percent} %`, { total, percent });
  }

  /** The index is complete. */
  done(): void {
    if (this.clock() >= this.started + QUIET_MS) this.say(`built index ${this.what}`, {});
  }

  private say(message: string, more: Readonly<Record<string, unknown>>): void {
    const seconds = Math.round((this.clock() - this.started) / 100) / 10;
    const fields = { index: this.what, documents: this.documents, seconds, ...more };
    const text = `${message}, ${this.documents} documents, ${seconds.toFixed(1)} s`;
    this.note({ level: 'info', message: text, fields });
  }
}
