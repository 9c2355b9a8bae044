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
