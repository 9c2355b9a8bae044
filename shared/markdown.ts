/**
 * The Markdown subset readers may write, as a JSON tree. The server parses once when a comment is stored; browsers build
 * nodes from the tree with createElement and textContent, so no HTML from people exists anywhere.
 */
export type Inline =
  | { t: 'text'; v: string }
  | { t: 'br' }
  | { t: 'code'; v: string }
  | { t: 'em' | 'del' | 'spoiler'; c: Inline[] }
  /** `mention`: the name of somebody who is mentioned. Never stored so; made for whoever reads. */
  | { t: 'strong'; c: Inline[]; mention?: true | undefined }
  | { t: 'a'; href: string; c: Inline[] };

export type Block =
  | { t: 'p'; c: Inline[] }
  | { t: 'pre'; v: string }
  | { t: 'blockquote'; c: Block[] }
  | { t: 'ul'; items: Block[][] }
  | { t: 'ol'; start: number; items: Block[][] };

/** Visits every inline node of a tree in reading order, containers before their content. */
export function walkInlines(blocks: readonly Block[], visit: (node: Inline) => void): void {
  for (const block of blocks) {
    switch (block.t) {
      case 'p':
        visitInlines(block.c, visit);
        break;
      case 'pre':
        visit({ t: 'code', v: block.v });
        break;
      case 'blockquote':
        walkInlines(block.c, visit);
        break;
      case 'ul':
      case 'ol':
        for (const item of block.items) walkInlines(item, visit);
        break;
    }
  }
}

function visitInlines(nodes: readonly Inline[], visit: (node: Inline) => void): void {
  for (const node of nodes) {
    visit(node);
    if ('c' in node) visitInlines(node.c, visit);
  }
}

/** The words of a tree without marks; line breaks and the ends of blocks become spaces. For excerpts in notifications and cards. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();

function wordsOf(block: Block): string {
  if ('items' in block) return block.items.map(plainText).join(' ');
  if (block.t === 'blockquote') return plainText(block.c);
  const parts: string[] = [];
  walkInlines([block], (node) => {
    if (node.t === 'text' || node.t === 'code') parts.push(node.v);
    else if (node.t === 'br') parts.push(' ');
  });
  return parts.join('');
}

/** Every link of a tree with the text it shows. */
export function linksOf(blocks: readonly Block[]): { href: string; text: string }[] {
  const links: { href: string; text: string }[] = [];
  walkInlines(blocks, (node) => {
    if (node.t === 'a') links.push({ href: node.href, text: plainText([{ t: 'p', c: node.c }]) });
  });
  return links;
}
