import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FactorAdded } from '../../shared/account.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { QrCode } from './qr-code.tsx';
import { Retry } from './retry.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useLoaded } from './use-loaded.ts';
import type { Proven } from './use-proof.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  proven: Proven;
  onAdded: (added: FactorAdded) => void;
}

/** Sets up an authenticator app: it reads the code or is told the secret, and shows by a code of its own that it has. */
export function TotpSetUp({ api, proven, onAdded }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const { value: offer, trouble, again } = useLoaded(() => proven.ask(() => api.offerTotp()));
  const [code, setCode] = useState('');
  const sending = useSending();
  if (offer === null)
    return trouble === null ? (
      <p class="quiet">{say(words.door.working)}</p>
    ) : (
      <Retry trouble={trouble} onRetry={() => void again()} />
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(() => proven.ask(() => api.confirmTotp(code)), onAdded);
      }}
    >
      <p>{say(words.account.totpLead)}</p>
      <QrCode of={offer.address} label={say(words.account.qrCode)} />
      <p class="hint">
        {say(words.account.byHand)} <code class="totp-secret">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <TroubleNote trouble={sending.trouble} />
      <div class="field">
        <label for={id}>{say(words.account.code)}</label>
        <input
          id={id}
          name="code"
          required
          inputMode="numeric"
          autocomplete="one-time-code"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button primary" data-do="confirm-code" aria-disabled={sending.isSending}>
        {say(words.account.confirm)}
      </button>
    </form>
  );
}
