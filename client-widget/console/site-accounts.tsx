import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SITE_KEYS_MAX, SITE_PROVIDERS_MAX } from '../../shared/limits.ts';
import type { SiteAccountsView } from '../../shared/site-accounts.ts';
import type { ConsoleApi } from './api.ts';
import { CopyField } from './copy-field.tsx';
import { Sentence, useSpeech } from './language.tsx';
import { focusHeading } from './page.tsx';
import { Retry } from './retry.tsx';
import { KeyDialog, RevokeDialog } from './site-key-dialogs.tsx';
import { ProviderDialog, RemoveProviderDialog } from './site-provider-dialogs.tsx';
import { momentOf } from './times.ts';
import { useLoaded } from './use-loaded.ts';

type Key = SiteAccountsView['keys'][number];
type Provider = SiteAccountsView['providers'][number];
type Asked =
  | { what: 'key' }
  | { what: 'revoke'; key: Key }
  | { what: 'provider'; provider: Provider | null }
  | { what: 'drop'; provider: Provider };

interface PartProps {
  accounts: SiteAccountsView;
  onAsk: (asked: Asked) => void;
}

/** Which accounts from elsewhere readers of a site sign in with: the site's own, and those of providers. */
export function SiteAccounts({ api, siteId }: { api: ConsoleApi; siteId: string }): JSX.Element {
  const { words, say } = useSpeech();
  const { value: accounts, trouble, again } = useLoaded(() => api.accounts(siteId), siteId);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  // What opened the dialog may have gone with what it stood for.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) focusHeading();
  }, [said]);
  const onClose = (): void => {
    setAsked(null);
    void again();
  };
  const onDone = async (sentence: string): Promise<void> => {
    await again();
    setAsked(null);
    setSaid(sentence);
  };
  const given = { api, siteId, onClose, onDone: (sentence: string) => void onDone(sentence) };
  return (
    <section class="site-accounts" aria-labelledby="site-accounts">
      <h3 id="site-accounts">{say(words.siteAccounts.title)}</h3>
      <Retry trouble={trouble} onRetry={() => void again()} />
      <p role="status" class="quiet">
        {said}
      </p>
      {accounts !== null && (
        <>
          <Keys accounts={accounts} onAsk={setAsked} />
          <Providers accounts={accounts} onAsk={setAsked} />
        </>
      )}
      {asked?.what === 'key' && accounts !== null && <KeyDialog {...given} accounts={accounts} />}
      {asked?.what === 'revoke' && <RevokeDialog {...given} kid={asked.key.kid} />}
      {asked?.what === 'provider' && accounts !== null && (
        <ProviderDialog {...given} provider={asked.provider} returnUrl={accounts.returnUrl} />
      )}
      {asked?.what === 'drop' && <RemoveProviderDialog {...given} provider={asked.provider} />}
    </section>
  );
}

function Keys({ accounts, onAsk }: PartProps): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { keys, audience, issuer, mayChange } = accounts;
  const isFull = keys.filter(({ revoked }) => revoked === null).length >= SITE_KEYS_MAX;
  return (
    <>
      <h4>{say(words.siteAccounts.keys)}</h4>
      <p class="hint">{say(words.siteAccounts.keysLead)}</p>
      {keys.length > 0 && (
        <>
          <CopyField label={say(words.siteAccounts.issuer)} value={issuer} />
          <CopyField label={say(words.siteAccounts.audience)} value={audience} />
        </>
      )}
      <ul class="site-account-list">
        {keys.map((key) => (
          <li key={key.kid}>
            <div>
              <p>
                <code>{key.kid}</code> {key.alg}{' '}
                {key.revoked !== null && <span class="chip">{say(words.siteAccounts.isRevoked)}</span>}
              </p>
              <p class="hint">
                <Sentence
                  of={key.revoked === null ? words.siteAccounts.made : words.siteAccounts.revokedBy}
                  parts={{
                    by: <bdi>{(key.revoked ?? key).by.name}</bdi>,
                    when: momentOf((key.revoked ?? key).at, locale),
                  }}
                />
              </p>
            </div>
            {mayChange && key.revoked === null && (
              <button type="button" class="button" data-do="revoke-key" onClick={() => onAsk({ what: 'revoke', key })}>
                {say(words.siteAccounts.revoke)}
                <span class="unseen"> – {key.kid}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && isFull && <p class="hint">{say(words.siteAccounts.keysFull, { n: SITE_KEYS_MAX })}</p>}
      {mayChange && !isFull && (
        <button type="button" class="button" data-do="add-key" onClick={() => onAsk({ what: 'key' })}>
          {say(words.siteAccounts.addKey)}
        </button>
      )}
    </>
  );
}

function Providers({ accounts: { providers, mayChange }, onAsk }: PartProps): JSX.Element {
  const { words, say } = useSpeech();
  const isFull = providers.length >= SITE_PROVIDERS_MAX;
  return (
    <>
      <h4>{say(words.siteAccounts.providers)}</h4>
      <p class="hint">{say(words.siteAccounts.providersLead)}</p>
      <ul class="site-account-list">
        {providers.map((provider) => (
          <li key={provider.id}>
            <div>
              <p>
                <bdi>{provider.name}</bdi> <code>{provider.id}</code>
              </p>
              <p class="hint" dir="ltr">
                {provider.issuer}
              </p>
            </div>
            {mayChange && (
              <div class="button-row">
                <button
                  type="button"
                  class="button"
                  data-do="change-provider"
                  onClick={() => onAsk({ what: 'provider', provider })}
                >
                  {say(words.siteAccounts.change)}
                  <span class="unseen"> – {provider.name}</span>
                </button>
                <button
                  type="button"
                  class="button"
                  data-do="drop-provider"
                  onClick={() => onAsk({ what: 'drop', provider })}
                >
                  {say(words.siteAccounts.drop)}
                  <span class="unseen"> – {provider.name}</span>
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayChange && isFull && <p class="hint">{say(words.siteAccounts.providersFull, { n: SITE_PROVIDERS_MAX })}</p>}
      {mayChange && !isFull && (
        <button
          type="button"
          class="button"
          data-do="add-provider"
          onClick={() => onAsk({ what: 'provider', provider: null })}
        >
          {say(words.siteAccounts.addProvider)}
        </button>
      )}
    </>
  );
}
