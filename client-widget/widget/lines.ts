import type { Block, Inline } from '../../shared/markdown.ts';

/** A comment of more lines than this is cut short. */
export const LINES_MAX = 18;

/** Letters in a line of the widest column, and what a hidden passage takes until it is shown. */
const LINE = 80;
const HIDDEN = 20;

/** About how many lines a text takes at least: told by its tree, since a thousand comments cannot be measured at once. */
export const linesOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + linesOfBlock(block), 0);

function linesOfBlock(block: Block): number {
  if (block.t === 'pre') return block.v.split('\n').length;
  if (block.t === 'p') return Math.ceil(lettersIn(block.c) / LINE);
  if (block.t === 'blockquote') return linesOf(block.c);
  return block.items.reduce((sum, item) => sum + linesOf(item), 0);
}

function lettersIn(nodes: readonly Inline[]): number {
  return nodes.reduce((sum, node) => {
    if (node.t === 'br') return (Math.floor(sum / LINE) + 1) * LINE;
    if (node.t === 'spoiler') return sum + HIDDEN;
    return sum + ('c' in node ? lettersIn(node.c) : node.v.length);
  }, 0);
}
