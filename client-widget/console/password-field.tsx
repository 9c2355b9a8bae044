import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  name: string;
  value: string;
  onInput: (value: string) => void;
  autocomplete: 'current-password' | 'new-password';
  error?: string | null;
  hint?: string;
}

/** A password, as password managers know it. */
export function PasswordField({ label, name, value, onInput, autocomplete, error = null, hint }: Props): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="password"
        required
        autocomplete={autocomplete}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-note`} class={error === null ? 'hint' : 'error'}>
        {error ?? hint ?? ''}
      </p>
    </div>
  );
}
