import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FactorAdded, PasskeyView } from '../../shared/account.ts';
import { PASSWORD_MIN } from '../../shared/limits.ts';
import type { Message } from '../../shared/messages/format.ts';
import type { Answer, ConsoleApi } from './api.ts';
import { codeOf } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { PasskeySetUp } from './passkey-set-up.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetUp } from './totp-set-up.tsx';
import { TroubleNote, troubleSentence } from './trouble-note.tsx';
import { useProof } from './use-proof.tsx';
import type { Proven } from './use-proof.tsx';
import { useSending } from './use-sending.ts';

export type Asked =
  | { what: 'password' | 'totp' | 'drop-totp' | 'passkey' | 'codes' }
  | { what: 'drop-passkey'; passkey: PasskeyView };

interface Props {
  api: ConsoleApi;
  onClose: () => void;
  /** It is done; what is to be said of it. */
  onDone: (said: string) => void;
}

/** What one changes about how one signs in, one thing at a time. Who has been there for long is asked who they are first. */
export function AccountDialog({ asked, ...props }: Props & { asked: Asked }): JSX.Element {
  const proven = useProof(props.api);
  return (
    <>
      {show()}
      {proven.dialog}
    </>
  );

  function show(): JSX.Element {
    switch (asked.what) {
      case 'password':
        return <PasswordDialog {...props} />;
      case 'totp':
      case 'passkey':
        return <FactorDialog {...props} proven={proven} kind={asked.what} />;
      case 'codes':
        return <CodesDialog {...props} proven={proven} />;
      case 'drop-totp':
      case 'drop-passkey':
        return <DropDialog {...props} proven={proven} asked={asked} />;
    }
  }
}

function PasswordDialog({ api, onClose, onDone }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isTooShort, setTooShort] = useState(false);
  const { isSending, trouble, send } = useSending();
  const isWrong = trouble !== null && codeOf(trouble) === 'wrong-password';
  return (
    <Dialog title={say(words.account.changePassword)} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          const short = [...password].length < PASSWORD_MIN;
          setTooShort(short);
          if (short) return event.currentTarget.querySelector<HTMLInputElement>('[name=password]')?.focus();
          void send(
            () => api.changePassword({ current, password }),
            () => onDone(say(words.account.passwordChanged)),
          );
        }}
      >
        <TroubleNote trouble={isWrong ? null : trouble} />
        <PasswordField
          label={say(words.account.currentPassword)}
          name="current"
          value={current}
          onInput={setCurrent}
          autocomplete="current-password"
          error={isWrong ? troubleSentence(trouble, { words, say }) : null}
        />
        <PasswordField
          label={say(words.account.newPassword)}
          name="password"
          value={password}
          onInput={setPassword}
          autocomplete="new-password"
          error={isTooShort ? say(words.door.tooShort, { n: PASSWORD_MIN }) : null}
          hint={say(words.door.passwordHint, { n: PASSWORD_MIN })}
        />
        <p class="hint">{say(words.account.passwordLead)}</p>
        <DialogButtons go={words.account.changePassword} does="save" isSending={isSending} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface ProvenProps extends Props {
  proven: Proven;
}

function FactorDialog({ api, proven, kind, onClose, onDone }: ProvenProps & { kind: 'totp' | 'passkey' }): JSX.Element {
  const { words, say } = useSpeech();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const isTotp = kind === 'totp';
  const done = (): void => onDone(say(isTotp ? words.account.totpAdded : words.account.passkeyAdded));
  const added = ({ recoveryCodes }: FactorAdded): void => (recoveryCodes === null ? done() : setCodes(recoveryCodes));
  const title = codes !== null ? words.account.codes : isTotp ? words.account.totp : words.account.addPasskey;
  const Form = isTotp ? TotpSetUp : PasskeySetUp;
  return (
    <Dialog title={say(title)} onClose={codes === null ? onClose : done}>
      {codes === null ? (
        <Form api={api} proven={proven} onAdded={added} />
      ) : (
        <RecoveryCodes codes={codes} onDone={done} />
      )}
    </Dialog>
  );
}

function CodesDialog({ api, proven, onClose, onDone }: ProvenProps): JSX.Element {
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const done = (): void => onDone(say(words.account.codesMade));
  if (codes !== null)
    return (
      <Dialog key="codes" title={say(words.account.codes)} onClose={done}>
        <RecoveryCodes codes={codes} onDone={done} />
      </Dialog>
    );
  return (
    <Dialog title={say(words.account.newCodes)} onClose={onClose}>
      <p>{say(words.account.newCodesLead)}</p>
      <TroubleNote trouble={trouble} />
      <DialogButtons
        go={words.account.newCodes}
        does="renew"
        isSending={isSending}
        onGo={() =>
          void send(
            () => proven.ask(() => api.renewRecoveryCodes()),
            (fresh) => setCodes(fresh.codes),
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}

interface DropProps extends ProvenProps {
  asked: Extract<Asked, { what: 'drop-passkey' }> | { what: 'drop-totp' | Asked['what'] };
}

/** Asks before an authenticator app or a passkey goes. */
function DropDialog({ api, proven, asked, onClose, onDone }: DropProps): JSX.Element {
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending();
  const dropped: { title: string; said: Message; work: () => Promise<Answer<null>> } =
    'passkey' in asked
      ? {
          title: say(words.account.dropPasskeyTitle, { name: asked.passkey.name }),
          said: words.account.passkeyDropped,
          work: () => api.dropPasskey(asked.passkey.id),
        }
      : { title: say(words.account.dropTotpTitle), said: words.account.totpDropped, work: () => api.dropTotp() };
  return (
    <Dialog title={dropped.title} onClose={onClose}>
      <p>{say(words.account.dropLead)}</p>
      <TroubleNote trouble={trouble} />
      <DialogButtons
        go={words.account.remove}
        does="remove"
        isDanger
        isSending={isSending}
        onGo={() =>
          void send(
            () => proven.ask(dropped.work),
            () => onDone(say(dropped.said)),
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}
