import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * On a small screen either the list is shown or the comment at hand, and the comment is what there is to do. The style sheet
 * shows both where there is room. The focus follows what is shown.
 */
export function useListOrCard(detail: RefObject<HTMLElement | null>): [boolean, (isListShown: boolean) => void] {
  const [isListShown, show] = useState(false);
  const before = useRef(isListShown);
  useLayoutEffect(() => {
    if (before.current === isListShown) return;
    before.current = isListShown;
    const desk = detail.current?.parentElement;
    desk?.querySelector<HTMLElement>(isListShown ? '[role=listbox]' : '#comment-title, #all-done')?.focus();
  }, [isListShown]);
  return [isListShown, show];
}
