/**
 * Ways to write a word, for languages without one spelling: "(sh|ch)armo(u|)ta" is sharmouta, sharmota, charmouta,
 * charmota. Choices are parted by "|"; an empty one leaves the letters out. They are not nested.
 */
export function spellingsOf(pattern: string): readonly string[] {
  const [, before = '', choices, after = ''] = /^([^(]*)\(([^()]*)\)(.*)$/.exec(pattern) ?? [];
  if (choices === undefined) return [pattern];
  const endings = spellingsOf(after);
  return choices.split('|').flatMap((choice) => endings.map((ending) => before + choice + ending));
}

/** All spellings of words that are parted by white space, as a lexicon lists them. */
export function words(patterns: string): string {
  return patterns.trim().split(/\s+/).flatMap(spellingsOf).join(' ');
}

/** All spellings of phrases that are parted by commas, as a lexicon lists them. */
export function phrases(patterns: string): string {
  return patterns
    .split(',')
    .flatMap((pattern) => spellingsOf(pattern.trim().replaceAll(/\s+/g, ' ')))
    .map((phrase) => phrase.replaceAll(/\s+/g, ' ').trim())
    .join(', ');
}
