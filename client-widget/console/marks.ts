/** A piece of a text and the marks that cover it. The pieces of a text, joined, are the text. */
export interface Segment {
  readonly text: string;
  /** Indexes of the spans over this piece, ascending; empty for plain text. */
  readonly over: readonly number[];
  /** Indexes of the spans that end with this piece: where their number is shown. */
  readonly ends: readonly number[];
}

type Span = readonly [start: number, end: number];

/**
 * Cuts a text where its marks begin and end, so that overlapping marks need no nesting.
 *
 * Offsets are UTF-16 units, [start, end). A span that is empty, reversed or outside the text marks nothing; one that cuts
 * through a surrogate pair is widened, since half a character cannot be shown.
 *
 * @param spans one per reason, undefined for a reason that is about no particular place
 */
export function cutAtMarks(text: string, spans: readonly (Span | undefined)[]): Segment[] {
  const whole = spans.map((span) => (span === undefined ? undefined : fit(text, span)));
  const cuts = new Set([0, text.length]);
  for (const span of whole) {
    if (span === undefined) continue;
    cuts.add(span[0]);
    cuts.add(span[1]);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length;
    const over = indexesOf(whole, ([from, to]) => from <= start && end <= to);
    return { text: text.slice(start, end), over, ends: over.filter((mark) => whole[mark]?.[1] === end) };
  });
}

function fit(text: string, [start, end]: Span): Span | undefined {
  const from = Math.max(0, start);
  const to = Math.min(text.length, end);
  if (!(from < to)) return undefined;
  return [cutsPair(text, from) ? from - 1 : from, cutsPair(text, to) ? to + 1 : to];
}

function cutsPair(text: string, at: number): boolean {
  return (
    at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
  );
}

function indexesOf(spans: readonly (Span | undefined)[], test: (span: Span) => boolean): number[] {
  return spans.flatMap((span, index) => (span !== undefined && test(span) ? [index] : []));
}
