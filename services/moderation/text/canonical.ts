import {
  ASTRAL,
  DROP,
  EXPAND,
  EXPANSIONS,
  FIRST_UNIT,
  FOLD,
  LINE_BREAK,
  LONGEST_EXPANSION,
  SURROGATE,
} from './fold-table.ts';
import { foldMixedWords, isAlphabetic, OTHER_SCRIPTS } from './mixed-scripts.ts';

/**
 * A text in canonical form. The arrays are longer than the text and are used again by the next call.
 * `units[i]` stands for the original text from `starts[i]`; `starts[length]` is the length of the original. `units[length]`
 * is a space, so that who looks one unit further sees the edge of a word and nothing of the text before.
 */
export interface Canonical {
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  readonly length: number;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const HYPHEN = 0x2d;

/** @param isCyrillic whether the page is in a language with Cyrillic letters: a word that may be of either script is then Cyrillic */
export type Canonicaliser = (text: string, isCyrillic?: boolean) => Canonical;

interface Buffers {
  /** Units of a text there is room for. */
  readonly room: number;
  /** Holds the text itself: it is copied in one go, since to ask a string for one unit after another takes longer. */
  readonly memory: Buffer;
  readonly original: Uint16Array;
  readonly units: Uint16Array;
  readonly starts: Int32Array;
  /** 0, 1, 2 …: the offsets of a text that needs no offsets. */
  readonly identity: Int32Array;
}

function createBuffers(room: number): Buffers {
  const memory = Buffer.alloc(2 * room);
  const longest = room * LONGEST_EXPANSION + 1;
  return {
    room,
    memory,
    original: new Uint16Array(memory.buffer, memory.byteOffset, room),
    units: new Uint16Array(longest),
    starts: new Int32Array(longest),
    identity: new Int32Array(longest).map((_, i) => i),
  };
}

/**
 * Makes a canonicaliser with buffers of its own. One linear pass, and two short ones only where there are line breaks or
 * letters beyond Latin. Case, accents, styles, invisible characters and typographic variants are folded; digits and
 * signs stay, since what they stand for depends on the word they are in.
 */
export function createCanonicaliser(): Canonicaliser {
  let buffers = createBuffers(1024);
  return (text, isCyrillic = false) => {
    if (text.length > buffers.room) buffers = createBuffers(text.length);
    buffers.memory.write(text, 'utf16le');
    const canonical = fold(text, buffers, isCyrillic);
    buffers.units[canonical.length] = SPACE;
    return canonical;
  };
}

/** Most texts are one unit for one unit throughout, so that is a loop of its own. */
function fold(text: string, buffers: Buffers, isCyrillic: boolean): Canonical {
  const { original, units, identity } = buffers;
  const size = text.length;
  let seen = 0;
  for (let i = 0; i < size; i++) {
    const unit = FOLD[original[i] as number] as number;
    if (unit < FIRST_UNIT) return foldRest(text, buffers, { from: i, seen, isCyrillic });
    units[i] = unit;
    seen |= unit;
  }
  if (seen >= OTHER_SCRIPTS) foldMixedWords(text, units, identity, size, isCyrillic);
  return { units, starts: identity, length: size };
}

/** @param done how far the text is folded, what was seen there, and what the page is in */
function foldRest(
  text: string,
  { original, units, starts, identity }: Buffers,
  done: { from: number; seen: number; isCyrillic: boolean },
): Canonical {
  const { from, isCyrillic } = done;
  const size = text.length;
  starts.set(identity.subarray(0, from));
  let n = from;
  let { seen } = done;
  let broken = false;
  for (let i = from; i < size; i++) {
    let unit = 0;
    // What is one unit for one unit, without a call to anything: then what the loop needs stays at hand.
    for (; i < size; i++) {
      unit = FOLD[original[i] as number] as number;
      if (unit < FIRST_UNIT) break;
      units[n] = unit;
      starts[n++] = i;
      seen |= unit;
    }
    if (i === size) break;
    if (unit === LINE_BREAK) {
      units[n] = NEWLINE;
      starts[n++] = i;
      broken = true;
    } else if (unit !== DROP) {
      n = foldSpecial(text, i, unit, units, starts, n);
      if (unit === SURROGATE && isPair(text, i)) i++;
    }
  }
  starts[n] = size;
  if (broken) n = joinHyphenated(units, starts, n);
  if (seen >= OTHER_SCRIPTS) foldMixedWords(text, units, starts, n, isCyrillic);
  return { units, starts, length: n };
}

function isPair(text: string, i: number): boolean {
  return (text.codePointAt(i) as number) > 0xffff;
}

function foldSpecial(
  text: string,
  i: number,
  kind: number,
  units: Uint16Array,
  starts: Int32Array,
  at: number,
): number {
  let n = at;
  const code = text.codePointAt(i) as number;
  const folded = kind === EXPAND ? EXPANSIONS.get(code) : ASTRAL.get(code);
  if (folded !== undefined) {
    for (let k = 0; k < folded.length; k++) {
      units[n] = folded.charCodeAt(k);
      starts[n++] = i;
    }
    return n;
  }
  units[n] = text.charCodeAt(i);
  starts[n++] = i;
  if (code > 0xffff) {
    units[n] = text.charCodeAt(i + 1);
    starts[n++] = i + 1;
  }
  return n;
}

/** "con-⏎cours" is one word cut by the end of a line. Moves the rest forward; returns the new length. */
function joinHyphenated(units: Uint16Array, starts: Int32Array, length: number): number {
  let to = 0;
  for (let from = 0; from < length; from++) {
    const cut =
      isJoined(units[from] as number) &&
      to >= 3 &&
      units[to - 1] === NEWLINE &&
      units[to - 2] === HYPHEN &&
      isJoined(units[to - 3] as number);
    if (cut) to -= 2;
    units[to] = units[from] as number;
    starts[to++] = starts[from] as number;
    // A carriage return with its line feed is one line break.
    if (to >= 2 && units[to - 1] === NEWLINE && units[to - 2] === NEWLINE && isHyphenBreak(units, to)) to--;
  }
  starts[to] = starts[length] as number;
  return to;
}

/** Letters of alphabets that part a word at the end of a line, and Arabic ones, which do not but may be parted like that. */
function isJoined(unit: number): boolean {
  return isAlphabetic(unit) || (unit >= 0x600 && unit < 0x700);
}

function isHyphenBreak(units: Uint16Array, to: number): boolean {
  return to >= 3 && units[to - 3] === HYPHEN;
}

const shared = createCanonicaliser();

/** The canonical form as a string, each run of white space as one space and none at the ends. For hashing and tests. */
export function canonicalText(text: string): string {
  const { units, length } = shared(text);
  let out = '';
  let gap = false;
  for (let i = 0; i < length; i++) {
    const unit = units[i] as number;
    if (unit === SPACE || unit === NEWLINE) gap = out !== '';
    else {
      out += (gap ? ' ' : '') + String.fromCharCode(unit);
      gap = false;
    }
  }
  return out;
}
