import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import { useSpeech } from './language.tsx';
import { TroubleNote } from './trouble-note.tsx';
import type { List, Paged } from './use-list.ts';

interface Props {
  list: List<Paged>;
  class?: string;
  /** How far it has come. */
  status?: string;
  failed?: Message;
  more: Message;
  /** A list item each, which can be focused. */
  children: ComponentChildren;
}

/** What has come of a list, and a button for the next page of it, or for what did not come. */
export function MoreList({ list, status, failed, more, children, ...props }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { items, isLoading, trouble, hasMore } = list;
  const { shown, foot, press } = useReadingOn(list);
  return (
    <>
      {items !== null && items.length > 0 && (
        <ol ref={shown} aria-busy={isLoading} {...props}>
          {children}
        </ol>
      )}
      <div ref={foot} class="retry" tabIndex={-1}>
        {status !== undefined && (
          <p role="status" class="hint">
            {status}
          </p>
        )}
        {trouble !== null && failed !== undefined && <p>{say(failed)}</p>}
        <TroubleNote trouble={trouble} />
        {(hasMore || trouble !== null) && (
          <button type="button" class="button" data-do="more" aria-disabled={isLoading} onClick={press}>
            {say(trouble === null ? more : words.page.tryAgain)}
          </button>
        )}
      </div>
    </>
  );
}

interface ReadingOn {
  shown: RefObject<HTMLOListElement | null>;
  foot: RefObject<HTMLDivElement | null>;
  press: () => void;
}

/** Whoever asked for more, and has not gone elsewhere since, goes on reading at the first of what that brought. */
function useReadingOn({ items, isLoading, hasMore, more }: List<Paged>): ReadingOn {
  const shown = useRef<HTMLOListElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  /** How many there were when more were asked for; null while nobody waits for them. */
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (isLoading || before.current === null) return;
    const { activeElement } = document;
    // At the end of the list the button is gone already, and with it the focus.
    const isWaiting = activeElement === document.body || foot.current?.contains(activeElement) === true;
    if (isWaiting) shown.current?.querySelectorAll<HTMLElement>(':scope > li')[before.current]?.focus();
    before.current = null;
  }, [isLoading]);
  return {
    ...{ shown, foot },
    press() {
      before.current = items?.length ?? 0;
      // The button goes with the trouble, until it is known whether there is more.
      if (!hasMore) foot.current?.focus();
      more();
    },
  };
}
