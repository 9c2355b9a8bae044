import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { PersonCard, PersonComment, PersonComments as Comments } from '../../shared/people.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { PersonComments } from './person-comments.tsx';
import { PersonFigures } from './person-figures.tsx';
import { PersonNotes } from './person-notes.tsx';
import { PersonSanctions } from './person-sanctions.tsx';
import { SanctionDialog } from './sanction-dialog.tsx';
import { useList } from './use-list.ts';
import type { Loaded } from './use-loaded.ts';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  card: PersonCard;
  /** The comment that led here, which a sanction is then for. */
  commentId: string | null;
  person: Loaded<PersonCard>;
}

/** All there is to know about a reader, and what can be done. */
export function PersonView({ api, me, card, commentId, person }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [onlyRefused, setOnlyRefused] = useState(false);
  const comments = useList<Comments>(`${card.id} ${onlyRefused}`, (cursor) =>
    api.personComments(card.id, {
      ...(onlyRefused ? { only: 'refused' } : {}),
      ...(cursor === null ? {} : { cursor }),
    }),
  );
  const [cause, setCause] = useState<PersonComment | null>(null);
  const [said, setSaid] = useState('');
  const act = useRef<HTMLButtonElement>(null);
  // The button that was pressed may have gone with what it was for.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) act.current?.focus();
  }, [said]);
  const id = useId();
  const items = comments.items ?? [];
  const usual = items.find((comment) => comment.id === commentId) ?? items[0];
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
          aria-describedby={id}
          onClick={() => usual && setCause(usual)}
        >
          {say(words.person.act)}
        </button>
        <p id={id} class="hint">
          {usual === undefined && comments.items !== null && say(words.person.needsComment)}
        </p>
      </div>
      <PersonSanctions api={api} me={me} card={card} onDone={done} onRefused={() => void person.again()} />
      <PersonNotes api={api} card={card} onDone={done} />
      <PersonComments {...{ comments, onlyRefused }} onPick={setOnlyRefused} onAct={setCause} />
      {cause !== null && (
        <SanctionDialog
          {...{ api, me, card, cause }}
          onClose={() => setCause(null)}
          onDone={done}
          onRefused={() => void person.again()}
        />
      )}
    </>
  );
}
