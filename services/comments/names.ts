/**
 * What people call themselves: cleaned so that a name is what it looks like, and reduced to what it looks like so that
 * nobody can pass for a moderator.
 */

/** Bidi controls, C0/C1 controls, line and paragraph separators (Unicode UAX #9, UTR #36). */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\uFFFC\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;
/** Embeddings, overrides and isolates: they have no place in a name and are there to deceive. */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/u;
/** Default-ignorable code points; the two joiners and the emoji selector are looked at one by one below. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const JOINERS = new Set(['\u200C', '\u200D', '\uFE0F']);
/** Letters of scripts that are written with joiners, and emoji, which are joined by them. */
const JOINABLE =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Mongolian}\p{M}\uFE0F]/u;
/** Something a reader can see and read out: a letter, number or symbol of any script. */
const VISIBLE = /[\p{L}\p{N}\p{S}]/u;
/** Letters without ink: Hangul fillers and the Braille blank. */
const INKLESS = /[\u115F\u1160\u3164\uFFA0\u2800]/gu;
/** More combining marks on one letter than any orthography needs ("zalgo"). */
const MARK_PILE = /(\p{M}{3})\p{M}+/gu;

/**
 * The name as it is stored and shown: NFC, single ordinary spaces, without characters that cannot be seen or that change
 * the direction or order of others. May come out empty.
 */
export function cleanName(name: string): string {
  return dropIgnorables(
    name
      .normalize('NFC')
      .replace(/[\p{Zs}\t]+/gu, ' ')
      .replace(CONTROLS, '')
      .replace(INKLESS, ''),
  )
    .replace(MARK_PILE, '$1')
    .replace(/ +/g, ' ')
    .trim();
}

function dropIgnorables(text: string): string {
  return text.replace(IGNORABLE, (char, offset: number) => {
    if (!JOINERS.has(char)) return '';
    const before = [...text.slice(0, offset)].at(-1) ?? '';
    const after = char === '\uFE0F' ? before : String.fromCodePoint(text.codePointAt(offset + 1) ?? 32);
    return JOINABLE.test(before) && (char === '\uFE0F' || JOINABLE.test(after)) ? char : '';
  });
}

/** Whether a name tries to change the order in which it is read. */
export function reordersText(name: string): boolean {
  return REORDERING.test(name);
}

/** A word of Latin letters and of those that are made to look like them: no orthography writes one (UTS #39, 5.2). */
const MIXED_WORD =
  /\p{Script=Latin}\p{M}*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*\p{Script=Latin}/u;

/** Whether a word of a name is of several scripts, to be taken for another one. */
export function mixesScripts(name: string): boolean {
  return MIXED_WORD.test(name.normalize('NFC'));
}

/** Whether there is anything to read in a name. */
export function isReadableName(name: string): boolean {
  return VISIBLE.test(name);
}

function pairs(letters: string, latin: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, i) => [letter, latin[i] ?? letter]));
}

