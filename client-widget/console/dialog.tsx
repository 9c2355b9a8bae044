import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useSpeech } from './language.tsx';

interface Props {
  title: string;
  /** Left out for a dialog that has to be answered. */
  onClose?: () => void;
  children: ComponentChildren;
}

/** A modal dialog of the browser's own: it holds the focus, and gives it back. */
export function Dialog({ title, onClose, children }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const isLeaving = useRef(false);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      isLeaving.current = true;
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // Escape pressed twice in a row closes it, whatever was said to the first: whether it may is not the browser's to say.
        if (isLeaving.current) return;
        dialog.current?.showModal();
        onClose?.();
      }}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        {onClose !== undefined && (
          <button type="button" class="button quiet" onClick={onClose}>
            {say(words.page.close)}
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
