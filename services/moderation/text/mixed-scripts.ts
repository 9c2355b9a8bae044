import { CYRILLIC_LOOK, LATIN_LOOK } from './fold-table.ts';
import { CYRILLIC_TWINS, LATIN_TWINS } from './lookalikes.ts';

/** From here on (Greek) a word may mix scripts; all Latin letters have been folded to a–z before. */
export const OTHER_SCRIPTS = 0x370;

function isLatin(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** A letter of an alphabet that has lookalikes (Latin, Greek to Hebrew, and the few beyond). */
export function isAlphabetic(unit: number): boolean {
  return isLatin(unit) || (unit >= OTHER_SCRIPTS && unit < 0x600) || LATIN_LOOK[unit] !== 0;
}

/** Cyrillic letters that hardly any language uses beside only lookalikes: such a word was made to look Latin. */
const RARE_LETTERS = new Set([...'ѕһԁԛԝѵӏ'].map((letter) => letter.charCodeAt(0)));

/** Canadian syllabics and small Cherokee: a word in which every letter looks Latin is an ornament, not Cree. */
function isOrnamental(unit: number): boolean {
  return (unit >= 0x1400 && unit < 0x1680) || (unit >= 0xab70 && unit < 0xabc0);
}

const LATIN_TWIN_UNITS = new Set([...LATIN_TWINS].map((letter) => letter.charCodeAt(0)));
const TWINS = new Set([...CYRILLIC_TWINS].map((letter) => letter.charCodeAt(0)));

function isCyrillicUnit(unit: number): boolean {
  return unit >= 0x400 && unit < 0x530;
}

/** What the letters of a word are. Counts. */
interface Scripts {
  latin: number;
  other: number;
  cyrillic: number;
  greek: number;
  /** Cyrillic letters that no Latin one looks like. */
  firm: number;
  /** Latin letters that no Cyrillic one looks or sounds like, and those that none looks like. */
  onlyLatin: number;
  firmLatin: number;
  /** Letters of the other script that no Latin one looks like. */
  onlyOther: number;
  rare: boolean;
}

/** Inside a word that mixes Latin with another script, letters of the script it was not meant to be in are read by their shape. */
export function foldMixedWords(
  text: string,
  units: Uint16Array,
  starts: Int32Array,
  length: number,
  isCyrillic: boolean,
): void {
  for (let at = 0; at < length; at++) {
    // Nearly all words are of one script, so that only one with a letter of another than Latin is looked at.
    const unit = units[at] as number;
    if (unit < 0x80 || !isAlphabetic(unit)) continue;
    let from = at;
    while (from > 0 && isAlphabetic(units[from - 1] as number)) from--;
    while (at < length && isAlphabetic(units[at] as number)) at++;
    const word = scriptsOf(units, from, at);
    if (word.latin > 0 && isMeantCyrillic(word, isCyrillic)) foldToCyrillic(units, from, at);
    else if (word.latin > 0 || isMadeUp(word)) foldShapes(text, units, starts, from, at);
  }
}

function scriptsOf(units: Uint16Array, from: number, to: number): Scripts {
  const word: Scripts = {
    latin: 0,
    other: 0,
    cyrillic: 0,
    greek: 0,
    firm: 0,
    onlyLatin: 0,
    firmLatin: 0,
    onlyOther: 0,
    rare: false,
  };
  for (let i = from; i < to; i++) countScript(word, units[i] as number);
  return word;
}

function countScript(word: Scripts, unit: number): void {
  if (isLatin(unit)) {
    word.latin++;
    if (CYRILLIC_LOOK[unit] === 0) word.onlyLatin++;
    if (!LATIN_TWIN_UNITS.has(unit)) word.firmLatin++;
    return;
  }
  word.other++;
  if (LATIN_LOOK[unit] === 0) word.onlyOther++;
  word.rare ||= RARE_LETTERS.has(unit) || isOrnamental(unit);
  if (unit < 0x400) word.greek++;
  if (!isCyrillicUnit(unit)) return;
  word.cyrillic++;
  if (!TWINS.has(unit)) word.firm++;
}

/** Without one Latin letter, and yet meant to be read as Latin: no word of any language is Greek and Cyrillic at once. */
function isMadeUp(word: Scripts): boolean {
  return (word.onlyOther === 0 && word.rare) || (word.greek > 0 && word.cyrillic > 0);
}

/** "дoбpый" is a Cyrillic word with some Latin letters, "fцck" a Latin one; what may be either is as the page is. */
function isMeantCyrillic(word: Scripts, isCyrillic: boolean): boolean {
  if (word.cyrillic < word.other || word.onlyLatin > 0 || word.rare) return false;
  if (word.firm === 0) return isCyrillic && word.firmLatin === 0;
  return isCyrillic || (word.firm > 1 && word.cyrillic > word.latin);
}

function foldToCyrillic(units: Uint16Array, from: number, to: number): void {
  for (let i = from; i < to; i++)
    if (isLatin(units[i] as number)) units[i] = CYRILLIC_LOOK[units[i] as number] as number;
}

function foldShapes(text: string, units: Uint16Array, starts: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    if (isLatin(units[i] as number)) continue;
    // By the original letter, not its small form: Η looks like H, η like n.
    const original = text.charCodeAt(starts[i] as number);
    const look = (LATIN_LOOK[original] as number) || (LATIN_LOOK[units[i] as number] as number);
    if (look !== 0) units[i] = look;
  }
}
