import type { Block, Inline } from '../../shared/markdown.ts';
import type { Span } from './link-spans.ts';
import { parseComment, type Link } from './markdown.ts';

/** Spans of text and name that readers get masked, in UTF-16 offsets. */
export interface Masks {
  body: readonly Span[];
  name: readonly Span[];
}

const DOT = '•';
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]+$/u;

/** Of each span its first letter stays, and every further character is a dot; spaces and line breaks stay. Spans may overlap. */
export function maskText(text: string, spans: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (end <= at) continue;
    // What overlaps another goes on in dots: a letter kept here could stand in the middle of the other.
    masked +=
      start < at ? dots(text.slice(at, end), false) : text.slice(at, start) + dots(text.slice(start, end), true);
    at = end;
  }
  return masked + text.slice(at);
}

function dots(word: string, keepsFirst: boolean): string {
  let out = '';
  for (const { segment } of graphemes.segment(word)) {
    if (/^\s+$/u.test(segment)) out += segment;
    else if (out === '' && keepsFirst && /^[\p{L}\p{N}]/u.test(segment))
      out = String.fromCodePoint(segment.codePointAt(0) ?? 0);
    else if (!IGNORABLE.test(segment)) out += DOT;
  }
  return out;
}

/**
 * The tree readers get. The text is masked before it is read as Markdown, so that no part of the tree, an address least of
 * all, can hold what was masked. A link whose address was touched is one no more: it would lead elsewhere.
 */
export function maskedBody(text: string, links: readonly Link[], spans: readonly Span[]): Block[] {
  const known = new Set(links.map(({ href }) => href));
  return parseComment(maskText(text, spans)).body.map((block) => unlink(block, known));
}

/** The tree of a comment as readers get it, everywhere and for good; `body` where nothing has to be masked. */
export function bodyForReaders(of: {
  text: string;
  links: readonly Link[];
  body: Block[];
  spans: readonly Span[];
}): Block[] {
  return of.spans.length === 0 ? of.body : maskedBody(of.text, of.links, of.spans);
}

function unlink(block: Block, known: ReadonlySet<string>): Block {
  switch (block.t) {
    case 'p':
      return { ...block, c: unlinkIn(block.c, known) };
    case 'blockquote':
      return { ...block, c: block.c.map((inner) => unlink(inner, known)) };
    case 'ul':
    case 'ol':
      return { ...block, items: block.items.map((item) => item.map((inner) => unlink(inner, known))) };
    case 'pre':
      return block;
  }
}

function unlinkIn(nodes: readonly Inline[], known: ReadonlySet<string>): Inline[] {
  return nodes.flatMap((node) => {
    if (!('c' in node)) return [node];
    const c = unlinkIn(node.c, known);
    return node.t === 'a' && !known.has(node.href) ? c : [{ ...node, c }];
  });
}
