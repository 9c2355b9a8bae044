import { canonicalText } from './canonical.ts';

/** Letters and digits in a row that make one shingle: short enough that a changed word spoils few of them. */
const SHINGLE = 4;

/** A band is this many minima together. Two texts share a given band with the probability similarity^ROWS. */
const ROWS = 4;

/**
 * Bands stored with a comment, and looked up for the next one; each is one more entry in the index. With twelve of four,
 * texts of similarity 0.6 meet in 81 of 100 cases, of 0.7 in 96, of 0.8 in 99.8; of different ones that share 0.1, one in
 * 800. Eight of three find as much and let six times as many meet by chance, each of which has to be fetched and compared; on
 * a busy site that cost more than all else. Six of three, or four of two, miss too much or let too much meet.
 */
const BANDS = 12;

/**
 * From this share of common shingles on, two texts are one text with a few words changed: about one in ten. Different texts
 * about the same things share less than a fifth (tests/unit/minhash.test.ts).
 */
export const NEAR = 0.6;

const READ = /[\p{L}\p{N}]/u;

/** The distinct shingles of a text as hashes, ascending. */
export type Shingles = Uint32Array;

/** A text as it is compared with others. */
export interface Likeness {
  /** What is stored and looked up: texts that share none of these are different. */
  readonly bands: number[];
  /** Whether another text is nearly this one. */
  isNear(text: string): boolean;
}

/**
 * Near-duplicates by MinHash with locality-sensitive bands (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive
 * Datasets, chapter 3). The bands find candidates by an index, and what they find is compared exactly, so that a chance
 * meeting of bands is never taken for a repeat.
 */
export function likenessOf(text: string): Likeness {
  const shingles = shinglesOf(text);
  return { bands: bandsOf(shingles), isNear: (other) => similarity(shingles, shinglesOf(other)) >= NEAR };
}

/** Shingles of the canonical form, of its letters and digits alone: spacing and punctuation make no difference. */
export function shinglesOf(text: string): Shingles {
  const canonical = canonicalText(text);
  const hashes = new Uint32Array(canonical.length);
  let count = 0;
  let read = 0;
  let window = 0;
  const last = new Uint32Array(SHINGLE);
  for (let i = 0; i < canonical.length; i++) {
    const unit = canonical.charCodeAt(i);
    if (!isRead(unit)) continue;
    // A rolling polynomial hash: the unit that leaves the window is taken out with its power.
    const leaving = last[read % SHINGLE] as number;
    window = (Math.imul(window, BASE) + unit - Math.imul(leaving, BASE_TO_SHINGLE)) | 0;
    last[read % SHINGLE] = unit;
    read++;
    if (read >= SHINGLE) hashes[count++] = scramble(window);
  }
  return distinct(hashes.subarray(0, count).sort());
}

/** What the index holds of a text, one number per band; none for a text without a single shingle. */
export function bandsOf(shingles: Shingles): number[] {
  if (shingles.length === 0) return [];
  const minima = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (let row = 0; row < minima.length; row++) {
    const factor = FACTORS[row] as number;
    const term = TERMS[row] as number;
    let least = 0xffffffff;
    for (let i = 0; i < shingles.length; i++) {
      const mixed = Math.imul(shingles[i] as number, factor) + term;
      const value = (mixed ^ (mixed >>> 15)) >>> 0;
      if (value < least) least = value;
    }
    minima[row] = least;
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++) hash = scramble(Math.imul(hash, BASE) + (minima[band * ROWS + row] as number));
    // Signed, so that the database keeps it in 32 bits.
    return hash | 0;
  });
}

/** Shingles in common, of all there are in the two (Jaccard): 0 to 1. */
export function similarity(a: Shingles, b: Shingles): number {
  if (a.length === 0 || b.length === 0) return 0;
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const [left, right] = [a[i] as number, b[k] as number];
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) k++;
  }
  return common / (a.length + b.length - common);
}

/** A prime, so that neighbouring letters do not cancel out. */
const BASE = 0x01000193;
const BASE_TO_SHINGLE = Array.from({ length: SHINGLE }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** Mixes all bits into all bits (the end of MurmurHash3). */
function scramble(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Fixed for ever, since what they make is stored; odd, so that each is a permutation. */
const FACTORS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => scramble(0x9e3779b9 + i) | 1);
const TERMS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => scramble(0x7f4a7c15 + i));

/** Which units of the canonical form are letters or digits; surrogates stand for the letters beyond the first plane. */
const READ_UNITS = new Uint8Array(0x10000);

function isRead(unit: number): boolean {
  const known = READ_UNITS[unit] as number;
  if (known !== 0) return known === 1;
  const read = (unit >= 0xd800 && unit <= 0xdfff) || READ.test(String.fromCharCode(unit));
  READ_UNITS[unit] = read ? 1 : 2;
  return read;
}

function distinct(sorted: Uint32Array): Uint32Array {
  let to = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[to - 1]) sorted[to++] = sorted[i] as number;
  return sorted.subarray(0, to);
}
