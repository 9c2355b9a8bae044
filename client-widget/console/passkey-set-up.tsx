import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FactorAdded } from '../../shared/account.ts';
import { PASSKEY_NAME_MAX } from '../../shared/limits.ts';
import type { ConsoleApi } from './api.ts';
import { addPasskey } from './by-passkey.ts';
import { useSpeech } from './language.tsx';
import { TroubleNote } from './trouble-note.tsx';
import type { Proven } from './use-proof.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  proven: Proven;
  onAdded: (added: FactorAdded) => void;
}

/** Names a passkey and has the browser make it. */
export function PasskeySetUp({ api, proven, onAdded }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const [name, setName] = useState('');
  const { isSending, trouble, send } = useSending();
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(() => proven.ask(() => addPasskey(api, name.trim())), onAdded);
      }}
    >
      <p>{say(words.account.passkeyLead)}</p>
      <TroubleNote trouble={trouble} />
      <div class="field">
        <label for={id}>{say(words.account.passkeyName)}</label>
        <input
          id={id}
          name="passkey"
          required
          maxLength={PASSKEY_NAME_MAX}
          autocomplete="off"
          aria-describedby={`${id}-note`}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <p id={`${id}-note`} class="hint">
          {say(words.account.passkeyNameHint)}
        </p>
      </div>
      <button type="submit" class="button primary" data-do="make-passkey" aria-disabled={isSending}>
        {say(words.account.makePasskey)}
      </button>
    </form>
  );
}
