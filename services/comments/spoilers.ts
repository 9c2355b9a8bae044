import type { Block, Inline } from '../../shared/markdown.ts';

/** Stands for a hidden passage where there is nothing to open it with. */
export const HIDDEN_PASSAGE = '[…]';

/** The tree of a comment with its hidden passages closed for good: for excerpts and searches, which must not give them away. */
export function withoutSpoilers(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    switch (block.t) {
      case 'p':
        return { ...block, c: closed(block.c) };
      case 'pre':
        return block;
      case 'blockquote':
        return { ...block, c: withoutSpoilers(block.c) };
      case 'ul':
      case 'ol':
        return { ...block, items: block.items.map(withoutSpoilers) };
    }
  });
}

function closed(nodes: readonly Inline[]): Inline[] {
  return nodes.map((node) => {
    if (node.t === 'spoiler') return { t: 'text', v: HIDDEN_PASSAGE };
    return 'c' in node ? { ...node, c: closed(node.c) } : node;
  });
}
