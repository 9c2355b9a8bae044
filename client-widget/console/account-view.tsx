import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Account, PasskeyView } from '../../shared/account.ts';
import { AccountDialog } from './account-dialogs.tsx';
import type { Asked } from './account-dialogs.tsx';
import { AccountSessions } from './account-sessions.tsx';
import type { ConsoleApi } from './api.ts';
import { canUsePasskeys } from './by-passkey.ts';
import { useSpeech } from './language.tsx';
import { focusHeading } from './page.tsx';
import { Retry } from './retry.tsx';
import { dateOf, momentOf } from './times.ts';
import { useLoaded } from './use-loaded.ts';

interface SectionProps {
  account: Account;
  onAsk: (asked: Asked) => void;
}

export function AccountView({ api }: { api: ConsoleApi }): JSX.Element {
  const { words, say } = useSpeech();
  const { value: account, trouble, again } = useLoaded(() => api.account());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  // What opened the dialog may have gone with what it stood for.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) focusHeading();
  }, [said]);
  const onDone = async (sentence: string): Promise<void> => {
    await again();
    setAsked(null);
    setSaid(sentence);
  };
  return (
    <>
      <Retry trouble={trouble} onRetry={() => void again()} />
      {account === null && trouble === null && <p class="quiet">{say(words.page.loading)}</p>}
      <p role="status" class="quiet">
        {said}
      </p>
      {account !== null && (
        <>
          <Password onAsk={setAsked} />
          <Totp account={account} onAsk={setAsked} />
          <Passkeys account={account} onAsk={setAsked} />
          {account.recoveryCodesLeft !== null && <Codes left={account.recoveryCodesLeft} onAsk={setAsked} />}
          <AccountSessions api={api} sessions={account.sessions} onEnded={(sentence) => void onDone(sentence)} />
        </>
      )}
      {asked !== null && (
        <AccountDialog
          api={api}
          asked={asked}
          onClose={() => (setAsked(null), void again())}
          onDone={(sentence) => void onDone(sentence)}
        />
      )}
    </>
  );
}

function Password({ onAsk }: Pick<SectionProps, 'onAsk'>): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <section class="account-part">
      <h3>{say(words.door.password)}</h3>
      <button type="button" class="button" data-do="password" onClick={() => onAsk({ what: 'password' })}>
        {say(words.account.changePassword)}
      </button>
    </section>
  );
}

function Totp({ account: { totpSince }, onAsk }: SectionProps): JSX.Element {
  const { locale, words, say } = useSpeech();
  return (
    <section class="account-part">
      <h3>{say(words.account.totp)}</h3>
      <p class="hint">
        {totpSince === null
          ? say(words.account.totpNone)
          : say(words.account.totpSince, { when: dateOf(totpSince, locale) })}
      </p>
      <div class="button-row">
        <button type="button" class="button" data-do="totp" onClick={() => onAsk({ what: 'totp' })}>
          {say(totpSince === null ? words.account.setUpTotp : words.account.setUpOther)}
        </button>
        {totpSince !== null && (
          <button type="button" class="button" data-do="drop-totp" onClick={() => onAsk({ what: 'drop-totp' })}>
            {say(words.account.dropTotp)}
          </button>
        )}
      </div>
    </section>
  );
}

function Passkeys({ account: { passkeys }, onAsk }: SectionProps): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <section class="account-part">
      <h3>{say(words.account.passkeys)}</h3>
      <p class="hint">{say(canUsePasskeys() ? words.account.passkeysLead : words.account.passkeysNot)}</p>
      {passkeys.length > 0 && (
        <ul class="account-list">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} onDrop={() => onAsk({ what: 'drop-passkey', passkey })} />
          ))}
        </ul>
      )}
      {canUsePasskeys() && (
        <button type="button" class="button" data-do="passkey" onClick={() => onAsk({ what: 'passkey' })}>
          {say(words.account.addPasskey)}
        </button>
      )}
    </section>
  );
}

function Passkey({ passkey, onDrop }: { passkey: PasskeyView; onDrop: () => void }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <li>
      <div>
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </p>
        <p class="hint">
          <span>{say(words.account.added, { when: dateOf(createdAt, locale) })}</span>
          <span>
            {lastUsedAt === null
              ? say(words.account.neverUsed)
              : say(words.account.lastUsed, { when: momentOf(lastUsedAt, locale) })}
          </span>
        </p>
      </div>
      <button type="button" class="button" data-do="drop-passkey" onClick={onDrop}>
        {say(words.account.remove)}
        <span class="unseen">
          {' – '}
          <bdi>{name}</bdi>
        </span>
      </button>
    </li>
  );
}

function Codes({ left, onAsk }: { left: number; onAsk: SectionProps['onAsk'] }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <section class="account-part">
      <h3>{say(words.account.codes)}</h3>
      <p class="hint">{say(words.account.left, { n: left })}</p>
      <button type="button" class="button" data-do="codes" onClick={() => onAsk({ what: 'codes' })}>
        {say(words.account.newCodes)}
      </button>
    </section>
  );
}
