import { uptime } from 'node:os';
import type { Report } from './protocol.ts';

/** Two clocks read at once, milliseconds: the date, which people and time servers set, and one nobody sets. */
export interface Clocks {
  readonly wall: number;
  /** Time since the machine was switched on, time asleep included. */
  readonly steady: number;
}

/** More than this between the two, from one look to the next, is a jump; less is a time server at work. */
const TOLERATED_MS = 5 * 60_000;
/** How long a date that leapt ahead must stand before documents go by it. */
const GRACE_MS = 60 * 60_000;

export function readClocks(): Clocks {
  return { wall: Date.now(), steady: uptime() * 1_000 };
}

/**
 * The date documents expire by. A wall clock that leaps ahead (a wrong time server, a battery, a typing mistake) must
 * not delete a day's documents at once: from such a leap on, time goes by the steady clock, as if the leap had not
 * been, until the new date has stood for an hour without another one; then it is believed. A clock set back is
 * believed at once: documents only live longer by it. A start believes the clock it finds: it has nothing to compare.
 */
export class TrustedClock {
  private readonly read: () => Clocks;
  private readonly note: (report: Report) => void;
  private last: Clocks;
  /** Where time goes on from. */
  private anchor: Clocks;
  /** Steady time at which the leap is believed; undefined while the clock is. */
  private until: number | undefined;

  constructor(note: (report: Report) => void, read: () => Clocks = readClocks) {
    this.read = read;
    this.note = note;
    this.last = this.anchor = read();
  }

  /** The date to go by now, milliseconds since 1970. To be asked at least every few minutes. */
  now(): number {
    const clocks = this.read();
    const leap = clocks.wall - this.last.wall - (clocks.steady - this.last.steady);
    this.last = clocks;
    const steady = this.anchor.wall + clocks.steady - this.anchor.steady;
    if (clocks.wall <= steady + TOLERATED_MS) this.believe(clocks, leap);
    else if (this.until === undefined || Math.abs(leap) > TOLERATED_MS) this.doubt(clocks, leap);
    else if (clocks.steady >= this.until) this.believe(clocks, leap);
    return this.until === undefined ? clocks.wall : steady;
  }

  private believe(clocks: Clocks, leap: number): void {
    if (this.until !== undefined) this.say('info', 'the clock is believed again; documents expire by it', leap);
    else if (leap < -TOLERATED_MS) this.say('warn', 'the clock was set back; documents expire later by it', leap);
    this.anchor = clocks;
    this.until = undefined;
  }

  private doubt(clocks: Clocks, leap: number): void {
    this.until = clocks.steady + GRACE_MS;
    this.say('warn', `the clock leapt; for ${GRACE_MS / 60_000} minutes documents expire as if it had not`, leap);
  }

  private say(level: Report['level'], message: string, leap: number): void {
    this.note({ level, message, fields: { leapSeconds: Math.round(leap / 1_000) } });
  }
}
