import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';

interface Props {
  label: string;
  value: string;
  hint?: string;
}

/** Something to take along to where it is needed. */
export function CopyField({ label, value, hint }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Not allowed here: selected, it can be copied by hand.
      field.current?.focus();
    }
  }

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="copy-row">
        <input
          ref={field}
          id={id}
          class="code"
          dir="ltr"
          readOnly
          value={value}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onFocus={() => field.current?.select()}
        />
        <button type="button" class="button" onClick={() => void copy()}>
          {say(isCopied ? words.invitation.copied : words.invitation.copy)}
          <span class="unseen"> – {label}</span>
        </button>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
