import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SecondFactorWay, SignInStep } from '../../shared/identity.ts';
import type { Entry } from './account-api.ts';
import type { ConsoleApi } from './api.ts';
import { canUsePasskeys, enterByPasskey } from './by-passkey.ts';
import { useSpeech } from './language.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  step: Extract<SignInStep, { next: 'second-factor' }>;
  onEntry: (entry: Entry) => void;
  /** Back to name and password. */
  onBack: () => void;
}

/** What is shown after the password: a code, a passkey, or one of the recovery codes. */
export function SecondStep({ api, step, onEntry, onBack }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const ways = step.ways.filter((way) => way !== 'passkey' || canUsePasskeys());
  const [way, setWay] = useState<SecondFactorWay | undefined>(ways[0]);
  const { isSending, trouble, send } = useSending();
  const byPasskey = (): void => void send(() => enterByPasskey(api, step.challenge), onEntry);
  return (
    <div class="form">
      <TroubleNote trouble={trouble} />
      {way === undefined && <p>{say(words.entry.noWay)}</p>}
      {way === 'passkey' && (
        <PasskeyButton label={say(words.entry.passkeyNext)} isSending={isSending} onPress={byPasskey} />
      )}
      {(way === 'code' || way === 'recovery-code') && (
        <CodeForm
          key={way}
          label={say(way === 'code' ? words.entry.code : words.entry.recoveryCode)}
          isNumber={way === 'code'}
          isSending={isSending}
          onSend={(code) => void send(() => api.signInByCode({ challenge: step.challenge, way, code }), onEntry)}
        />
      )}
      <ul class="other-ways">
        {ways.flatMap((other) =>
          other === way ? (
            []
          ) : (
            <li key={other}>
              <button type="button" class="button quiet" data-way={other} onClick={() => setWay(other)}>
                {say(words.entry.ways[other])}
              </button>
            </li>
          ),
        )}
        <li>
          <button type="button" class="button quiet" data-do="back" onClick={onBack}>
            {say(words.entry.back)}
          </button>
        </li>
      </ul>
    </div>
  );
}

function PasskeyButton(props: { label: string; isSending: boolean; onPress: () => void }): JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      class="button primary wide"
      data-do="passkey"
      aria-disabled={props.isSending}
      onClick={props.onPress}
    >
      {props.label}
    </button>
  );
}

interface CodeFormProps {
  label: string;
  isNumber: boolean;
  isSending: boolean;
  onSend: (code: string) => void;
}

function CodeForm({ label, isNumber, isSending, onSend }: CodeFormProps): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(code);
        input.current?.select();
      }}
    >
      <div class="field">
        <label for={id}>{label}</label>
        <input
          ref={input}
          id={id}
          name="code"
          required
          autocomplete={isNumber ? 'one-time-code' : 'off'}
          autocapitalize="none"
          spellcheck={false}
          inputMode={isNumber ? 'numeric' : 'text'}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button primary wide" aria-disabled={isSending}>
        {say(words.door.enter)}
      </button>
    </form>
  );
}
