import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import { useSpeech } from './language.tsx';
import { TroubleNote } from './trouble-note.tsx';
import type { AuditList } from './use-audit.ts';

interface Props<Item> {
  id: string;
  title: Message;
  list: AuditList<Item>;
  /** One of them as a list item that can take the focus. */
  children: (item: Item) => JSX.Element;
}

/** A list that goes on into the past. */
export function AuditListing<Item>({ id, title, list, children }: Props<Item>): JSX.Element {
  const { words, say } = useSpeech();
  const { items, hasMore, isLoading, trouble, more } = list;
  const shown = useRef<HTMLOListElement>(null);
  const before = useRef(0);
  // The button that brought them may be gone: on to the first of what it brought.
  useEffect(() => {
    const count = items?.length ?? 0;
    if (before.current > 0 && count > before.current)
      shown.current?.querySelectorAll<HTMLElement>(':scope > li')[before.current]?.focus();
    before.current = count;
  }, [items]);
  return (
    <section class="audit-list" aria-labelledby={id} aria-busy={isLoading}>
      <h3 id={id}>{say(title)}</h3>
      {items?.length === 0 && <p class="quiet">{say(words.audit.empty)}</p>}
      {items !== null && items.length > 0 && <ol ref={shown}>{items.map(children)}</ol>}
      <p role="status" class="hint">
        {isLoading ? say(words.audit.loading) : ''}
      </p>
      {trouble !== null && <p>{say(words.audit.failed)}</p>}
      <TroubleNote trouble={trouble} />
      {(hasMore || trouble !== null) && (
        <button type="button" class="button" data-do="more" aria-disabled={isLoading} onClick={more}>
          {say(trouble === null ? words.audit.more : words.page.tryAgain)}
        </button>
      )}
    </section>
  );
}
