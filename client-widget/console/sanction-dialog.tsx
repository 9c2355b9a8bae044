import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import { NOTE_MAX } from '../../shared/limits.ts';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import type { PersonCard, PersonComment, SanctionKind } from '../../shared/people.ts';
import type { ConsoleApi } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { HintedChoice } from './hinted-choice.tsx';
import { useSpeech } from './language.tsx';
import { SelectField } from './rules-fields.tsx';
import { kindsFor, lengthsOf, orderOf } from './sanction-choice.ts';
import type { SanctionDraft } from './sanction-choice.ts';
import { TroubleNote } from './trouble-note.tsx';
import { withReason } from './use-drafts.ts';
import { useSending } from './use-sending.ts';
import { WordsField } from './words-field.tsx';
import { VeiledText } from './veiled-word.tsx';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  card: PersonCard;
  /** What it is for. */
  cause: PersonComment;
  onClose: () => void;
  onDone: (card: PersonCard, said: string) => void;
  onRefused: () => void;
}

/** Does something about a reader for one of their comments. */
export function SanctionDialog(props: Props): JSX.Element {
  const { me, card, cause, onClose } = props;
  const { words, say } = useSpeech();
  const form = useSanction(props);
  const { draft, edit, isSending, trouble } = form;
  const lengths = lengthsOf(draft.kind, me.role);
  const name = card.name ?? say(words.readers.unnamed);
  return (
    <Dialog title={say(words.sanction.title, { name })} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <p class="quiet">{say(words.person.forComment)}</p>
        <blockquote class="person-text" dir="auto">
          <VeiledText text={cause.text} hits={cause.hits} />
        </blockquote>
        <HintedChoice
          legend={words.sanction.kind}
          values={kindsFor(me.role)}
          names={words.sanctionKinds}
          hints={words.sanctionHints}
          value={draft.kind}
          onPick={form.pickKind}
        />
        {lengths.length > 0 && (
          <SelectField
            label={words.sanction.length}
            options={lengths.map((days) => [
              String(days),
              days === null ? say(words.sanction.endless) : say(words.sanction.days, { n: days }),
            ])}
            value={String(draft.days)}
            onPick={(value) => edit({ days: value === 'null' ? null : Number(value) })}
          />
        )}
        <ReasonChoice draft={draft} edit={edit} isMissing={form.isMissing} />
        <WordsField which="note" value={draft.note} onInput={(note) => edit({ note })} hints={false} />
        <WordsField which="remark" value={draft.remark} onInput={(remark) => edit({ remark })} hints={false} />
        <TroubleNote trouble={trouble} />
        <DialogButtons go={words.sanction.impose} does="impose" isSending={isSending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function useSanction({ api, me, card, cause, onDone, onRefused }: Props) {
  const { words, say } = useSpeech();
  const [draft, setDraft] = useState<SanctionDraft>({ kind: 'warn', days: null, codes: [], note: '', remark: '' });
  const [isMissing, setMissing] = useState(false);
  const { isSending, trouble, send } = useSending(onRefused);
  const edit = (part: Partial<SanctionDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    if (part.codes !== undefined) setMissing(false);
  };
  return {
    ...{ draft, edit, isMissing, isSending, trouble },
    pickKind: (kind: SanctionKind): void => edit({ kind, days: lengthsOf(kind, me.role)[0] ?? null }),
    submit(): void {
      if (draft.codes.length === 0) return setMissing(true);
      if (draft.note.trim().length > NOTE_MAX || draft.remark.trim().length > NOTE_MAX) return;
      const about = { expectedV: card.v, commentId: cause.id, rev: cause.rev };
      void send(
        // Sent again, it has the same end.
        ({ key, at }) => api.sanction(card.id, orderOf(draft, { ...about, now: at }), key),
        (fresh) => onDone(fresh, say(words.person.done, { kind: say(words.sanctionKinds[draft.kind]) })),
        [draft, about],
      );
    },
  };
}

interface ReasonProps {
  draft: SanctionDraft;
  edit: (part: Partial<SanctionDraft>) => void;
  isMissing: boolean;
}

/** The reason that is ticked first is the main one. */
function ReasonChoice({ draft: { codes }, edit, isMissing }: ReasonProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  return (
    <fieldset class="roles" aria-describedby={id}>
      <legend>{say(words.sanction.why)}</legend>
      {REASON_CODES.map((code) => (
        <label key={code} class="check">
          <input
            type="checkbox"
            value={code}
            checked={codes.includes(code)}
            onChange={() => edit({ codes: withReason(codes, code) })}
          />
          <span>{say(words.codes[code])}</span>
        </label>
      ))}
      <p id={id} class="error" role="alert">
        {isMissing && say(words.sanction.whyMissing)}
      </p>
    </fieldset>
  );
}
