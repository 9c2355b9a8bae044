/**
 * Word forms, so that a lexicon names a word once. A word is written "connard/es": the stem's dictionary form, a slash,
 * and the name of its inflection. Without a slash the word stands for itself.
 */

/** [ending that is taken off, endings that are put on]. The dictionary form itself is among them. */
type Inflection = readonly [off: string, on: readonly string[]];

const FRENCH_ER =
  'er e es ons ez ent ais ait aient ions iez ant ants ante antes é ée és ées era eras erai erez erons eront erais erait eraient'.split(
    ' ',
  );

const INFLECTIONS: Readonly<Record<string, Inflection>> = {
  /** putain, putains */
  s: ['', ['', 's']],
  /** bitch, bitches */
  pl: ['', ['', 'es']],
  /** pussy, pussies */
  ies: ['y', ['y', 'ies']],
  /** connard, connarde, connards, connardes; enculé, enculée … */
  es: ['', ['', 'e', 's', 'es']],
  /** branleur, branleuse, branleurs, branleuses */
  eur: ['eur', ['eur', 'euse', 'eurs', 'euses']],
  /** merdeux, merdeuse, merdeuses */
  eux: ['eux', ['eux', 'euse', 'euses']],
  /** niquer, nique, niquez, niquait, niquant, niqué, niquera … */
  er: ['er', FRENCH_ER],
  /** fuck, fucks, fucked, fucker, fuckers, fucking, fuckin */
  v: ['', ['', 's', 'ed', 'er', 'ers', 'ing', 'in', 'ings', 'y']],
  /** shit, shits, shitting: the last consonant is doubled */
  vv: ['', ['', 's', '+ed', '+er', '+ers', '+ing', '+in', '+y']],
  /** bitch, bitches, bitched, bitching, bitchy */
  ves: ['', ['', 'es', 'ed', 'er', 'ers', 'ing', 'in', 'y']],
  /** whore, whores, whored, whoring */
  ve: ['e', ['e', 'es', 'ed', 'ing', 'ish']],
};

/** All forms of a word written with its inflection. Throws on an inflection that does not exist or does not fit. */
export function formsOf(word: string): readonly string[] {
  const [term = '', name] = word.split('/');
  if (name === undefined) return [term];
  const inflection = INFLECTIONS[name];
  if (inflection === undefined || !term.endsWith(inflection[0])) throw new RangeError(`No inflection for "${word}"`);
  const stem = term.slice(0, term.length - inflection[0].length);
  return inflection[1].map((ending) => stem + (ending.startsWith('+') ? stem.slice(-1) + ending.slice(1) : ending));
}
