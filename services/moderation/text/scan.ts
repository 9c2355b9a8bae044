import { BREAK } from './alphabet.ts';
import type { Automaton } from './automaton.ts';
import type { Canonical } from './canonical.ts';

/**
 * Finds what is written plainly: one step of the automaton for each unit of the text.
 *
 * @param report gets each state in which something is found and the unit that led to it; that is the length of the text for
 *   the edge at its end
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
    const place = state + symbol;
    let to = (check[place] === state ? next[place] : pairs[last * width + symbol]) as number;
    if (to < 0) {
      to = -to;
      report(to, at);
    }
    state = to;
    last = symbol;
  }
}
