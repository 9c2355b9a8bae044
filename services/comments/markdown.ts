import createMarkdownIt from 'markdown-it';
import { linksOf, type Block, type Inline } from '../../shared/markdown.ts';
import { linkSpans, noteLinks, type Span } from './link-spans.ts';
import { safeHref } from './links.ts';

/**
 * Quotes and lists may nest this deep, and so may emphasis within a line; what lies deeper is kept as plain text. A tree
 * of any depth would be refused by the database, which takes a hundred levels, and would exhaust a browser's stack.
 */
const MAX_NESTING = 12;

type MarkdownIt = InstanceType<typeof createMarkdownIt>;
type Token = ReturnType<MarkdownIt['parse']>[number];
type StateInline = InstanceType<MarkdownIt['inline']['State']>;
type StateBlock = InstanceType<MarkdownIt['block']['State']>;

/** Characters at which one of the rules may begin to match. */
const STOPS = /[\n!#$%&*+\-:<=>@[\]\\^_`{}~|]/g;
const OPENS_AFTER = /^[\s([{"'«‘“*_~|—–-]?$/u;
const CLOSES_BEFORE = /^[\s.,;:!?…)\]}"'»’”*_~|—–-]?$/u;

/** What begins like a quotation and is a face, or a sum: ">:(", ">_<", ">=5". A quotation of two to four signs and nothing else is none. */
const FACE = /^>(?:[:;=][-']?\S|[^\s>\p{L}\p{N}`~]{2,4})(?=\s|$)/u;

const parser = createParser();

/** A link of a comment: where it leads, what it shows, and where it stands in the text. */
export interface Link {
  href: string;
  text: string;
  span: Span;
}

/**
 * The Markdown subset as a tree, and its links. Headings, tables, images and HTML do not exist in it: such marks stay what they are,
 * text. Nothing a reader typed is lost, and marks inside words ("2*3*4", "snake_case", "¯\_(ツ)_/¯") are left alone.
 */
export function parseComment(text: string): { body: Block[]; links: Link[] } {
  const tokens = parser.parse(text, {});
  const spans = linkSpans(text, tokens);
  const body = readBlocks(tokens, { at: 0 }, null);
  return { body, links: linksOf(body).map((link, i) => ({ ...link, span: spans[i] ?? [0, text.length] })) };
}

function createParser(): MarkdownIt {
  // The parser's own bound drops what lies beyond it; ours comes first, and loses nothing.
  const md = new createMarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: MAX_NESTING * 2 });
  md.disable(['table', 'hr', 'reference', 'html_block', 'heading', 'lheading', 'code']);
  md.disable(['image', 'html_inline', 'entity', 'escape']);
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  md.validateLink = (href) => safeHref(href) !== null;
  md.inline.State = class extends md.inline.State {
    /** CommonMark lets "*" mark part of a word; people who write sums do not expect that. */
    override scanDelims(start: number, _canSplitWord: boolean) {
      const scanned = super.scanDelims(start, false);
      const end = start + scanned.length;
      return {
        ...scanned,
        can_open: scanned.can_open && OPENS_AFTER.test(this.src.slice(Math.max(0, start - 1), start)),
        can_close: scanned.can_close && CLOSES_BEFORE.test(this.src.slice(end, end + 1)),
      };
    }
  };
  noteLinks(md);
  leaveFaces(md);
  md.block.ruler.before('fence', 'too_deep', tooDeep);
  md.inline.ruler.at('text', plainRun);
  md.inline.ruler.before('emphasis', 'spoiler', spoiler);
  return md;
}

/** Has the parser's own rule for quotations pass over lines that begin with a face. */
function leaveFaces({ block: { ruler } }: MarkdownIt): void {
  const quote = ruler.getRules('').find(({ name }) => name === 'blockquote');
  if (quote === undefined) throw new Error('the parser of Markdown calls its rule for quotations otherwise by now');
  ruler.at(
    'blockquote',
    (state, line, endLine, silent) => {
      const begins = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
      return !FACE.test(state.src.slice(begins, state.eMarks[line])) && quote(state, line, endLine, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

/** Within quotes and lists that are nested too deep, all the rest is one paragraph. */
function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.level < MAX_NESTING) return false;
  if (silent) return true;
  state.push('paragraph_open', 'p', 1);
  const inline = state.push('inline', '', 0);
  inline.map = [startLine, endLine];
  inline.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = endLine;
  return true;
}

/** The parser's own rule for runs of plain text does not stop at "|", so that a mark made of it would be overlooked. */
function plainRun(state: StateInline, silent: boolean): boolean {
  STOPS.lastIndex = state.pos;
  const end = Math.min(STOPS.exec(state.src)?.index ?? state.posMax, state.posMax);
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** ||hidden until clicked||, on one line. */
function spoiler(state: StateInline, silent: boolean): boolean {
  const { pos, src, posMax } = state;
  if (!src.startsWith('||', pos)) return false;
  const end = src.indexOf('||', pos + 2);
  if (end < 0 || end + 2 > posMax || src.slice(pos + 2, end).trim() === '' || src.slice(pos + 2, end).includes('\n'))
    return false;
  if (!silent) {
    state.push('spoiler_open', 'span', 1).markup = '||';
    state.pos = pos + 2;
    state.posMax = end;
    // The rule for bare addresses reads on to the end of the line, and would take the mark for a part of one.
    state.src = src.slice(0, end);
    state.md.inline.tokenize(state);
    state.src = src;
    state.push('spoiler_close', 'span', -1).markup = '||';
    state.posMax = posMax;
  }
  state.pos = end + 2;
  return true;
}

interface Cursor {
  at: number;
}

function readBlocks(tokens: readonly Token[], cursor: Cursor, until: string | null): Block[] {
  const blocks: Block[] = [];
  for (let token = tokens[cursor.at]; token !== undefined && token.type !== until; token = tokens[cursor.at]) {
    cursor.at += 1;
    const block = readBlock(token, tokens, cursor);
    if (block !== null) blocks.push(block);
  }
  cursor.at += 1;
  return blocks;
}

function readBlock(token: Token, tokens: readonly Token[], cursor: Cursor): Block | null {
  switch (token.type) {
    case 'paragraph_open': {
      const inline = tokens[cursor.at];
      cursor.at += 2;
      return { t: 'p', c: readLine(inline?.children ?? []) };
    }
    case 'fence':
      return { t: 'pre', v: token.content.replace(/\n$/, '') };
    case 'blockquote_open':
      return { t: 'blockquote', c: readBlocks(tokens, cursor, 'blockquote_close') };
    case 'bullet_list_open':
      return { t: 'ul', items: readItems(tokens, cursor, 'bullet_list_close') };
    case 'ordered_list_open':
      return {
        t: 'ol',
        start: Number(token.attrGet('start') ?? 1),
        items: readItems(tokens, cursor, 'ordered_list_close'),
      };
    default:
      return null;
  }
}

function readItems(tokens: readonly Token[], cursor: Cursor, until: string): Block[][] {
  const items: Block[][] = [];
  for (let token = tokens[cursor.at]; token !== undefined && token.type !== until; token = tokens[cursor.at]) {
    cursor.at += 1;
    items.push(readBlocks(tokens, cursor, 'list_item_close'));
  }
  cursor.at += 1;
  return items;
}

const CONTAINERS: Readonly<Record<string, { t: 'em' | 'strong' | 'del' | 'spoiler'; close: string }>> = {
  em_open: { t: 'em', close: 'em_close' },
  strong_open: { t: 'strong', close: 'strong_close' },
  s_open: { t: 'del', close: 's_close' },
  spoiler_open: { t: 'spoiler', close: 'spoiler_close' },
};
const MARK = /^(?:em|strong|s|spoiler)_(?:open|close)$/;

/** The text of one block. Marks nested too deep are put back as they were typed, both ends of each. */
function readLine(tokens: Token[]): Inline[] {
  for (const mark of tokens) {
    if (mark.level < MAX_NESTING || !MARK.test(mark.type)) continue;
    mark.type = 'text';
    mark.content = mark.markup;
  }
  return readInlines(tokens, { at: 0 }, null);
}

function readInlines(tokens: readonly Token[], cursor: Cursor, until: string | null): Inline[] {
  const nodes: Inline[] = [];
  for (let token = tokens[cursor.at]; token !== undefined && token.type !== until; token = tokens[cursor.at]) {
    cursor.at += 1;
    const node = readInline(token, tokens, cursor);
    const last = nodes.at(-1);
    if (node.t === 'text' && last?.t === 'text') last.v += node.v;
    else if (node.t !== 'text' || node.v !== '') nodes.push(node);
  }
  cursor.at += 1;
  return nodes;
}

function readInline(token: Token, tokens: readonly Token[], cursor: Cursor): Inline {
  const container = CONTAINERS[token.type];
  if (container !== undefined) return { t: container.t, c: readInlines(tokens, cursor, container.close) };
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return { t: 'br' };
    case 'code_inline':
      return { t: 'code', v: token.content };
    case 'link_open': {
      const href = safeHref(String(token.attrGet('href') ?? ''));
      const c = readInlines(tokens, cursor, 'link_close');
      return href === null ? { t: 'text', v: flat(c) } : { t: 'a', href, c };
    }
    default:
      return { t: 'text', v: token.content };
  }
}

function flat(nodes: readonly Inline[]): string {
  return nodes.map((node) => ('v' in node ? node.v : 'c' in node ? flat(node.c) : ' ')).join('');
}
