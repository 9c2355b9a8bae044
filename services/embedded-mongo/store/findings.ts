/** More than this many are counted, not kept: a broken store can have a million of them. */
const KEPT = 100;

/** What a check found wrong, in words; none means that all is well. */
export class Findings {
  readonly texts: string[] = [];
  /** How many there are, with those not kept. */
  count = 0;

  add(text: string): void {
    this.count++;
    if (this.texts.length < KEPT) this.texts.push(text);
  }
}
