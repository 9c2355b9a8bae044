import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { PASSWORD_MIN } from '../../shared/limits.ts';
import type { Entry } from './account-api.ts';
import type { Answer, Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import { TroubleNote, fieldMessage } from './trouble-note.tsx';

interface Props {
  /** Whether an account is made, so that the password follows its rule. */
  isNew?: boolean;
  button: string;
  hint?: string;
  submit: (credentials: { name: string; password: string }) => Promise<Answer<Entry>>;
  /** They were right, which may not be all that is asked for. */
  onEntered: (entry: Entry) => void;
}

/** Name and password, for signing in and for redeeming a one-time link. */
export function CredentialsForm({ isNew = false, button, hint, submit, onEntered }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isShown, setShown] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isTooShort, setTooShort] = useState(false);

  const focus = (name: string): void => form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const name = textOf(data.get('name')).trim();
    const password = textOf(data.get('password'));
    const short = isNew && [...password].length < PASSWORD_MIN;
    setTooShort(short);
    if (short) return focus('password');
    setBusy(true);
    const answer = await submit({ name, password });
    setBusy(false);
    if (answer.ok) return onEntered(answer.value);
    setTrouble(answer.trouble);
    focus(fieldMessage(answer.trouble, 'password') === null ? 'name' : 'password');
  }

  const nameError = fieldMessage(trouble, 'name');
  const passwordError = isTooShort ? say(words.door.tooShort, { n: PASSWORD_MIN }) : fieldMessage(trouble, 'password');

  return (
    <form ref={form} class="form" onSubmit={(event) => void send(event)}>
      <TroubleNote trouble={trouble} />
      <div class="field">
        <label for={`${id}-name`}>{say(words.door.name)}</label>
        <input
          id={`${id}-name`}
          name="name"
          required
          autocomplete="username"
          aria-invalid={nameError !== null}
          aria-describedby={`${id}-name-note`}
        />
        <p id={`${id}-name-note`} class={nameError === null ? 'hint' : 'error'}>
          {nameError ?? (isNew ? say(words.door.nameHint) : '')}
        </p>
      </div>
      <div class="field">
        <label for={`${id}-password`}>{say(words.door.password)}</label>
        <input
          id={`${id}-password`}
          name="password"
          {...(isShown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
          required
          autocomplete={isNew ? 'new-password' : 'current-password'}
          aria-invalid={passwordError !== null}
          aria-describedby={`${id}-password-note`}
        />
        <p id={`${id}-password-note`} class={passwordError === null ? 'hint' : 'error'}>
          {passwordError ?? hint ?? ''}
        </p>
        <label class="check">
          <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
          <span>{say(words.door.showPassword)}</span>
        </label>
      </div>
      <button type="submit" class="button primary wide" disabled={isBusy}>
        {isBusy ? say(words.door.working) : button}
      </button>
    </form>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
