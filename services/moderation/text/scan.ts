import { BREAK } from './alphabet.ts';
import { SUFFIX } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import type { Canonical } from './canonical.ts';

/**
 * Finds what is written plainly: one step of the automaton for each run of equal symbols in the text, so that a stretched
 * letter ("fuuuck") or a row of separators is read as one. The patterns are squeezed alike; how often each letter must be
 * there is for the caller to measure.
 *
 * @param report gets each state in which something is found and the last unit of the run that led to it; that is the length
 *   of the text for the edge at its end
 */
export function scanPlain(
  { check, next, pairs, width }: Automaton,
  symbolOf: Uint8Array,
  { units, length }: Canonical,
  report: (state: number, at: number) => void,
): void {
  let state = 0;
  // The text begins at the edge of a word.
  let last = BREAK;
  for (let at = 0; at <= length; at++) {
    const symbol = at < length ? (symbolOf[units[at] as number] as number) : BREAK;
    if (symbol === last) continue;
    while (check[state + symbol] !== state && state !== 0) {
      const suffix = state + width + SUFFIX;
      state = check[suffix] === state ? (next[suffix] as number) : 0;
    }
    let to = (state === 0 ? pairs[last * width + symbol] : next[state + symbol]) as number;
    if (to < 0) {
      to = -to;
      let end = at;
      while (end + 1 < length && symbolOf[units[end + 1] as number] === symbol) end++;
      report(to, end);
    }
    state = to;
    last = symbol;
  }
}
