import { ARABIC_SHAPES, CYRILLIC_SHAPES, FOREIGN_SHAPES, LATIN_SHAPES } from './lookalikes.ts';

/** Values of the fold table below the first printable unit: what is not simply one unit for one unit. */
export const DROP = 0;
export const EXPAND = 1;
export const SURROGATE = 2;
export const LINE_BREAK = 3;
/** From here on an entry is a canonical unit. */
export const FIRST_UNIT = 9;

/** One entry per UTF-16 unit: its canonical unit, or one of DROP, EXPAND, SURROGATE, LINE_BREAK. */
export const FOLD = new Uint16Array(65536);

/** A unit becomes at most this many; Unicode has a ligature of eighteen letters, of which the first ones tell enough. */
export const LONGEST_EXPANSION = 4;

/** Canonical spelling of the units that become several ("ﬃ", "œ", "…"). */
export const EXPANSIONS = new Map<number, string>();

/** Canonical spelling of code points above the BMP; the empty string drops them. Others stay as they are. */
export const ASTRAL = new Map<number, string>();

/** One entry per UTF-16 unit of another script: the Latin unit it is read as in a mixed word; 0 for none. */
export const LATIN_LOOK = new Uint16Array(65536);

/** One entry per ASCII unit: the Cyrillic unit it is read as in a Cyrillic word; 0 for none. */
export const CYRILLIC_LOOK = new Uint16Array(128);

const LETTER = /[\p{L}\p{N}]/u;
/** Never seen by a reader: joiners, marks of direction, fillers, tags, selectors. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u180e\u2800\ufff9-\ufffb]/u;
const MARK = /\p{M}/gu;
const HAS_MARK = /\p{M}/u;
/** Marks are dropped where they are ornaments or vowel points; in Indic scripts and kana they are part of the letter. */
const LOOSE_MARK = /\p{Mn}|[\u0488\u0489\u20dd-\u20e0\u20e2-\u20e4]/u;
/** Where a mark is part of the letter: Indic and other abugidas, kana, and what is above the BMP. */
const BOUND_MARKS = [
  [0x900, 0x1aaf],
  [0x1b00, 0x1dbf],
  [0x3099, 0x309a],
  [0xa800, 0xabff],
] as const;
const STRIPPED_SCRIPT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;

const SIGNS: Readonly<Record<string, string>> = {
  ' ': '\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
  '\n': '\r\u000b\u000c\u0085\u2028\u2029',
  "'": '’‘‛ʼʻ′`´＇',
  '"': '“”„‟«»‹›″〝〞',
  '-': '‐‑‒–—―−﹣－⁃',
  '·': '‧∙⋅・᛫',
  '*': '∗⁎✱✲＊٭',
  '/': '⁄∕',
  ',': '،',
  ';': '؛',
  '?': '؟',
  '%': '٪',
};

const shapes = invert({ ...LATIN_SHAPES, ...ARABIC_SHAPES });
const signs = invert(SIGNS);

function invert(groups: Readonly<Record<string, string>>): Map<string, string> {
  const map = new Map<string, string>();
  for (const [plain, group] of Object.entries(groups)) for (const one of group) if (!map.has(one)) map.set(one, plain);
  return map;
}

function isLoose(character: string): boolean {
  const code = character.charCodeAt(0);
  return LOOSE_MARK.test(character) && !BOUND_MARKS.some(([first, last]) => code >= first && code <= last);
}

/** The canonical spelling of one code point: compatibility form, small, without ornaments. "" when it is dropped. */
function foldOne(character: string): string {
  const sign = signs.get(character);
  if (sign !== undefined) return sign;
  if (INVISIBLE.test(character) || isLoose(character)) return '';
  // NFKC first: it turns styled letters into letters. Then small, then NFD to part the ornaments from the letter.
  const small = character.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const one of small) {
    const bare = STRIPPED_SCRIPT.test(one) ? one.normalize('NFD').replace(MARK, '') : one;
    for (const part of bare) folded += isLoose(part) ? '' : (shapes.get(part) ?? signs.get(part) ?? part);
  }
  return folded === 'ς' ? 'σ' : folded;
}

