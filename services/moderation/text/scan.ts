import type { Alphabet } from './alphabet.ts';
import type { Automaton } from './automaton.ts';
import type { Canonical } from './canonical.ts';

/**
 * Finds what is written plainly: one step of the automaton for each unit of the text.
 *
 * @param report gets each accepting state and the unit that led to it; that is the length for the edge at the end
 */
export function scanPlain(
  { delta, firstAccepting, root }: Automaton,
  { symbolOf }: Alphabet,
  { units, length }: Canonical,
  report: (state: number, at: number) => void,
): void {
  // The text begins at the edge of a word.
  let state = delta[root] as number;
  for (let at = 0; at < length; at++) {
    const next = delta[state + (symbolOf[units[at] as number] as number)] as number;
    // The same state again is the same find in a longer run of its last letter.
    if (next >= firstAccepting && next !== state) report(next, at);
    state = next;
  }
  const end = delta[state] as number;
  if (end >= firstAccepting && end !== state) report(end, length);
}
