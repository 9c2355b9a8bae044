import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { NOTE_MAX } from '../../shared/limits.ts';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import type { DecisionProps } from './decision-bar.tsx';
import { useSpeech } from './language.tsx';

/** Asks for the reason of a refusal, with a note to the author if one likes. Choosing the reason sends. */
export function RefusePanel({ hints, noteField, note, onNote, onReason, onCancel }: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const isTooLong = note.trim().length > NOTE_MAX;
  return (
    <div class="refuse-panel" role="group" aria-labelledby={`${id}-title`}>
      <header class="refuse-head">
        <h3 id={`${id}-title`} tabIndex={-1} data-first aria-describedby={`${id}-hint`}>
          {say(words.decide.why)}
        </h3>
        <button type="button" class="button quiet" onClick={onCancel}>
          {say(words.page.cancel)}
          <kbd aria-hidden="true">{say(words.keys.keyEscape)}</kbd>
        </button>
      </header>
      <p id={`${id}-hint`} class="hint">
        {say(words.decide.whyHint)}
      </p>
      <div class="field">
        <label for={`${id}-note`}>
          {say(words.decide.note)} {hints && <kbd aria-hidden="true">n</kbd>}
        </label>
        <textarea
          ref={noteField}
          id={`${id}-note`}
          rows={2}
          dir="auto"
          value={note}
          aria-invalid={isTooLong}
          aria-describedby={`${id}-note-hint`}
          onInput={(event) => onNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Out of the note, to the reasons: the next Escape leaves the panel.
            event.preventDefault();
            document.getElementById(`${id}-title`)?.focus();
          }}
        />
        <p id={`${id}-note-hint`} class={isTooLong ? 'error' : 'hint'}>
          {isTooLong ? say(words.decide.noteTooLong, { n: NOTE_MAX }) : say(words.decide.noteHint)}
        </p>
      </div>
      <div class="codes">
        {REASON_CODES.map((code, index) => (
          <button
            key={code}
            type="button"
            class="button code"
            data-code={code}
            aria-keyshortcuts={hints ? `${index + 1}` : undefined}
            disabled={isTooLong}
            onClick={() => onReason(index)}
          >
            {hints && <kbd aria-hidden="true">{index + 1}</kbd>}
            <span>{say(words.codes[code])}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
