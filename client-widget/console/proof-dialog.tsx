import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { canUsePasskeys, proveByPasskey } from './by-passkey.ts';
import type { ConsoleApi } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { PasswordField } from './password-field.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  onProven: () => void;
  onClose: () => void;
}

/** Asks whoever sits there for the password or a passkey once more. */
export function ProofDialog({ api, onProven, onClose }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [password, setPassword] = useState('');
  const { isSending, trouble, send } = useSending();
  return (
    <Dialog title={say(words.account.proof)} onClose={onClose}>
      <p>{say(words.account.proofLead)}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send(() => api.prove({ password }), onProven);
        }}
      >
        <TroubleNote trouble={trouble} />
        <PasswordField
          label={say(words.door.password)}
          name="proof"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
        />
        <div class="button-row">
          <button type="submit" class="button primary" data-do="prove" aria-disabled={isSending}>
            {say(words.account.confirm)}
          </button>
          {canUsePasskeys() && (
            <button
              type="button"
              class="button"
              data-do="prove-passkey"
              aria-disabled={isSending}
              onClick={() => void send(() => proveByPasskey(api), onProven)}
            >
              {say(words.account.usePasskey)}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
