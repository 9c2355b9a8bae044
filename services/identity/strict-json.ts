/**
 * An object as JSON, if it says nothing twice at its top: of two values for one name, programs take either (RFC 8259, 4), so a text that
 * has been checked by one could mean something else to the next. Null for anything else.
 */
export function strictObject(text: string): Record<string, unknown> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const names = topNames(text);
  return new Set(names).size === names.length ? (value as Record<string, unknown>) : null;
}

/** The names an object's text gives its values, in order; the text is known to be JSON. */
function topNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [token, inString] of tokensOf(text)) {
    if (inString) {
      if (depth === 1 && token.endsWith(':')) names.push(JSON.parse(token.replace(/\s*:$/, '')) as string);
    } else depth += token === '{' || token === '[' ? 1 : -1;
  }
  return names;
}

/** Strings, with the colon behind them where they are names, and brackets. */
function* tokensOf(text: string): Generator<readonly [token: string, inString: boolean]> {
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/gs)) yield [token, token.startsWith('"')];
}