/** Folding is repeated until nothing changes, so that the canonical form of a canonical form is itself. */
function fold(character: string): string {
  let before = character;
  for (let round = 0; round < 4; round++) {
    const after = [...before].map(foldOne).join('');
    if (after === before) break;
    before = after;
  }
  return before;
}

/** Units that lie side by side are mostly of one kind, so whole blocks are asked first whether there is anything to do. */
const BLOCK = 16;
const MAPPED_BLOCKS = new Set([...shapes.keys(), ...signs.keys()].map((one) => Math.floor(one.charCodeAt(0) / BLOCK)));

/** Whether every unit of a block folds to itself for certain. */
function isUntouched(first: number): boolean {
  // Ideographs, syllables and private use.
  if (
    (first >= 0x3400 && first <= 0x9fff) ||
    (first >= 0xac00 && first < 0xd7a0) ||
    (first >= 0xe000 && first < 0xf900)
  )
    return true;
  if (first < 0x80 || MAPPED_BLOCKS.has(first / BLOCK)) return false;
  const block = String.fromCharCode(...Array.from({ length: BLOCK }, (_, i) => first + i));
  if (INVISIBLE.test(block) || HAS_MARK.test(block)) return false;
  return block.normalize('NFKC').toLowerCase().normalize('NFD') === block;
}

function fillBasicPlane(): void {
  for (let first = 0; first < 65536; first += BLOCK) {
    const untouched = isUntouched(first);
    for (let code = first; code < first + BLOCK; code++) {
      if (code >= 0xd800 && code <= 0xdfff) FOLD[code] = SURROGATE;
      else if (untouched) FOLD[code] = code;
      else fillUnit(code);
    }
  }
}

function fillUnit(code: number): void {
  const folded = fold(String.fromCharCode(code));
  // Control characters fold to a space, so that no unit below 9 is left and the marker values stay free.
  if (folded === '\n') FOLD[code] = LINE_BREAK;
  else if (folded.length === 1) FOLD[code] = folded.charCodeAt(0) < FIRST_UNIT ? 0x20 : folded.charCodeAt(0);
  else if (folded !== '') {
    FOLD[code] = EXPAND;
    EXPANSIONS.set(code, folded.slice(0, LONGEST_EXPANSION));
  }
}

/** Letters in squares and circles, white on black, and flags: U+1F110 and on, 26 each. */
const LETTER_BLOCKS = [0x1f110, 0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

function fillAstral(): void {
  for (let code = 0x1d400; code <= 0x1d7ff; code++) {
    const folded = fold(String.fromCodePoint(code));
    if (folded.length === 1 && LETTER.test(folded)) ASTRAL.set(code, folded);
  }
  for (const first of LETTER_BLOCKS) {
    for (let letter = 0; letter < 26; letter++) ASTRAL.set(first + letter, String.fromCharCode(0x61 + letter));
  }
  // Skin tones, tags and selectors only colour what stands before them.
  for (let code = 0x1f3fb; code <= 0x1f3ff; code++) ASTRAL.set(code, '');
  for (let code = 0xe0000; code <= 0xe01ef; code++) ASTRAL.set(code, '');
}

function fillLooks(): void {
  for (const [latin, group] of Object.entries(FOREIGN_SHAPES)) {
    for (const one of group)
      if (LATIN_LOOK[one.charCodeAt(0)] === 0) LATIN_LOOK[one.charCodeAt(0)] = latin.charCodeAt(0);
  }
  for (const [cyrillic, group] of Object.entries(CYRILLIC_SHAPES))
    for (const one of group) CYRILLIC_LOOK[one.charCodeAt(0)] = cyrillic.charCodeAt(0);
}

fillBasicPlane();
fillAstral();
fillLooks();
