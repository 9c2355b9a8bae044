import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FactorAdded } from '../../shared/account.ts';
import type { ConsoleApi } from './api.ts';
import { canUsePasskeys } from './by-passkey.ts';
import { useSpeech } from './language.tsx';
import { PasskeySetUp } from './passkey-set-up.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetUp } from './totp-set-up.tsx';
import { useProof } from './use-proof.tsx';

interface Props {
  api: ConsoleApi;
  onDone: () => void;
}

/** Sets up the first second factor of whoever has to have one: an authenticator app or a passkey, then the recovery codes. */
export function FactorSetUp({ api, onDone }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const proven = useProof(api);
  const [kind, setKind] = useState<'totp' | 'passkey' | null>(canUsePasskeys() ? null : 'totp');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const added = ({ recoveryCodes }: FactorAdded): void => (recoveryCodes === null ? onDone() : setCodes(recoveryCodes));
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <>
      <p>{say(words.account.mustSetUp)}</p>
      {kind === null && (
        <div class="button-row">
          <button type="button" class="button primary" data-do="passkey" onClick={() => setKind('passkey')}>
            {say(words.account.addPasskey)}
          </button>
          <button type="button" class="button" data-do="totp" onClick={() => setKind('totp')}>
            {say(words.account.totp)}
          </button>
        </div>
      )}
      {kind === 'totp' && <TotpSetUp api={api} proven={proven} onAdded={added} />}
      {kind === 'passkey' && <PasskeySetUp api={api} proven={proven} onAdded={added} />}
      {proven.dialog}
    </>
  );
}
