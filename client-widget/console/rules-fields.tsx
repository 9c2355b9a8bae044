import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import { useSpeech } from './language.tsx';
import { entriesOf } from './rules-draft.ts';
import type { Fault } from './rules-draft.ts';

interface FieldProps {
  label: Message;
  hint: Message;
  value: string;
  faults: readonly Fault[];
  isReadOnly: boolean;
  onInput: (value: string) => void;
}

/** So many faults are said at once; the others follow when these are mended. */
const FAULTS_SHOWN = 3;

interface ListProps extends FieldProps {
  /** Entries it may have. */
  most: number;
}

/** A list, one entry a line, with how many there are. */
export function ListField({ label, hint, most, value, faults, isReadOnly, onInput }: ListProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const count = entriesOf(value).length;
  return (
    <div class="field">
      <div class="label-row">
        <label for={id}>{say(label)}</label>
        <span id={`${id}-count`} class={count > most ? 'error' : 'hint'}>
          {say(words.settings.count, { n: count, most })}
        </span>
      </div>
      <textarea
        id={id}
        rows={5}
        dir="auto"
        spellcheck={false}
        autocapitalize="off"
        value={value}
        readOnly={isReadOnly}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-hint ${id}-count ${id}-faults`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="hint">
        {say(hint)}
      </p>
      <FaultList id={`${id}-faults`} faults={faults} />
    </div>
  );
}

interface NumberProps extends FieldProps {
  unit: Message;
  /** Least and most, said in the hint. */
  range: readonly [number, number];
}

export function NumberField({
  label,
  hint,
  unit,
  range,
  value,
  faults,
  isReadOnly,
  onInput,
}: NumberProps): JSX.Element {
  const { say } = useSpeech();
  const id = useId();
  const [least, most] = range;
  const n = Number(value);
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <div class="with-unit">
        <input
          id={id}
          class="short"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={value}
          readOnly={isReadOnly}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-unit ${id}-hint ${id}-faults`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-unit`} class="hint">
          {say(unit, { n: Number.isNaN(n) ? least : n })}
        </span>
      </div>
      <p id={`${id}-hint`} class="hint">
        {say(hint, { least, most })}
      </p>
      <FaultList id={`${id}-faults`} faults={faults} />
    </div>
  );
}

interface SwitchProps extends Pick<FieldProps, 'label' | 'hint' | 'isReadOnly'> {
  value: boolean;
  onSwitch: (value: boolean) => void;
}

export function SwitchField({ label, hint, value, isReadOnly, onSwitch }: SwitchProps): JSX.Element {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div class="switch">
      <label class="check">
        <input
          type="checkbox"
          checked={value}
          disabled={isReadOnly}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <span>{say(label)}</span>
      </label>
      <p id={`${id}-hint`} class="hint">
        {say(hint)}
      </p>
    </div>
  );
}

interface SelectProps {
  label: Message;
  options: readonly (readonly [value: string, label: string])[];
  value: string;
  isReadOnly?: boolean;
  onPick: (value: string) => void;
}

export function SelectField({ label, options, value, isReadOnly = false, onPick }: SelectProps): JSX.Element {
  const { say } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say(label)}</label>
      <select id={id} value={value} disabled={isReadOnly} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Beside its field, and said aloud when it changes. The element is always there, so that screen readers notice. */
function FaultList({ id, faults }: { id: string; faults: readonly Fault[] }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <ul id={id} class="faults error" aria-live="polite">
      {faults.slice(0, FAULTS_SHOWN).map(({ message, entry }, index) => (
        <li key={index}>
          {entry === null ? message : say(words.settings.fault, { entry: entry.slice(0, 80), message })}
        </li>
      ))}
      {faults.length > FAULTS_SHOWN && <li>{say(words.settings.moreFaults, { n: faults.length - FAULTS_SHOWN })}</li>}
    </ul>
  );
}
