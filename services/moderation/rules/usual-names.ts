/**
 * Given and family names that are rude or ambiguous words as well. In the author's name, written plainly, they are what people
 * are called; anywhere else they stay words. Only what is usual as a name somewhere belongs here.
 */
const USUAL_NAMES = new Set(
  `boulet butt butts cox cumming cummings dick dyke dykes fanny fatma gay gaylord hoare hooker kike randy rod roger semen titus
    willie willy`.split(/\s+/),
);

export function isUsualName(word: string): boolean {
  return USUAL_NAMES.has(word.normalize('NFC').toLowerCase());
}
