import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { SiteAccountsView, SiteKeyAdded, SiteKeyCreate } from '../../shared/site-accounts.ts';
import type { ConsoleApi } from './api.ts';
import { CopyField } from './copy-field.tsx';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { SelectField } from './rules-fields.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

export interface AccountsDialogProps {
  api: ConsoleApi;
  siteId: string;
  onClose: () => void;
  /** It is done; what is to be said of it. */
  onDone: (said: string) => void;
}

/** Makes a key, and shows its secret, once. */
export function KeyDialog(props: AccountsDialogProps & { accounts: SiteAccountsView }): JSX.Element {
  const { api, siteId, accounts, onClose, onDone } = props;
  const { words, say } = useSpeech();
  const [made, setMade] = useState<SiteKeyAdded | null>(null);
  const [alg, setAlg] = useState<SiteKeyCreate['alg']>('HS256');
  const [jwk, setJwk] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { isSending, trouble, send } = useSending();
  const id = useId();
  const make = (): void => {
    const wanted = alg === 'HS256' ? { alg } : keyIn(jwk);
    setWrong(wanted === null);
    if (wanted !== null) void send(({ key }) => api.addSiteKey(siteId, wanted, key), setMade, wanted);
  };
  if (made !== null)
    return (
      <Dialog title={say(words.siteAccounts.keyMade)} onClose={() => onDone(say(words.siteAccounts.keyInForce))}>
        {made.secret !== null && <p>{say(words.siteAccounts.secretOnce)}</p>}
        <CopyField label={say(words.siteAccounts.kid)} value={made.kid} />
        {made.secret !== null && <CopyField label={say(words.siteAccounts.secret)} value={made.secret} />}
        <CopyField label={say(words.siteAccounts.issuer)} value={accounts.issuer} />
        <CopyField label={say(words.siteAccounts.audience)} value={accounts.audience} />
        <button
          type="button"
          class="button primary"
          data-do="kept"
          onClick={() => onDone(say(words.siteAccounts.keyInForce))}
        >
          {say(words.account.kept)}
        </button>
      </Dialog>
    );
  return (
    <Dialog title={say(words.siteAccounts.addKey)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <SelectField
          label={words.siteAccounts.kind}
          options={[
            ['HS256', say(words.siteAccounts.hs256)],
            ['EdDSA', say(words.siteAccounts.edDsa)],
          ]}
          value={alg}
          onPick={(picked) => setAlg(picked === 'EdDSA' ? 'EdDSA' : 'HS256')}
        />
        {alg === 'EdDSA' && (
          <div class="field">
            <label for={id}>{say(words.siteAccounts.publicKey)}</label>
            <textarea
              id={id}
              class="code"
              dir="ltr"
              rows={4}
              spellcheck={false}
              value={jwk}
              aria-invalid={isWrong}
              aria-describedby={`${id}-note`}
              onInput={(event) => setJwk(event.currentTarget.value)}
            />
            <p id={`${id}-note`} class={isWrong ? 'error' : 'hint'} aria-live="polite">
              {say(isWrong ? words.siteAccounts.publicKeyWrong : words.siteAccounts.publicKeyHint)}
            </p>
          </div>
        )}
        <TroubleNote trouble={trouble} />
        <DialogButtons go={words.siteAccounts.makeKey} does="make-key" isSending={isSending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** The public half of a key pair on Ed25519 (RFC 8037), as it was pasted; null for anything else. Of a private key nothing is taken. */
function keyIn(text: string): Extract<SiteKeyCreate, { alg: 'EdDSA' }> | null {
  try {
    const { kty, crv, x, d } = JSON.parse(text) as Record<string, unknown>;
    const isKey = kty === 'OKP' && crv === 'Ed25519' && d === undefined;
    if (!isKey || typeof x !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(x)) return null;
    return { alg: 'EdDSA', jwk: { kty, crv, x } };
  } catch {
    return null;
  }
}

/** Asks before a key signs nobody in any more. */
export function RevokeDialog({
  api,
  siteId,
  kid,
  onClose,
  onDone,
}: AccountsDialogProps & { kid: string }): JSX.Element {
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending();
  return (
    <Dialog title={say(words.siteAccounts.revokeTitle, { kid })} onClose={onClose}>
      <p>{say(words.siteAccounts.revokeLead)}</p>
      <TroubleNote trouble={trouble} />
      <DialogButtons
        go={words.siteAccounts.revoke}
        does="revoke"
        isDanger
        isSending={isSending}
        onGo={() =>
          void send(
            () => api.revokeSiteKey(siteId, kid),
            () => onDone(say(words.siteAccounts.keyRevoked)),
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}
