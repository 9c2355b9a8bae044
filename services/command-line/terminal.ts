/** A line that is written over is drawn at most this often; where lines stay, one of a step is written this often. */
const REDRAW_MS = 100;
const LINE_MS = 10_000;

/** Where text goes: standard output or error. */
export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/**
 * What a command shows: results on standard output; progress on standard error, in one line that is written over on a
 * terminal, and as a plain line per step (and every ten seconds of it) elsewhere.
 */
export class Terminal {
  private readonly out: Output;
  private readonly err: Output;
  private readonly clock: () => number;
  private step: string | undefined;
  private drawn = -Infinity;
  private shown = false;

  constructor(out: Output, err: Output, clock: () => number = () => performance.now()) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** A line of the result. */
  say(line: string): void {
    this.clear();
    this.out.write(`${line}\n`);
  }

  /** A line beside the result: what is going on, or wrong. */
  note(line: string): void {
    this.clear();
    this.err.write(`${line}\n`);
  }

  /** `step` is under way, `done` of `total` units of it. */
  progress(step: string, done: number, total: number): void {
    const live = this.err.isTTY === true;
    const now = this.clock();
    if (step === this.step && now - this.drawn < (live ? REDRAW_MS : LINE_MS)) return;
    this.step = step;
    this.drawn = now;
    const percent = total > 0 ? `${Math.min(100, Math.floor((100 * done) / total))} %` : '';
    const text = `${step}: ${done}${total > 0 ? ` of ${total}, ${percent}` : ''}`;
    if (live) this.err.write(`\r\u001b[K${text.slice(0, (this.err.columns ?? 80) - 1)}`);
    else this.err.write(`${text}\n`);
    this.shown = live;
  }

  /** Takes the line of progress away. */
  clear(): void {
    if (this.shown) this.err.write('\r\u001b[K');
    this.shown = false;
    this.step = undefined;
  }
}

/** Bytes in the unit a person would use. */
export function inBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}
