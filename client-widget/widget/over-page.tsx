import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWidget } from './context.ts';

interface OverPageProps {
  title: string;
  close: string;
  part: string;
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * A dialog over the page, which is out of reach until it closes: by its button, Escape, or a press beside it. The focus then goes
 * back to where it was, or to the field for writing if that is gone.
 */
export function OverPage({ title, close, part, onClose, children }: OverPageProps) {
  const { root } = useWidget();
  const dialog = useRef<HTMLDialogElement>(null);
  const isLeaving = useRef(false);
  const id = useId();
  useEffect(() => {
    const before = root.activeElement;
    dialog.current?.showModal();
    return () => {
      isLeaving.current = true;
      dialog.current?.close();
      const back = before?.isConnected === true ? before : root.querySelector('.composer textarea');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="own"
      part={part}
      aria-labelledby={id}
      onClose={() => isLeaving.current || onClose()}
      // Beside the dialog is its backdrop.
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <div>
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="plain" onClick={onClose}>
            {close}
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
