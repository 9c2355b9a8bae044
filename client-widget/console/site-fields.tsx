import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import { ORIGINS_MAX } from '../../shared/limits.ts';
import { LANGUAGES } from '../../shared/messages/languages.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import { ListField } from './rules-fields.tsx';
import { fieldMessage } from './trouble-note.tsx';
import type { SiteDraft } from './site-draft.ts';

interface Props {
  draft: SiteDraft;
  trouble: Trouble | null;
  isReadOnly: boolean;
  onEdit: (change: Partial<SiteDraft>) => void;
}

/** Name, language and allowed origins of a site. */
export function SiteFields({ draft, trouble, isReadOnly, onEdit }: Props): JSX.Element {
  const { words } = useSpeech();
  const given = { trouble, isReadOnly };
  return (
    <>
      <TextField
        {...given}
        name="name"
        label={words.sites.name}
        hint={words.sites.nameHint}
        value={draft.name}
        onInput={(name) => onEdit({ name })}
      />
      <TextField
        {...given}
        name="lang"
        label={words.sites.lang}
        hint={words.sites.langHint}
        value={draft.lang}
        options={Object.keys(LANGUAGES)}
        onInput={(lang) => onEdit({ lang })}
      />
      <ListField
        label={words.sites.origins}
        hint={words.sites.originsHint}
        most={ORIGINS_MAX}
        value={draft.origins}
        faults={originFaults(trouble)}
        isReadOnly={isReadOnly}
        onInput={(origins) => onEdit({ origins })}
      />
    </>
  );
}

function originFaults(trouble: Trouble | null): { message: string; entry: null }[] {
  const errors: readonly FieldProblem[] = trouble?.kind === 'problem' ? (trouble.document.errors ?? []) : [];
  return errors.filter(({ path }) => path.startsWith('origins')).map(({ message }) => ({ message, entry: null }));
}

interface TextProps {
  /** Its place in what is sent. */
  name: string;
  label: Message;
  hint: Message;
  value: string;
  trouble: Trouble | null;
  isReadOnly: boolean;
  /** What is offered; anything else may be typed as well. */
  options?: readonly string[];
  onInput: (value: string) => void;
}

export function TextField(props: TextProps): JSX.Element {
  const { name, label, hint, value, trouble, isReadOnly, options, onInput } = props;
  const { lang, say } = useSpeech();
  const id = useId();
  const error = fieldMessage(trouble, name);
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <input
        id={id}
        name={name}
        type="text"
        autocomplete="off"
        dir="auto"
        value={value}
        readOnly={isReadOnly}
        list={options && `${id}-options`}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {options && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option}>
              {languages.of(option)}
            </option>
          ))}
        </datalist>
      )}
      <p id={`${id}-note`} class={error === null ? 'hint' : 'error'} aria-live="polite">
        {error ?? say(hint)}
      </p>
    </div>
  );
}
