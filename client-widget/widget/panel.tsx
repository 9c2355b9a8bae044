import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';

interface PanelProps {
  /** What it is for; said by its first field or heading, too. */
  label: string;
  submit: string;
  /** Sends it; what it throws is said beside the button. */
  send: () => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}

/** A small form below a comment. The first field has the focus; Escape and "cancel" close it. */
export function Panel({ label, submit, send, onClose, children }: PanelProps) {
  const { hands, words } = useHands();
  const { say } = words;
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const act = async () => {
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      await send();
    } catch (error) {
      setSending(false);
      const [field] = error instanceof ApiProblem ? error.fields : [];
      setFailure(field?.message ?? (error instanceof ApiProblem ? error.detail : say(hands.words.failed)));
    }
  };
  return (
    <form
      ref={form}
      class="panel"
      aria-label={label}
      aria-busy={sending}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void act();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
      <div role="alert">{failure !== null && <p class="failed">{failure}</p>}</div>
      <div class="choices">
        <button type="submit" class="go" aria-disabled={sending}>
          {submit}
        </button>
        <button type="button" onClick={onClose}>
          {say(hands.words.writing.cancel)}
        </button>
      </div>
    </form>
  );
}
