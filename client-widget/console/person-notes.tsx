import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { NOTE_MAX } from '../../shared/limits.ts';
import type { PersonCard } from '../../shared/people.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  card: PersonCard;
  onDone: (card: PersonCard, said: string) => void;
}

/** What colleagues tell each other about a reader. */
export function PersonNotes({ api, card, onDone }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const [text, setText] = useState('');
  const { isSending, trouble, send } = useSending();
  const id = useId();
  const isOff = text.trim() === '' || isSending;
  const add = (): void => {
    if (isOff) return;
    void send(
      ({ key }) => api.addNote(card.id, text.trim(), key),
      (fresh) => {
        setText('');
        onDone(fresh, say(words.person.noteAdded));
      },
      text.trim(),
    );
  };
  return (
    <section class="sheet" aria-labelledby="person-notes">
      <h3 id="person-notes">{say(words.person.notes)}</h3>
      {card.notes.length === 0 && <p class="quiet">{say(words.person.noNotes)}</p>}
      <ul class="rows-plain">
        {card.notes.map((note) => (
          <li key={note.id}>
            <p class="person-text" dir="auto">
              {note.text}
            </p>
            <p class="hint">{say(words.person.by, { by: note.by.name, when: momentOf(note.at, locale) })}</p>
          </li>
        ))}
      </ul>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div class="field">
          <label for={id}>{say(words.person.writeNote)}</label>
          <textarea
            id={id}
            rows={2}
            dir="auto"
            maxLength={NOTE_MAX}
            value={text}
            aria-describedby={`${id}-hint`}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <p id={`${id}-hint`} class="hint">
            {say(words.person.noteHint)}
          </p>
        </div>
        <TroubleNote trouble={trouble} />
        <div>
          <button type="submit" class="button" data-do="note" aria-disabled={isOff}>
            {say(words.person.addNote)}
          </button>
        </div>
      </form>
    </section>
  );
}
