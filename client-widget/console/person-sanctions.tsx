import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { PersonCard, SanctionView } from '../../shared/people.ts';
import type { ConsoleApi } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { mayLift } from './sanction-choice.ts';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';
import { WordsField } from './words-field.tsx';
import { VeiledText } from './veiled-word.tsx';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  card: PersonCard;
  onDone: (card: PersonCard, said: string) => void;
  /** It was refused, perhaps because they stand differently by now. */
  onRefused: () => void;
}

/** Everything that was done about a reader, what is in force and what has become of the rest. */
export function PersonSanctions(props: Props): JSX.Element {
  const { me, card } = props;
  const { words, say } = useSpeech();
  const [lifting, setLifting] = useState<SanctionView | null>(null);
  return (
    <section class="sheet" aria-labelledby="person-sanctions">
      <h3 id="person-sanctions">{say(words.person.sanctions)}</h3>
      {card.sanctions.length === 0 && <p class="quiet">{say(words.person.noSanctions)}</p>}
      <ul class="rows-plain">
        {card.sanctions.map((sanction) => (
          <Sanction
            key={sanction.id}
            sanction={sanction}
            onLift={mayLift(me.role, sanction) ? () => setLifting(sanction) : null}
          />
        ))}
      </ul>
      {lifting !== null && <LiftDialog {...props} sanction={lifting} onClose={() => setLifting(null)} />}
    </section>
  );
}

function Sanction({ sanction, onLift }: { sanction: SanctionView; onLift: (() => void) | null }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { kind, at, by, codes, note, remark, until, comment, ended } = sanction;
  const kindName = say(words.sanctionKinds[kind]);
  const end = until === null ? say(words.person.noEnd) : say(words.person.endsAt, { when: momentOf(until, locale) });
  return (
    <li data-sanction={kind}>
      <p>
        <strong>{kindName}</strong>{' '}
        {ended === null && (
          <span class={`chip sanction-${kind}`}>
            {say(words.person.inForce)}
            {kind !== 'warn' && `, ${end}`}
          </span>
        )}
      </p>
      <p>{codes.map((code) => say(words.codes[code])).join(' · ')}</p>
      <p class="hint">{say(words.person.by, { by: by.name, when: momentOf(at, locale) })}</p>
      {ended !== null && (
        <p class="hint">
          {say(words.person[ended.how], { by: ended.by?.name ?? '', when: momentOf(ended.at, locale) })}
          {ended.remark !== null && ` · ${say(words.person.remark, { text: ended.remark })}`}
        </p>
      )}
      {note !== null && <p dir="auto">{say(words.person.note, { text: note })}</p>}
      {remark !== null && <p dir="auto">{say(words.person.remark, { text: remark })}</p>}
      <details>
        <summary>{say(words.person.forComment)}</summary>
        <blockquote dir="auto">
          {comment.text === null ? say(words.person.textGone) : <VeiledText text={comment.text} hits={comment.hits} />}
        </blockquote>
      </details>
      {ended === null && onLift !== null && (
        <button type="button" class="button" data-do="lift" onClick={onLift}>
          {say(words.person.lift)}
          <span class="unseen"> – {kindName}</span>
        </button>
      )}
    </li>
  );
}

function LiftDialog(props: Props & { sanction: SanctionView; onClose: () => void }): JSX.Element {
  const { api, card, sanction, onClose, onDone, onRefused } = props;
  const { words, say } = useSpeech();
  const [remark, setRemark] = useState('');
  const { isSending, trouble, send } = useSending(onRefused);
  const lift = (): void =>
    void send(
      ({ key }) => api.lift(card.id, sanction.id, remark.trim(), key),
      (fresh) => {
        onClose();
        onDone(fresh, say(words.person.liftedNow));
      },
      remark.trim(),
    );
  return (
    <Dialog title={say(words.person.liftTitle)} onClose={onClose}>
      <p>
        {say(words.sanctionKinds[sanction.kind])}. {say(words.person.liftLead)}
      </p>
      <WordsField which="remark" value={remark} onInput={setRemark} hints={false} />
      <TroubleNote trouble={trouble} />
      <DialogButtons go={words.person.lift} does="lift-now" isSending={isSending} onGo={lift} onCancel={onClose} />
    </Dialog>
  );
}
