import { BREAK } from './alphabet.ts';
import type { Canonical } from './canonical.ts';
import type { Terms } from './compile.ts';

/**
 * The extent of a pattern the automaton has just found, [from, to) in canonical units without the edges, measured
 * backwards run by run. Null when its letters are not all there, or stretched less than stretching takes.
 *
 * @param at the unit that completed the pattern; the length of the text for the edge at its end
 */
export function measure(
  { symbols, symbolStarts, length: lengths }: Terms,
  id: number,
  symbolOf: Uint8Array,
  { units, length }: Canonical,
  at: number,
): { from: number; to: number; how: 'plain' | 'stretched' } | null {
  const start = symbolStarts[id] as number;
  let i = at === length ? at - 1 : at;
  let k = (symbolStarts[id + 1] as number) - 1;
  let from = -1;
  let to = -1;
  let doubled = 0;
  let longest = 0;
  if (at === length && symbols[k] === BREAK) k--;
  while (k >= start) {
    const symbol = symbols[k] as number;
    let wanted = 0;
    while (k >= start && symbols[k] === symbol) {
      k--;
      wanted++;
    }
    let run = 0;
    while (i >= 0 && symbolOf[units[i] as number] === symbol) {
      i--;
      run++;
    }
    if (symbol === BREAK) {
      if (run === 0 && i >= 0) return null;
      continue;
    }
    if (run < wanted) return null;
    // Where a pattern has no edge, the word may go on with the same letter: that is no stretching of it.
    const isOpen = (to < 0 && symbols[symbolStarts[id + 1]! - 1] !== BREAK) || (k < start && symbols[start] !== BREAK);
    if (to < 0) to = i + 1 + run;
    from = i + 1;
    if (run > wanted && !isOpen) {
      doubled++;
      longest = Math.max(longest, run);
    }
  }
  if (doubled === 0) return { from, to, how: 'plain' };
  return longest >= 3 || doubled >= 2 || (lengths[id] as number) >= 6 ? { from, to, how: 'stretched' } : null;
}
