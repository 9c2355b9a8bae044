/** A place in a text, in its UTF-16 units, and how many times something stands there. */
export interface Repetition {
  readonly times: number;
  readonly span: [number, number];
}

/** Longest passage that is recognised as repeated right after itself, in characters; longer ones are told by sentences. */
const PERIOD_MAX = 64;

/** Shorter sentences are said more than once by anybody ("Non.", "Bien sûr."). */
const SENTENCE_MIN = 15;

export const NO_REPETITION: Repetition = { times: 0, span: [0, 0] };

const RUN = /(\S)\1+/gu;

/** The longest run of one character that can be seen. */
export function findRun(text: string): Repetition {
  let best = NO_REPETITION;
  for (const { 0: run, 1: character = run, index } of text.matchAll(RUN)) {
    const times = run.length / character.length;
    if (times > best.times) best = { times, span: [index, index + run.length] };
  }
  return best;
}

/** Units of a passage worth finding that stand there for a second time at least: less is ordinary language. */
const AGAIN = 50;

/** Places where each four units were seen last, by a hash of them; counted on from text to text, so it is never emptied. */
const seenAt = new Float64Array(4096);
let seenSoFar = 0;

/**
 * Whether a passage may be repeated so often that it counts as one: cheap, and never wrong when it says no. In eight or more
 * times a passage of 60 characters together, 50 units in a row have just been seen within the longest period.
 */
export function mayRepeat(text: string): boolean {
  const small = text.toLowerCase();
  const base = (seenSoFar += 4 * PERIOD_MAX);
  seenSoFar += small.length;
  let hash = 0;
  let again = 0;
  for (let i = 0; i < small.length; i++) {
    // Four units, 5 bits apart: what is older is shifted out.
    hash = ((hash << 5) ^ small.charCodeAt(i)) & 0xfffff;
    const slot = (hash ^ (hash >> 8)) & 4095;
    again = base + i - (seenAt[slot] as number) <= 2 * PERIOD_MAX ? again + 1 : 0;
    if (again >= AGAIN) return true;
    seenAt[slot] = base + i;
  }
  return false;
}

/**
 * The passage of two characters or more that is repeated most, in length: "ha ha ha", "DEHORS DEHORS". Every possible
 * period is one pass over the text, so it is linear, works in scripts without spaces, and needs no notion of a word.
 */
export function findRepetition(text: string): Repetition {
  const { codes, starts } = characters(text);
  let best = { from: 0, to: 0, period: 1 };
  for (let period = 2; period <= PERIOD_MAX && period * 2 <= codes.length; period++) {
    let run = 0;
    for (let i = period; i < codes.length; i++) {
      run = codes[i] === codes[i - period] ? run + 1 : 0;
      // A longer period only counts for more text, so "haha" twice is "ha" four times.
      if (run >= period && run + period > best.to - best.from) best = { from: i - run - period + 1, to: i + 1, period };
    }
  }
  const isOneCharacter = codes.subarray(best.from, best.to).every((code) => code === codes[best.from]);
  const times = isOneCharacter ? 0 : Math.floor((best.to - best.from) / best.period);
  return { times, span: [starts[best.from] ?? 0, starts[best.to] ?? 0] };
}

/** The sentence or line that stands there most often, and how many characters its copies make. */
export function repeatedSentences(text: string): { times: number; covered: number } {
  const counts = new Map<string, number>();
  let most = { times: 0, covered: 0 };
  for (const sentence of text.split(/[.!?\n。！？؟]+/u)) {
    const said = sentence.trim().toLowerCase();
    if (said.length < SENTENCE_MIN || !/\p{L}/u.test(said)) continue;
    const times = (counts.get(said) ?? 0) + 1;
    counts.set(said, times);
    if (times > most.times) most = { times, covered: times * said.length };
  }
  return most;
}

/** The characters in small letters, and where each begins; the last start is the text's end. */
function characters(text: string): { codes: Uint32Array; starts: Uint32Array } {
  const codes = new Uint32Array(text.length);
  const starts = new Uint32Array(text.length + 1);
  let count = 0;
  let at = 0;
  for (const character of text) {
    codes[count] = character.toLowerCase().codePointAt(0) ?? 0;
    starts[count++] = at;
    at += character.length;
  }
  starts[count] = at;
  return { codes: codes.subarray(0, count), starts: starts.subarray(0, count + 1) };
}
