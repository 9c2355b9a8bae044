/** A piece of a changed text: kept, taken away, or added. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Pairs of words that are compared at most; beyond it, what lies between the equal ends counts as replaced. */
const MOST = 4_000_000;

/**
 * What changed between two texts, by words: a word is a run of letters and digits; everything else stands for itself. The pieces
 * that are not added, joined, are the text before; those that are not removed, the text after.
 *
 * The longest common subsequence is kept, so that as little as possible is marked; time and memory grow with the product of the
 * lengths of what differs, in words, and are bounded.
 */
export function diffWords(before: string, after: string): Change[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const start = equalAtStart(a, b);
  const end = equalAtEnd(a, b, start);
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([...same(a.slice(0, start)), ...middle, ...same(end === 0 ? [] : a.slice(-end))]);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]/gu) ?? [];
}

function equalAtStart(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function equalAtEnd(a: readonly string[], b: readonly string[], start: number): number {
  let n = 0;
  while (n < Math.min(a.length, b.length) - start && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

const same = (words: readonly string[]): Change[] => words.map((text) => ({ kind: 'same', text }));
const removed = (words: readonly string[]): Change[] => words.map((text) => ({ kind: 'removed', text }));
const added = (words: readonly string[]): Change[] => words.map((text) => ({ kind: 'added', text }));

function between(a: readonly string[], b: readonly string[]): Change[] {
  if (a.length * b.length > MOST) return [...removed(a), ...added(b)];
  const width = b.length + 1;
  // How long the common subsequence of what follows each pair of places is.
  const left = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => left[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      left[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      changes.push(...same(a.slice(i, i + 1)));
      [i, j] = [i + 1, j + 1];
    } else if (at(i + 1, j) >= at(i, j + 1)) changes.push(...removed(a.slice(i, ++i)));
    else changes.push(...added(b.slice(j, ++j)));
  }
  return [...changes, ...removed(a.slice(i)), ...added(b.slice(j))];
}

/** Neighbours of one kind as one piece. */
function joined(changes: readonly Change[]): Change[] {
  const pieces: { kind: Change['kind']; text: string }[] = [];
  for (const { kind, text } of changes) {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  }
  return pieces;
}
