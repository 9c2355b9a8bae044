import type { Block, Inline } from '../../shared/markdown.ts';

/** A comment of more lines than this is cut short. */
export const LINES_MAX = 18;

/** Letters in a line of the widest column, and what a hidden passage takes until it is shown. */
const LINE = 80;
const HIDDEN = 20;

/** About how many lines a text takes at least: told by its tree, since a thousand comments cannot be measured at once. */
export const linesOf = (blocks: readonly Block[]): number => lettersIn(blocks, 0) / LINE;

/** @param before letters so far; whatever ends a line makes them up to the next full one */
function lettersIn(nodes: readonly (Block | Inline)[], before: number): number {
  return nodes.reduce((sum, node) => {
    if (node.t === 'spoiler') return sum + HIDDEN;
    if (node.t === 'br') return (Math.floor(sum / LINE) + 1) * LINE;
    if (node.t === 'pre') return sum + node.v.split('\n').length * LINE;
    if ('v' in node) return sum + node.v.length;
    const after = lettersIn('items' in node ? node.items.flat() : node.c, sum);
    return node.t === 'p' ? Math.ceil(after / LINE) * LINE : after;
  }, before);
}
