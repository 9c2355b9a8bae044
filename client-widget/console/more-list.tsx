import type { ComponentChildren, JSX } from 'preact';
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
  const { isLoading, trouble, hasMore } = list;
  const shown = useRef<HTMLOListElement>(null);
  const before = useRef(0);
  const count = list.items?.length ?? 0;
  // The button that brought them may be gone: on to the first of what it brought.
  useEffect(() => {
    if (before.current > 0 && count > before.current)
      shown.current?.querySelectorAll<HTMLElement>(':scope > li')[before.current]?.focus();
    before.current = count;
  }, [count]);
  return (
    <>
      {count > 0 && (
        <ol ref={shown} aria-busy={isLoading} {...props}>
          {children}
        </ol>
      )}
      {status !== undefined && (
        <p role="status" class="hint">
          {status}
        </p>
      )}
      {trouble !== null && failed !== undefined && <p>{say(failed)}</p>}
      <TroubleNote trouble={trouble} />
      {(hasMore || trouble !== null) && (
        <button type="button" class="button" data-do="more" aria-disabled={isLoading} onClick={list.more}>
          {say(trouble === null ? more : words.page.tryAgain)}
        </button>
      )}
    </>
  );
}
