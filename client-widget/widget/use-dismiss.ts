import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Closes what is open when the reader points beside it or presses Escape, wherever on the page the focus has gone to.
 * @param box what it is open in, with the button that opened it: this gets the focus back from a key
 */
export function useDismiss(isOpen: boolean, box: RefObject<HTMLElement | null>, close: () => void): void {
  // Before it is seen: a key pressed at once finds it listening.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const away = (event: Event) => {
      if (box.current && !event.composedPath().includes(box.current)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      close();
      box.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);
}
