import type { Block, Inline } from '../../shared/markdown.ts';
import { HIDDEN_PASSAGE } from '../comments/spoilers.ts';

/** Control characters and halves of characters that no XML document may hold, escaped or not (XML 1.0, 2.2). */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Characters that turn or isolate the direction of what follows. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;
/** An address that readers may be led to. */
const LEADS_OUT = /^(?:https?|mailto):/i;
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as it may stand in HTML or XML, between tags or in an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (mark) => ESCAPED[mark] ?? '');
}

/** What people wrote, to stand in a sentence of ours: on one line, and its direction stays its own (U+2068 to U+2069). */
export function isolated(text: string): string {
  return `\u2068${text.replace(NOT_IN_XML, '').replace(TURNS, '').replace(/\s+/g, ' ').trim()}\u2069`;
}

/** A comment's tree as HTML, for programs that show nothing else. A hidden passage stays hidden: nothing there could open it. */
export function htmlOf(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

function blockHtml(block: Block): string {
  switch (block.t) {
    case 'p':
      return `<p dir="auto">${inlineHtml(block.c)}</p>`;
    case 'pre':
      return `<pre><code>${escapeMarkup(block.v)}</code></pre>`;
    case 'blockquote':
      return `<blockquote>${htmlOf(block.c)}</blockquote>`;
    case 'ul':
      return `<ul>${itemsHtml(block.items)}</ul>`;
    case 'ol':
      return `<ol start="${block.start}">${itemsHtml(block.items)}</ol>`;
  }
}

function itemsHtml(items: readonly Block[][]): string {
  return items.map((item) => `<li>${htmlOf(item)}</li>`).join('');
}

function inlineHtml(nodes: readonly Inline[]): string {
  return nodes.map(nodeHtml).join('');
}

function nodeHtml(node: Inline): string {
  switch (node.t) {
    case 'text':
      return escapeMarkup(node.v);
    case 'br':
      return '<br>';
    case 'code':
      return `<code>${escapeMarkup(node.v)}</code>`;
    case 'spoiler':
      return HIDDEN_PASSAGE;
    case 'a':
      return LEADS_OUT.test(node.href)
        ? `<a href="${escapeMarkup(node.href)}" rel="nofollow ugc">${inlineHtml(node.c)}</a>`
        : inlineHtml(node.c);
    case 'em':
    case 'strong':
    case 'del':
      return `<${node.t}>${inlineHtml(node.c)}</${node.t}>`;
  }
}
