import { APOSTROPHE, BREAK, DIGIT, JOINER, KIND, LETTER, SIGN, STRETCHED } from './alphabet.ts';
import { SUFFIX } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import type { Canonical } from './canonical.ts';
import type { Disguises, Report, Run } from './disguises.ts';
import type { Memory } from './runs.ts';
import { CUTTING, emptyMemory, endRun, flushSingles, isElision, isSentenceMark } from './runs.ts';

/** What the scan looks for words with, and whom it tells. */
export interface Scanner {
  readonly automaton: Automaton;
  /** By canonical unit, see classesOf. */
  readonly classOf: Uint16Array;
  readonly disguises: Disguises;
  /**
   * Gets each state in which a plain word is found, and the last unit of the run of its last letter; that is the length of
   * the text for the edge at its end.
   */
  readonly onPlain: (state: number, at: number) => void;
  readonly onDisguised: Report;
}

/** Kind and symbol of each unit in one number, kind × 256 + symbol: one look tells the scan both. */
export function classesOf(symbolOf: Uint8Array): Uint16Array {
  return Uint16Array.from(symbolOf, (symbol, unit) => (KIND[unit] as number) * 256 + symbol);
}

/** From here on a class is not one of a letter. */
const NO_LETTER = 256;

/**
 * Goes through a text once.
 *
 * @returns the unit up to which disguises were read: the length, unless the effort the text is worth was spent before
 */
export type Scan = (canonical: Canonical) => number;

/**
 * Makes a scan. Each run of equal symbols is one step of the automaton, which finds what is written plainly; so
 * a stretched letter ("fuuuck") or a row of separators is read as one. The patterns are squeezed alike; how often each
 * letter must be there is for `onPlain` to measure. Of the runs without spaces, those that are not plain letters go to the
 * reading of disguises, and so do single letters in a row and the pieces that a line break or an apostrophe parts.
 *
 * It is a closure over its tables because V8 then knows where they lie, which is a third of the time.
 */
export function createScan({ automaton, classOf, disguises, onPlain, onDisguised }: Scanner): Scan {
  const { moves, pairs, width } = automaton;
  const suffix = width + SUFFIX;
  const tell = (found: number, canonical: Canonical, at: number): number => {
    onPlain(-found, endOfRun(classOf, canonical, at));
    return -found;
  };
  const readRuns = (canonical: Canonical, memory: Memory): number => {
    const { units, length } = canonical;
    let readTo = length;
    let state = 0;
    let last = BREAK; // The text begins at the edge of a word, and ends at one: behind it stands a space.
    let from = 0;
    let kinds = LETTER;
    let gaps = 0;
    let odd = 0; // Where the first unit of the run is that is no letter.
    let repeats = 0;
    for (let at = 0; at <= length; at++) {
      let unitClass: number;
      // Letter by letter, without a call to anything, be it a small one: then what the loop needs stays at hand.
      for (; ; at++) {
        unitClass = classOf[units[at] as number] as number;
        const symbol = unitClass & 255;
        if (symbol !== last) {
          repeats = 0;
          let move = moves[state + symbol] as number;
          while ((move & 255) !== symbol + 1) {
            const shorter = moves[state + suffix] as number;
            if ((shorter & 255) !== suffix + 1) {
              move = pairs[last * width + symbol] as number;
              break;
            }
            state = shorter >> 8;
            move = moves[state + symbol] as number;
          }
          state = move >> 8;
          last = symbol;
          if (state < 0) break;
        } else if (unitClass < NO_LETTER && ++repeats === 2) kinds |= STRETCHED;
        if (unitClass >= NO_LETTER) break;
      }
      if (state < 0) state = tell(state, canonical, at);
      const kind = unitClass >> 8;
      if (kind <= (DIGIT | SIGN | JOINER)) {
        if (kind === LETTER) continue;
        if (kinds === LETTER) odd = at;
        kinds |= kind;
        continue;
      }
      if (at > from) {
        const plain = isPlainRun(units, { from, to: at, kinds }, odd, kind);
        if (plain && (gaps & CUTTING) === 0 && memory.singles.length === 0) {
          memory.pieceFrom = kinds === LETTER ? from : at;
          memory.pieceTo = memory.end = at;
        } else if (readTo === length) {
          endRun(disguises, canonical, memory, { from, to: at, kinds }, onDisguised);
          if (disguises.isSpent()) readTo = at;
        }
        gaps = 0;
      }
      if (kind !== APOSTROPHE || !isElision(units, from, at)) gaps |= kind;
      from = at + 1;
      kinds = LETTER;
    }
    return readTo;
  };
  return (canonical) => {
    const memory = emptyMemory();
    const readTo = readRuns(canonical, memory);
    if (readTo === canonical.length) flushSingles(disguises, canonical, memory, null, onDisguised);
    return readTo;
  };
}

/**
 * Whether a run is what nearly every word is: letters, perhaps a full stop; or l', d', qu' before another.
 *
 * @param odd where its first unit is that is no letter
 * @param kind of what ends it
 */
function isPlainRun(units: Uint16Array, { from, to, kinds }: Run, odd: number, kind: number): boolean {
  const shortest = kind === APOSTROPHE ? 0 : kinds === LETTER ? 1 : 2;
  if (to - from <= shortest) return false;
  return kinds === LETTER || (odd === to - 1 && (kinds & STRETCHED) === 0 && isSentenceMark(units[odd]));
}

/** The last unit of the run of equal symbols that begins at a place. */
function endOfRun(classOf: Uint16Array, { units, length }: Canonical, at: number): number {
  let end = at;
  while (
    end + 1 < length &&
    ((classOf[units[end + 1] as number] as number) & 255) === ((classOf[units[at] as number] as number) & 255)
  )
    end++;
  return end;
}