/** Lookalikes by what they look like, after case folding: the common part of Unicode's confusables table (UTS #39). */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...pairs('ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpddtgkjczfmnisrvhwxyaeiou'), // Lisu
  ...pairs('ꭰꭱꭲꭵꭺꭻꭼꮃꮇꮋꮍꮐꮒꮓꮞꮟꮢꮤꮥꮩꮪꮮꮯꮲꮶꮷᏻᏼ', 'drtiajewmhyghzabrwsvsicpkdgb'), // Cherokee, small
  а: 'a',
  ɑ: 'a',
  α: 'a',
  ａ: 'a',
  '@': 'a',
  '4': 'a',
  ь: 'b',
  в: 'b',
  β: 'b',
  '8': 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  ɗ: 'd',
  đ: 'd',
  е: 'e',
  ҽ: 'e',
  є: 'e',
  ε: 'e',
  ℮: 'e',
  '3': 'e',
  ғ: 'f',
  ϝ: 'f',
  ɡ: 'g',
  ց: 'g',
  '9': 'g',
  һ: 'h',
  հ: 'h',
  н: 'h',
  η: 'n',
  і: 'i',
  ı: 'i',
  ι: 'i',
  ɩ: 'i',
  ӏ: 'i',
  l: 'i',
  '1': 'i',
  '|': 'i',
  '!': 'i',
  ן: 'i',
  ا: 'i',
  ו: 'i',
  ⅼ: 'i',
  ј: 'j',
  ϳ: 'j',
  к: 'k',
  κ: 'k',
  м: 'm',
  ɱ: 'm',
  п: 'n',
  ո: 'n',
  ռ: 'n',
  ν: 'v',
  о: 'o',
  ο: 'o',
  σ: 'o',
  օ: 'o',
  ס: 'o',
  ه: 'o',
  '0': 'o',
  '٥': 'o',
  ø: 'o',
  ʘ: 'o',
  θ: 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  զ: 'q',
  г: 'r',
  ꭇ: 'r',
  ѕ: 's',
  ꜱ: 's',
  '5': 's',
  $: 's',
  ʂ: 's',
  т: 't',
  τ: 't',
  '7': 't',
  '+': 't',
  υ: 'u',
  ц: 'u',
  ս: 'u',
  ʋ: 'v',
  ѵ: 'v',
  ԝ: 'w',
  ѡ: 'w',
  ω: 'w',
  ɯ: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  ү: 'y',
  γ: 'y',
  ʏ: 'y',
  ყ: 'y',
  ᴢ: 'z',
  '2': 'z',
  ʐ: 'z',
  ᴀ: 'a',
  ʙ: 'b',
  ᴄ: 'c',
  ᴅ: 'd',
  ᴇ: 'e',
  ꜰ: 'f',
  ɢ: 'g',
  ʜ: 'h',
  ɪ: 'i',
  ᴊ: 'j',
  ᴋ: 'k',
  ʟ: 'i',
  ᴍ: 'm',
  ɴ: 'n',
  ᴏ: 'o',
  ᴘ: 'p',
  ꞯ: 'q',
  ʀ: 'r',
  ᴛ: 't',
  ᴜ: 'u',
  ᴠ: 'v',
  ᴡ: 'w',
};

/** Greek capitals that look like another Latin letter than their small ones, by which names are told apart. */
const GREEK_CAPITALS: Readonly<Record<string, string>> = { Ζ: 'z', Η: 'h', Μ: 'm', Ν: 'n', Υ: 'y' };

/** Letters in boxes, two of which are a flag, and where there are no flags are shown as the letters they are. */
const BOXED = /[\u{1F1E6}-\u{1F1FF}]/gu;
const BOXED_A = 0x1f1e6;
/** Signs around a name, and signs anywhere. */
const ADORNED = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const SIGNS = /[\p{P}\p{S}]/gu;

/**
 * Every skeleton a name may be taken for: by its small letters, and by its capitals as they stand there; with signs that look like letters
 * read as such, and as what they are ("Admin ✅", "Admin!").
 */
export function skeletonsOf(name: string): string[] {
  const byCapitals = name.normalize('NFKD').replace(/[ΖΗΜΝΥ]/g, (letter) => GREEK_CAPITALS[letter] ?? letter);
  const unboxed = name.replace(BOXED, (box) => String.fromCodePoint((box.codePointAt(0) ?? 0) - BOXED_A + 0x61));
  return [name, byCapitals, unboxed]
    .flatMap((form) => [form, form.replace(ADORNED, ''), form.replace(SIGNS, '')])
    .map(nameSkeleton);
}

/**
 * What a name looks like: two names with the same skeleton are hard to tell apart. After UTS #39 section 4, with case,
 * accents, spaces and punctuation ignored as well, since a reader overlooks those too. "rn" reads as "m", "vv" as "w".
 */
export function nameSkeleton(name: string): string {
  return nameLetters(name).replace(/rn/g, 'm').replace(/vv/g, 'w');
}

/** The same letter by letter, so that the letters of a beginning are the beginning of the letters; for finding names. */
export function nameLetters(name: string): string {
  const folded = cleanName(name).normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return [...folded]
    .map((char) => LOOKALIKES[char] ?? char)
    .join('')
    .replace(/[^\p{L}\p{N}\p{S}]/gu, '');
}
