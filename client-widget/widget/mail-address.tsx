import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { normalAddress } from '../../shared/address.ts';
import type { MailView } from '../../shared/mail.ts';
import type { MailSentences } from '../../shared/messages/mail/sentences.ts';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';
import { usePart } from './use-part.ts';
import { useMail } from './use-mail.ts';

export interface MailProps {
  mail: MailView;
  words: MailSentences;
  onChange: (mail: MailView) => void;
}

/** Where the reader's mail goes: asked for, waiting to be confirmed, confirmed, or back from where it was sent. */
export function Address({ mail, words, onChange }: MailProps) {
  const { hands, words: common } = useHands();
  const { say } = common;
  const { change, remove, sendAgain } = useMail(onChange);
  const [isOther, setOther] = useState(false);
  const [failure, setFailure] = useState('');
  const [line, setLine] = useState('');
  const [isBusy, setBusy] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  const run = async (act: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure('');
    setLine('');
    try {
      await act();
      // The button may have gone with what it was about.
      status.current?.focus();
    } catch (error) {
      const [field] = error instanceof ApiProblem ? error.fields : [];
      setFailure(field?.message ?? (error instanceof ApiProblem ? error.detail : say(hands.words.failed)));
    }
    setBusy(false);
  };
  const { state } = mail;
  // Set apart, so that its dots stay where they are in a sentence that is written the other way.
  const address = `\u2068${mail.address ?? ''}\u2069`;
  const ask = (given: string) =>
    run(async () => {
      await change({ address: given });
      setOther(false);
    });
  return (
    <div class="address" aria-busy={isBusy}>
      <p ref={status} tabIndex={-1} role="status">
        {line || (state !== 'none' && say(words[state], { address }))}
      </p>
      {state === 'bounced' && !isOther && (
        <button type="button" class="wide" onClick={() => void ask(mail.address ?? '')}>
          {say(words.retry)}
        </button>
      )}
      {state === 'none' || state === 'bounced' || isOther ? (
        <Field words={words} failure={failure} isFirst={!isOther} onSend={(given) => void ask(given)} />
      ) : (
        <>
          <div class="choices">
            {state === 'asked' && (
              <button
                type="button"
                class="wide"
                onClick={() =>
                  void run(async () => {
                    await sendAgain();
                    setLine(say(words.sentAgain, { address }));
                  })
                }
              >
                {say(words.again)}
              </button>
            )}
            <button type="button" class="wide" onClick={() => setOther(true)}>
              {say(words.other)}
            </button>
            <button
              type="button"
              class="wide"
              onClick={() =>
                void run(async () => {
                  await remove(mail);
                  setLine(say(words.removed));
                })
              }
            >
              {say(words.remove)}
            </button>
          </div>
          <p class="failed" role="alert">
            {failure}
          </p>
        </>
      )}
    </div>
  );
}

interface FieldProps {
  words: MailSentences;
  failure: string;
  /** Nobody asked for the field itself, so the focus stays where it is. */
  isFirst: boolean;
  onSend: (address: string) => void;
}

function Field({ words, failure, isFirst, onSend }: FieldProps) {
  const { hands, words: common } = useHands();
  const { say } = common;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState(hands.services.memory.profile.email);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    if (!isFirst) field.current?.focus();
  }, []);
  const faults = usePart(true, () => import('./composer-words.ts'));
  const wrong = isWrong && faults ? say(faults.fields['invalid-email']) : failure;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const given = address.trim();
        // As the service reads it, so that nothing is sent that it would refuse.
        const isOne = normalAddress(given) !== null;
        setWrong(!isOne);
        if (isOne) onSend(given);
        else field.current?.focus();
      }}
    >
      <label for={id}>{say(words.address)}</label>
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="email"
        autoComplete="email"
        dir="ltr"
        value={address}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}-wrong ${id}-why`}
        onInput={(event) => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <p id={`${id}-wrong`} class="failed" role="alert">
        {wrong}
      </p>
      <small id={`${id}-why`}>{say(words.why)}</small>
      <button type="submit" class="wide go">
        {say(words.ask)}
      </button>
    </form>
  );
}
