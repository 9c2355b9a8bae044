import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { NOTE_MAX } from '../../shared/limits.ts';
import { useSpeech } from './language.tsx';

interface Props {
  /** To the author, or to colleagues. */
  which: 'note' | 'remark';
  value: string;
  onInput: (value: string) => void;
  hints: boolean;
  /** Left out where Enter starts a new line, as everywhere in a text. */
  onEnter?: () => void;
  isFirst?: boolean;
}

/** Something to be said with a decision. Escape leads out of it, to what the decision is made with. */
export function WordsField({ which, value, onInput, hints, onEnter, isFirst = false }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const isTooLong = value.trim().length > NOTE_MAX;
  const [label, hint] =
    which === 'note' ? [words.decide.note, words.decide.noteHint] : [words.panels.remark, words.panels.remarkHint];
  return (
    <div class="field">
      <label for={id}>
        {say(label)} {hints && <kbd aria-hidden="true">{which === 'note' ? 'n' : 'm'}</kbd>}
      </label>
      <textarea
        id={id}
        rows={2}
        dir="auto"
        data-field={which}
        data-first={isFirst || undefined}
        value={value}
        aria-invalid={isTooLong}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onEnter !== undefined && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            onEnter();
          }
          if (event.key !== 'Escape') return;
          const around = event.currentTarget.closest('.decision');
          if (around === null) return;
          // Out of the words first: the next Escape leaves the panel.
          event.preventDefault();
          around.querySelector<HTMLElement>('.panel-title, [data-first]')?.focus();
        }}
      />
      <p id={`${id}-hint`} class={isTooLong ? 'error' : 'hint'}>
        {isTooLong ? say(words.decide.noteTooLong, { n: NOTE_MAX }) : say(hint)}
      </p>
    </div>
  );
}
