import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';

/** A note that was being written when someone else decided: it can be read on and copied. */
export function UnsentNote({ note }: { note: string }): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(note);
      setCopied(true);
    } catch {
      // Not allowed here: selected, the note can be copied by hand.
      field.current?.select();
    }
  }

  return (
    <div class="field unsent-note">
      <label for={id}>{say(words.outcome.unsentNote)}</label>
      {/* Takes the focus of the field it replaces: what is still being typed must not run as shortcuts. */}
      <textarea ref={field} id={id} rows={2} dir="auto" readOnly value={note} data-first />
      <button type="button" class="button" onClick={() => void copy()}>
        {say(isCopied ? words.invitation.copied : words.invitation.copy)}
      </button>
    </div>
  );
}
