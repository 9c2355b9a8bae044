import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import type { Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import type { More } from './loader.ts';
import { ReviewRow, rowId } from './review-row.tsx';
import type { ReviewState } from './review-state.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { Picks } from './use-picks.ts';
import { scrollToShow, windowOf } from './windowing.ts';

interface Props {
  review: ReviewState;
  now: number;
  picks: Picks;
  more: More;
  onSelect: (id: string) => void;
  /** A row was picked by pointer. */
  onPick: () => void;
  /** The moderator wants to go to the selected comment. */
  onOpen: () => void;
  onMore: () => void;
  onRetry: () => void;
  /** Above the rows. */
  children: ComponentChildren;
}

/** Before the first row has been measured. */
const ROW_GUESS = 104;
/** Rows before the end of the list at which the next page is asked for. */
const MORE_AHEAD = 15;

/**
 * The waiting comments as one list box, of which only the rows in view exist. All rows are equally high; news above the
 * view is made up for, so that what one looks at stays where it is.
 */
export function ReviewList({
  review,
  now,
  picks,
  more,
  onSelect,
  onPick,
  onOpen,
  onMore,
  onRetry,
  children,
}: Props): JSX.Element | null {
  const { words, say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ scrollTop: 0, height: 600, row: ROW_GUESS });
  const anchor = useRef<{ id: string; offset: number } | null>(null);
  /** As last measured, which the state knows only once it is drawn: the height, and what is selected if it was in view. */
  const measured = useRef<{ height: number; selected: string | null }>({ height: 0, selected: null });
  const { order, entries, selected } = review;
  const seen = windowOf(order.length, view.row, view.scrollTop, view.height);

  /** Less room, for a notice above, must not push what was in view out of it, whoever is the first to measure that. */
  const measure = (isResized = false): void => {
    const element = box.current;
    // Where only the card has room the list is hidden, and nothing about it can be measured.
    if (element === null || element.clientHeight === 0) return;
    const height = element.clientHeight;
    const row = element.querySelector('.row')?.getBoundingClientRect().height ?? view.row;
    const at = selected === null ? -1 : order.indexOf(selected);
    const { height: before, selected: inView } = measured.current;
    if (at >= 0 && inView === selected && (isResized || height !== before))
      element.scrollTop = scrollToShow(at, row, element.scrollTop, height);
    const { scrollTop } = element;
    // Both figures are rounded by the browser: a row that ends a fraction below the edge is in view.
    const isInView = at >= 0 && Math.abs(scrollToShow(at, row, scrollTop, height) - scrollTop) <= 1;
    measured.current = { height, selected: isInView ? selected : null };
    const top = Math.floor(scrollTop / row);
    const id = order[top];
    anchor.current = id === undefined || scrollTop === 0 ? null : { id, offset: scrollTop - top * row };
    setView({ scrollTop, height, row });
  };

  const resized = useRef((): void => undefined);
  resized.current = () => measure(true);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => resized.current());
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, [order.length === 0]);

  // Rows came or went above the view: keep the row at its top where it was.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const at = anchor.current === null ? -1 : order.indexOf(anchor.current.id);
    if (anchor.current !== null && at >= 0) element.scrollTop = at * view.row + anchor.current.offset;
    measure();
  }, [order]);

  // Only a new selection scrolls, never news.
  useLayoutEffect(() => {
    const element = box.current;
    const at = selected === null ? -1 : order.indexOf(selected);
    if (element === null || at < 0) return;
    element.scrollTop = scrollToShow(at, view.row, element.scrollTop, element.clientHeight);
    measure();
  }, [selected]);

  useEffect(() => {
    if (review.cursor !== null && seen.end + MORE_AHEAD >= order.length) onMore();
  }, [review.cursor, seen.end, order.length]);

  const onKey = (event: KeyboardEvent): void => {
    const at = selected === null ? -1 : order.indexOf(selected);
    const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[event.key];
    const id = wanted === undefined ? undefined : order[wanted];
    const isOpening = event.key === 'Enter' && selected !== null && entries.get(selected)?.standing.kind !== 'settled';
    if (id === undefined && !isOpening) return;
    event.preventDefault();
    if (id === undefined) onOpen();
    else onSelect(id);
  };

  const stale = staleness(review);
  if (review.phase === 'ready' && order.length === 0 && stale === null) return null;
  return (
    <section class="queue" aria-label={say(words.list.title)}>
      {review.phase === 'failed' && <Failure of={words.list.failed} trouble={review.trouble} onRetry={onRetry} />}
      {stale !== null && <Failure of={words.list.stale} trouble={stale} onRetry={onRetry} />}
      {review.phase === 'loading' && <p class="list-note quiet">{say(words.list.loading)}</p>}
      {order.length > 0 && children}
      {order.length > 0 && (
        <div
          ref={box}
          class="rows"
          role="listbox"
          tabIndex={0}
          aria-label={say(words.list.title)}
          aria-activedescendant={selected === null ? undefined : rowId(selected)}
          onScroll={() => measure()}
          onKeyDown={onKey}
        >
          <div role="presentation" style={{ height: `${seen.start * view.row}px` }} />
          {order.slice(seen.start, seen.end).map((id, index) => {
            const entry = entries.get(id);
            return entry === undefined ? null : (
              <ReviewRow
                key={id}
                entry={entry}
                me={review.me}
                now={now}
                isSelected={id === selected}
                isPicked={picks.count === null ? null : picks.has(id)}
                place={seen.start + index + 1}
                total={Math.max(review.count, order.length)}
                onSelect={(which) => {
                  onSelect(which);
                  onPick();
                }}
                onPick={picks.toggle}
              />
            );
          })}
          <div role="presentation" style={{ height: `${(order.length - seen.end) * view.row}px` }} />
        </div>
      )}
      {more.kind === 'loading' && <p class="list-note quiet">{say(words.list.more)}</p>}
      {more.kind === 'failed' && <Failure of={words.list.moreFailed} trouble={more.trouble} onRetry={onMore} />}
    </section>
  );
}

/** Why a list that is there is not as of now. That nobody is reached is said for the whole page. */
function staleness({ phase, trouble }: ReviewState): Trouble | null {
  return phase === 'ready' && trouble?.kind === 'problem' ? trouble : null;
}

/** Something could not be loaded, and can be tried again. */
function Failure({ of, trouble, onRetry }: { of: Message; trouble: Trouble | null; onRetry: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <div class="list-note">
      <p>{say(of)}</p>
      <TroubleNote trouble={trouble} />
      <button type="button" class="button" onClick={onRetry}>
        {say(words.page.tryAgain)}
      </button>
    </div>
  );
}
