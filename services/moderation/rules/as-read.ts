import type { Link } from '../../comments/markdown.ts';
import type { TextHit } from '../text/engine.ts';
import type { Span } from './link-words.ts';

/** A text as its readers see it, where that is not what was typed. */
export interface SeenText {
  readonly text: string;
  /** A stretch of it, [start, end), in UTF-16 offsets of what was typed. */
  readonly typed: (start: number, end: number) => Span;
}

/**
 * What readers see instead of what was typed: the words of a link run on into what stands beside it ("f[u](https://…)ck"), and
 * letters turned upside down stand in reverse ("ʞɔnɟ"). Empty for nearly every text.
 */
export function seenTexts(text: string, links: readonly Link[]): SeenText[] {
  return [withoutAddresses(text, links), turnedRound(text)].filter((seen) => seen !== null);
}

/** The hits of what was typed, and those that only a reader sees; in the order of the text. */
export function withSeen(
  typed: readonly TextHit[],
  seen: readonly SeenText[],
  find: (text: string) => readonly TextHit[],
): readonly TextHit[] {
  if (seen.length === 0) return typed;
  const more = seen.flatMap((one) =>
    find(one.text).flatMap((hit) => {
      const [start, end] = one.typed(hit.start, hit.end);
      return typed.some((known) => known.start <= start && end <= known.end) ? [] : [{ ...hit, start, end }];
    }),
  );
  return more.length === 0 ? typed : [...typed, ...more].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Each link as its words alone. */
function withoutAddresses(text: string, links: readonly Link[]): SeenText | null {
  if (!links.some(({ span }) => isLabelled(text, span))) return null;
  let seen = '';
  const starts: number[] = [];
  const copy = (from: number, to: number): void => {
    seen += text.slice(from, to);
    for (let at = from; at < to; at++) starts.push(at);
  };
  let at = 0;
  for (const { span } of [...links].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = span;
    if (start < at || !isLabelled(text, span)) continue;
    copy(at, start);
    copy(start + 1, start + text.slice(start, end).lastIndexOf(ADDRESS));
    at = end;
  }
  copy(at, text.length);
  return { text: seen, typed: (from, to) => [starts[from] ?? 0, (starts[to - 1] ?? 0) + 1] };
}

/** Between the words of a link and its address. */
const ADDRESS = '](';

function isLabelled(text: string, [start, end]: Span): boolean {
  return text[start] === '[' && text.slice(start, end).includes(ADDRESS);
}

/** What each letter reads as once the page is turned; only these tell that a text was meant to be turned. */
const TURNED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('ɐɔǝɟƃɥᴉıɾʞɯɹʇʌʍʎꓤ∀ƎℲ⅁⅂ꓶԀᴚ⊥⅄', (letter, at) => [letter, 'acefghiijkmrtvwyraefgllprty'[at] ?? '']),
);

/** Those of them that no language here has (the dotless i is Turkish). */
const TELLING = new RegExp(`[${Object.keys(TURNED).join('').replace('ı', '')}]`, 'gu');

/** Letters that are letters whichever way up they are, and signs. */
const EITHER_WAY: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('bdnpqu69', (letter, at) => [letter, 'qpudbn96'[at] ?? '']),
);

/** One such letter may stand in any language; so many in one text were turned. */
const TURNED_MIN = 2;

function turnedRound(text: string): SeenText | null {
  if ((text.match(TELLING)?.length ?? 0) < TURNED_MIN) return null;
  const size = text.length;
  let seen = '';
  // All of these are one unit each, so a place from the end is a place from the start.
  for (let at = size - 1; at >= 0; at--) {
    const letter = text.charAt(at);
    seen += TURNED[letter] ?? EITHER_WAY[letter] ?? letter;
  }
  return { text: seen, typed: (start, end) => [size - end, size - start] };
}
