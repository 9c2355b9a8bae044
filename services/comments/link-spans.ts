import type createMarkdownIt from 'markdown-it';

/** UTF-16 offsets of the text as it is stored, [start, end). */
export type Span = readonly [start: number, end: number];

type MarkdownIt = InstanceType<typeof createMarkdownIt>;
type Token = ReturnType<MarkdownIt['parse']>[number];

/** The parser looks back no further for the scheme of a bare address. */
const SCHEME_MAX = 10;

/**
 * Has the parser note where each link stands in the line it reads, which it does not do by itself: a link is opened at the
 * place reached so far, and ends where the next rule begins.
 */
export function noteLinks(md: MarkdownIt): void {
  class NotingState extends md.inline.State {
    /** The link last closed, if its end is not known yet, and where it was opened. */
    opened: { token: Token; at: number } | null = null;
    closed: { token: Token; at: number } | null = null;

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      this.settle(this.pos);
      const token = super.push(type, tag, nesting);
      if (type === 'link_open') this.opened = { token, at: this.pos };
      if (type === 'link_close') [this.closed, this.opened] = [this.opened, null];
      // Should nothing come after it, it ends with the line.
      if (this.closed !== null) note(this.closed, this.src, this.src.length);
      return token;
    }

    settle(end: number): void {
      if (this.closed !== null) note(this.closed, this.src, end);
      this.closed = null;
    }
  }
  md.inline.State = NotingState;
  md.inline.ruler.before('text', 'note_links', (state, silent) => {
    if (!silent && state instanceof NotingState) state.settle(state.pos);
    return false;
  });
}

function note({ token, at }: { token: Token; at: number }, line: string, end: number): void {
  const span: Span = [startOf(token, at, line), end];
  token.meta = { span };
}

/** What a rule had read when it opened the link: nothing of an address in <>, the scheme of a bare one, or a bracket. */
function startOf({ markup }: Token, at: number, line: string): number {
  if (markup === 'autolink') return at;
  if (markup !== 'linkify') return at - 1;
  let start = at;
  while (start > Math.max(0, at - SCHEME_MAX) && /[A-Za-z0-9+.-]/.test(line.charAt(start - 1))) start -= 1;
  return start;
}

/** Where each link stands in the text that was parsed, in order. What cannot be told exactly is the whole paragraph. */
export function linkSpans(text: string, tokens: readonly Token[]): Span[] {
  const lines = linesOf(text);
  return tokens.flatMap(({ type, children, content, map }) => {
    const links = type === 'inline' ? (children ?? []).filter((child) => child.type === 'link_open') : [];
    if (links.length === 0) return [];
    const [first, end] = map ?? [0, lines.length];
    const whole: Span = [lines[first]?.start ?? 0, lines[end - 1]?.end ?? text.length];
    const places = placesOf(content, lines.slice(first, end));
    return links.map(({ meta }) => {
      const { span } = (meta ?? {}) as { span?: Span };
      if (span === undefined || places === null) return whole;
      return [places(span[0]), places(span[1] - 1) + 1] as const;
    });
  });
}

interface Line {
  start: number;
  end: number;
  text: string;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { start: at, end: at + line.length, text: line };
  });
}

/**
 * From an offset of a paragraph's content to one of the text. Of each line the parser has left out what stands before it (the
 * marks of quotes and lists, spaces), so a line of the content is the end of a line of the text; null if it is not.
 */
function placesOf(content: string, lines: readonly Line[]): ((offset: number) => number) | null {
  const shifts: { from: number; by: number }[] = [];
  for (const [i, line] of linesOf(content).entries()) {
    const [source, said] = [lines[i], line.text.trim()];
    const typed = source?.text.trimEnd();
    if (source === undefined || typed?.endsWith(said) !== true) return null;
    const indent = line.text.length - line.text.trimStart().length;
    shifts.push({ from: line.start, by: source.start + typed.length - said.length - (line.start + indent) });
  }
  return (offset) => offset + (shifts.findLast(({ from }) => from <= offset)?.by ?? 0);
}
