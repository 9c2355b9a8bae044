import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { PersonCard, PersonComment } from '../../shared/people.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { PersonComments } from './person-comments.tsx';
import { PersonFigures } from './person-figures.tsx';
import { PersonNotes } from './person-notes.tsx';
import { PersonSanctions } from './person-sanctions.tsx';
import { SanctionDialog } from './sanction-dialog.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { usePersonComments } from './use-person-comments.ts';
import type { PersonState } from './use-person.ts';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  card: PersonCard;
  /** The comment that led here, which a sanction is then for. */
  commentId: string | null;
  person: PersonState;
}

/** All there is to know about a reader, and what can be done. */
export function PersonView({ api, me, card, commentId, person }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const comments = usePersonComments(api, card.id);
  const [cause, setCause] = useState<PersonComment | null>(null);
  const [said, setSaid] = useState('');
  const act = useRef<HTMLButtonElement>(null);
  // The button that was pressed may have gone with what it was for.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) act.current?.focus();
  }, [said]);
  const { items } = comments;
  const usual = items.find(({ id }) => id === commentId) ?? items[0];
  const done = (fresh: PersonCard, sentence: string): void => {
    person.show(fresh);
    setCause(null);
    setSaid(sentence);
  };
  return (
    <>
      <p role="status" class="quiet">
        {said}
      </p>
      <PersonFigures card={card} comments={items} />
      <div>
        <button
          ref={act}
          type="button"
          class="button primary"
          data-do="sanction"
          aria-disabled={usual === undefined}
          onClick={() => usual && setCause(usual)}
        >
          {say(words.person.act)}
        </button>
      </div>
      <PersonSanctions api={api} me={me} card={card} onDone={done} onRefused={() => void person.load()} />
      <PersonNotes api={api} card={card} onDone={done} />
      <TroubleNote trouble={comments.trouble} />
      <PersonComments comments={comments} onAct={setCause} />
      {cause !== null && (
        <SanctionDialog
          {...{ api, me, card, cause }}
          onClose={() => setCause(null)}
          onDone={done}
          onRefused={() => void person.load()}
        />
      )}
    </>
  );
}
