import type { JSX } from 'preact';
import type { ModeratorView } from '../../shared/identity.ts';
import type { Entry } from './account-api.ts';
import type { ConsoleApi } from './api.ts';
import { canUsePasskeys, enterByPasskey } from './by-passkey.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { useSpeech } from './language.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';
import { WayIn } from './way-in.tsx';

interface Props {
  api: ConsoleApi;
  /** Whether somebody is in already but for a second factor of theirs, which the team requires. */
  mustSetUp?: boolean;
  onEntered: (me: ModeratorView) => void;
}

/** Name and password and what comes after them, or a passkey alone. */
export function SignIn({ api, mustSetUp = false, onEntered }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <WayIn api={api} mustSetUp={mustSetUp} onEntered={onEntered}>
      {(onEntry) => (
        <>
          <CredentialsForm button={say(words.door.enter)} submit={(form) => api.signIn(form)} onEntered={onEntry} />
          {canUsePasskeys() && <PasskeyEntry api={api} onEntry={onEntry} />}
        </>
      )}
    </WayIn>
  );
}

function PasskeyEntry({ api, onEntry }: { api: ConsoleApi; onEntry: (entry: Entry) => void }): JSX.Element {
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending();
  return (
    <div class="passkey-entry">
      <TroubleNote trouble={trouble} />
      <button
        type="button"
        class="button wide"
        data-do="enter-by-passkey"
        aria-disabled={isSending}
        onClick={() => void send(() => enterByPasskey(api), onEntry)}
      >
        {say(words.entry.passkey)}
      </button>
    </div>
  );
}
