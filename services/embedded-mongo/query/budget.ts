import { CommandError } from '../errors.ts';

/** The processing time an operation may take, over all its batches: MongoDB's maxTimeMS. */
export class TimeBudget {
  private left: number;

  /** `milliseconds`: 0 or undefined for no limit. */
  constructor(milliseconds: number | undefined) {
    this.left = milliseconds === undefined || milliseconds === 0 ? Infinity : milliseconds;
  }

  /** @throws CommandError 50 when it is used up */
  spend(milliseconds: number): void {
    this.left -= milliseconds;
    if (this.left < 0) throw new CommandError(50, 'operation exceeded time limit');
  }
}
