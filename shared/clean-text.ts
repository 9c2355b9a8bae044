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
