import { CommandError } from '../errors.ts';

const KNOWN = new Set(['i', 'm', 's', 'u', 'x']);

/**
 * A PCRE pattern as a JavaScript one. Options: i, m, s, x (white space and comments removed), u (accepted, always on).
 * @throws CommandError 51108 for an unknown option, 51091 for a pattern that does not compile
 */
export function compilePattern(source: string, options: string): RegExp {
  for (const option of options) {
    if (!KNOWN.has(option)) throw new CommandError(51108, `invalid flag in regex options: ${option}`);
  }
  let text = source;
  let flags = [...new Set(options)].filter((flag) => flag !== 'x' && flag !== 'u').join('');
  if (options.includes('x'))
    text = text.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (part) => (/^[\s#]/.test(part) ? '' : part));
  const inline = /^\(\?([ims]+)\)/.exec(text);
  if (inline !== null) {
    text = text.slice(inline[0].length);
    flags = [...new Set(flags + inline[1])].join('');
  }
  for (const mode of ['u', '']) {
    try {
      return new RegExp(text, flags + mode);
    } catch (error) {
      if (mode === '') throw new CommandError(51091, `Regular expression is invalid: ${(error as Error).message}`);
    }
  }
  throw new CommandError(51091, 'Regular expression is invalid');
}

/** The literal text every match of `^literal…` starts with, for an index range; undefined when there is none. */
export function literalPrefix(source: string, options: string): string | undefined {
  if (!source.startsWith('^') || options !== '' || source.includes('|')) return undefined;
  const match = /^\^((?:[^\\^$.|?*+()[\]{}]|\\[^\w\s])*)/.exec(source);
  let literal = match?.[1] ?? '';
  const next = source[1 + literal.length];
  // A quantifier makes the last character optional.
  if (next !== undefined && '?*{'.includes(next)) literal = literal.replace(/(?:\\.|[^\\])$/su, '');
  literal = literal.replace(/\\(.)/gs, '$1');
  return literal === '' ? undefined : literal;
}
