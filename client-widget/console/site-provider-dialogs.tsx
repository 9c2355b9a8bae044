import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ProviderChecked, ProviderPut, SiteAccountsView } from '../../shared/site-accounts.ts';
import { CopyField } from './copy-field.tsx';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { suggestedId } from './site-draft.ts';
import { TextField } from './site-fields.tsx';
import type { AccountsDialogProps } from './site-key-dialogs.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

type Provider = SiteAccountsView['providers'][number];

interface Props extends AccountsDialogProps {
  /** The one that is changed; null for a new one. */
  provider: Provider | null;
  returnUrl: string;
}

/** Adds a provider of accounts, or changes it, and asks it beforehand whether it is one. */
export function ProviderDialog({ api, siteId, provider, returnUrl, onClose, onDone }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [name, setName] = useState(provider?.name ?? '');
  const [ownId, setOwnId] = useState<string | null>(provider?.id ?? null);
  const [issuer, setIssuer] = useState(provider?.issuer ?? '');
  const [clientId, setClientId] = useState(provider?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [checked, setChecked] = useState<ProviderChecked | null>(null);
  const saving = useSending();
  const checking = useSending();
  const id = ownId ?? suggestedId(name).slice(0, 30);
  const given = { trouble: saving.trouble ?? checking.trouble, isReadOnly: false };
  const save = (): void => {
    const put: ProviderPut = { name, issuer, clientId };
    // Left empty, a new one has none, and the one there is stays.
    if (secret !== '') put.clientSecret = secret;
    else if (provider === null) put.clientSecret = null;
    void saving.send(
      () => api.putProvider(siteId, id, put),
      () => onDone(say(words.siteAccounts.providerSaved)),
    );
  };
  return (
    <Dialog
      title={say(provider === null ? words.siteAccounts.addProvider : words.siteAccounts.change)}
      onClose={onClose}
    >
      <CopyField
        label={say(words.siteAccounts.returnUrl)}
        value={returnUrl}
        hint={say(words.siteAccounts.returnUrlHint)}
      />
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TroubleNote trouble={given.trouble} />
        <TextField
          {...given}
          name="name"
          label={words.siteAccounts.name}
          hint={words.siteAccounts.nameHint}
          value={name}
          onInput={setName}
        />
        <TextField
          {...given}
          isReadOnly={provider !== null}
          name="id"
          label={words.siteAccounts.id}
          hint={words.siteAccounts.idHint}
          value={id}
          onInput={setOwnId}
        />
        <TextField
          {...given}
          name="issuer"
          label={words.siteAccounts.issuerUrl}
          hint={words.siteAccounts.issuerUrlHint}
          value={issuer}
          onInput={(text) => {
            setIssuer(text);
            setChecked(null);
          }}
        />
        <button
          type="button"
          class="button"
          data-do="check-provider"
          aria-disabled={checking.isSending}
          onClick={() => void checking.send(() => api.checkProvider(siteId, issuer), setChecked)}
        >
          {say(words.siteAccounts.check)}
        </button>
        <p role="status" class={checked === null || checked.found === 'right' ? 'quiet' : 'error'}>
          {checked !== null &&
            say(words.providerFound[checked.found], { url: checked.url, detail: checked.detail ?? '' })}
        </p>
        <TextField
          {...given}
          name="clientId"
          label={words.siteAccounts.clientId}
          hint={words.siteAccounts.clientIdHint}
          value={clientId}
          onInput={setClientId}
        />
        <TextField
          {...given}
          name="clientSecret"
          label={words.siteAccounts.clientSecret}
          hint={provider?.hasSecret === true ? words.siteAccounts.secretStays : words.siteAccounts.secretHint}
          value={secret}
          onInput={setSecret}
        />
        <DialogButtons go={words.team.save} does="save-provider" isSending={saving.isSending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** Asks before nobody signs in with a provider any more. */
export function RemoveProviderDialog(props: AccountsDialogProps & { provider: Provider }): JSX.Element {
  const { api, siteId, provider, onClose, onDone } = props;
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending();
  return (
    <Dialog title={say(words.siteAccounts.dropTitle, { name: provider.name })} onClose={onClose}>
      <p>{say(words.siteAccounts.dropLead)}</p>
      <TroubleNote trouble={trouble} />
      <DialogButtons
        go={words.siteAccounts.drop}
        does="drop"
        isDanger
        isSending={isSending}
        onGo={() =>
          void send(
            () => api.removeProvider(siteId, provider.id),
            () => onDone(say(words.siteAccounts.providerGone)),
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}
