export interface Window {
  start: number;
  /** Exclusive. */
  end: number;
}

/** Rows that are drawn above and below what is seen, so that fast scrolling shows no gap. */
const OVERSCAN = 6;

/** Which of `count` rows of equal height have to be drawn for a view of `viewHeight` pixels scrolled to `scrollTop`. */
export function windowOf(count: number, rowHeight: number, scrollTop: number, viewHeight: number): Window {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const seen = Math.ceil(viewHeight / rowHeight) + 1;
  const start = Math.min(Math.max(0, first - OVERSCAN), Math.max(0, count - seen));
  return { start, end: Math.min(count, first + seen + OVERSCAN) };
}

/** Where to scroll so that row `index` is wholly in view; the present place if it already is. */
export function scrollToShow(index: number, rowHeight: number, scrollTop: number, viewHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  if (top + rowHeight > scrollTop + viewHeight) return Math.max(0, top + rowHeight - viewHeight);
  return scrollTop;
}
