/** The beginning of a comment on one line, at most so many UTF-16 units; an ellipsis stands for what is left out. */
export function excerptOf(text: string, size: number): string {
  const line = text
    .slice(0, size * 2)
    .replace(/\s+/g, ' ')
    .trim();
  // A character must not be cut in half.
  return line.length <= size ? line : `${line.slice(0, size - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
