/** Signs that are there to be drawn with: boxes, blocks, geometric shapes, the cells of Braille. */
const DRAWN = /[\u2500-\u25ff\u2800-\u28ff\u{1fb00}-\u{1fbff}]/gu;
const DRAWN_MANY = 20;

/** Lines of signs, one below the other, that make a picture of letters and punctuation. */
const PICTURE_LINES = 5;
const PICTURE_SIGNS = 25;

/** Combining marks of the blocks for Latin and its kind; other scripts have their own, and may need several on a letter. */
const PILE = /(?:[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]){3,}/gu;
const PILES = 3;

const MENTION = /(?<![\p{L}\p{N}_.@/-])@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*/gu;

/** Where people are called by @name; an address of mail is none. */
export function findMentions(text: string): [number, number][] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(MENTION)].map(({ 0: match, index }) => [index, index + match.length]);
}

/** Where a picture is drawn with characters: by many signs made for it, or by lines that hold more signs than words. */
export function findDrawing(text: string): [number, number] | null {
  return drawnSigns(text) ?? picture(text);
}

function drawnSigns(text: string): [number, number] | null {
  const drawn = [...text.matchAll(DRAWN)];
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (drawn.length < DRAWN_MANY || first === undefined || last === undefined) return null;
  return [first.index, last.index + last[0].length];
}

function picture(text: string): [number, number] | null {
  let [lines, signs, from, at] = [0, 0, 0, 0];
  let found: [number, number] | null = null;
  const all = text.split('\n');
  if (all.length < PICTURE_LINES) return null;
  for (const line of all) {
    const drawn = signsOf(line);
    if (drawn > 0) {
      if (lines === 0) from = at;
      lines++;
      signs += drawn;
      if (lines >= PICTURE_LINES && signs >= PICTURE_SIGNS) found = [from, at + line.length];
    } else if (line.trim() !== '') {
      if (found !== null) return found;
      [lines, signs] = [0, 0];
    }
    at += line.length + 1;
  }
  return found;
}

/** Row of a table: what its bars hold may be as short as they are. */
const TABLE_ROW = /^\s*\|.*[\p{L}\p{N}].*\|\s*$/u;

/** The signs of a line that has no fewer of them than letters and digits; 0 for any other. Emoji are counted elsewhere. */
function signsOf(line: string): number {
  const signs = line.match(/(?!\p{Extended_Pictographic})[\p{P}\p{S}]/gu)?.length ?? 0;
  const words = line.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return signs >= 2 && signs >= words && !TABLE_ROW.test(line) ? signs : 0;
}

/** How many emoji there are, a family or a flag being one, and how many other characters that can be seen. */
export function countEmoji(text: string): { emoji: number; rest: number } {
  if (!HAS_EMOJI.test(text)) return { emoji: 0, rest: text.length };
  const rest = text.replace(EMOJI, '');
  return { emoji: text.match(EMOJI)?.length ?? 0, rest: rest.match(/[\p{L}\p{N}\p{P}\p{S}]/gu)?.length ?? 0 };
}

const HAS_EMOJI = /[\p{Regional_Indicator}\p{Extended_Pictographic}]/u;

const EMOJI =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu;

/** Where letters carry piles of marks that run over the lines around them ("zalgo"); null for what any orthography needs. */
export function findPiledMarks(text: string): [number, number] | null {
  const piles = [...text.matchAll(PILE)];
  const [first, last] = [piles[0], piles.at(-1)];
  if (piles.length < PILES || first === undefined || last === undefined) return null;
  return [Math.max(0, first.index - 1), last.index + last[0].length];
}
