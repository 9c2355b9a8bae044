/** First letters of the first and the last word; one letter in scripts whose letters join. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = (word = '') => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
  const start = first(words[0]);
  const end = words.length > 1 && /\p{Script=Latin}/u.test(start) ? first(words.at(-1)) : '';
  return (start + end).toLocaleUpperCase();
}

/** Degrees on the colour wheel, the same for the same text. */
export function hueOf(text: string): number {
  let hash = 7;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0;
  return (hash >>> 8) % 360;
}
