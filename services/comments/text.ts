/** Characters that leave nothing to read when they are all there is. */
const UNREADABLE = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u2800\uFFFC]/gu;

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

/** Where [start, end) of a text, in UTF-16 units, stands in its excerpt; null where it is left out of that. */
export function spanInExcerpt(
  text: string,
  [start, end]: readonly [number, number],
  max: number,
): [number, number] | null {
  const placeOf = (at: number): number => text.slice(0, at).replace(/\s+/g, ' ').trimStart().length;
  const { length } = excerpt(text, max);
  const from = placeOf(start);
  return from < length ? [from, Math.min(placeOf(end), length)] : null;
}
