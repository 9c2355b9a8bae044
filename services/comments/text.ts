/** Characters that leave nothing to read when they are all there is. */
const UNREADABLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u2800\uFFFC]/gu;
/** C0 and C1 controls other than tab and line feed; they can neither be seen nor sent on safely. */
const CONTROLS = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;
/** Overrides turn letters round for the eye alone ("drannoc"); what Arabic beside Latin needs are embeddings and isolates, which stay. */
const OVERRIDES = /[\u202d\u202e]/g;
/** Four combining marks are more than any orthography puts on one letter. */
const MARK_PILE = /(\p{M}{4})\p{M}+/gu;

/** The text as it is stored: NFC, line feeds, no controls, nothing that is read in another order than it is stored in, no piles of marks, no space around. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(OVERRIDES, '')
    .normalize('NFC')
    .replace(MARK_PILE, '$1')
    .trim();
}

/** Whether there is nothing to read: empty, spaces, zero-width characters. */
export function isBlank(text: string): boolean {
  return text.replace(UNREADABLE, '') === '';
}

/** Length as people count it: Unicode code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The beginning of a text on one line, at most `max` code points; an ellipsis stands for what is left out. */
export function excerpt(text: string, max: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
}
