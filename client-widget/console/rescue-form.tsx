import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { PASSWORD_MIN } from '../../shared/limits.ts';
import type { Entry } from './account-api.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { PasswordField } from './password-field.tsx';
import { TroubleNote, fieldMessage } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  code: string;
  onEntry: (entry: Entry) => void;
}

/** The new password of an owner who is let in again. */
export function RescueForm({ api, code, onEntry }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [password, setPassword] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const { isSending, trouble, send } = useSending();
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const short = [...password].length < PASSWORD_MIN;
        setTooShort(short);
        if (short) return event.currentTarget.querySelector<HTMLInputElement>('[name=password]')?.focus();
        void send(() => api.rescue({ code, password }), onEntry);
      }}
    >
      <TroubleNote trouble={trouble} />
      <PasswordField
        label={say(words.account.newPassword)}
        name="password"
        value={password}
        onInput={setPassword}
        autocomplete="new-password"
        error={isTooShort ? say(words.door.tooShort, { n: PASSWORD_MIN }) : fieldMessage(trouble, 'password')}
        hint={say(words.door.passwordHint, { n: PASSWORD_MIN })}
      />
      <button type="submit" class="button primary wide" data-do="rescue" aria-disabled={isSending}>
        {say(words.entry.rescueNow)}
      </button>
    </form>
  );
}
