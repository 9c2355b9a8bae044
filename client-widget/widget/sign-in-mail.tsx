import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SignInSentences } from '../../shared/messages/sign-in/sentences.ts';
import { path } from '../../shared/routes.ts';
import { signInRoutes } from '../../shared/sign-in-routes.ts';
import type { SignedIn, SignInAttempt } from '../../shared/sign-in.ts';
import { useHands } from './hands.ts';
import { signInWith } from './session.ts';
import { usePart } from './use-part.ts';
import { useTry } from './use-try.ts';

interface MailProps {
  words: SignInSentences;
  /** Whether there is no other way. */
  isAlone: boolean;
  onDone: () => void;
}

interface Sent extends SignInAttempt {
  address: string;
  again: boolean;
}

/** By a code from a letter. The letter's link does the same in whichever browser it is opened. */
export function ByMail({ words, isAlone, onDone }: MailProps) {
  const { config, hands, words: said } = useHands();
  const { say } = said;
  const { services } = hands;
  const { api, memory, site: siteId } = services;
  const [sent, setSent] = useState<Sent | null>(null);
  const { failure, isBusy, run } = useTry();
  const send = (address: string, again: boolean) =>
    run(async () => {
      const attempt = await api<SignInAttempt>(path(signInRoutes.signInMail, { siteId }), {
        method: 'POST',
        body: { address, lang: config.lang, url: config.url },
      });
      setSent({ ...attempt, address, again });
    });
  const enter = (code: string) =>
    run(async () => {
      const { attempt = '', address = '' } = sent ?? {};
      await signInWith(services, `code-${attempt}`, (key, token) =>
        api<SignedIn>(path(signInRoutes.signInCode, { siteId }), {
          method: 'POST',
          token,
          body: { attempt, code, key },
        }),
      );
      memory.update({ email: address });
      onDone();
    });
  const faults = usePart(true, () => import('./composer-words.ts'));
  if (sent === null)
    return (
      <Field
        key="address"
        label={say(words.address)}
        heading={isAlone ? null : say(words.byMail)}
        submit={say(words.sendCode)}
        start={memory.profile.email}
        // Until there are words for it, the service says so.
        check={(text) => (/^\S+@\S+\.\S+$/.test(text) || !faults ? '' : say(faults.fields['invalid-email']))}
        {...{ failure, isBusy }}
        input={{ inputMode: 'email', autoComplete: 'email', dir: 'ltr' }}
        onSend={(address) => void send(address, false)}
      />
    );
  const minutes = Math.max(1, Math.round(sent.expiresInSeconds / 60));
  return (
    <>
      <p role="status">
        {/* Set apart, so that its dots stay where they are in a sentence that is written the other way. */}
        {sent.again ? say(words.anotherSent) : say(words.sent, { address: `\u2068${sent.address}\u2069`, n: minutes })}
      </p>
      <Field
        key={sent.attempt}
        label={say(words.code)}
        submit={say(words.submit)}
        check={(text) => (/^\d{6}$/.test(text) ? '' : say(words.code))}
        {...{ failure, isBusy }}
        input={{ inputMode: 'numeric', autoComplete: 'one-time-code', dir: 'ltr', maxLength: 12 }}
        onSend={(code) => void enter(code)}
        isNext
      />
      <div class="choices">
        <button type="button" class="wide" onClick={() => void send(sent.address, true)}>
          {say(words.another)}
        </button>
        <button type="button" class="wide" onClick={() => setSent(null)}>
          {say(words.otherAddress)}
        </button>
      </div>
    </>
  );
}

interface FieldProps {
  label: string;
  heading?: string | null;
  submit: string;
  start?: string;
  /** What is wrong with what was typed; '' where nothing is. Spaces are taken out of it before. */
  check: (text: string) => string;
  failure: string;
  isBusy: boolean;
  input: object;
  onSend: (text: string) => void;
  /** It comes after another field, and takes over the focus. */
  isNext?: boolean;
}

function Field({ label, heading, submit, start = '', check, failure, isBusy, input, onSend, isNext }: FieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(start);
  const [wrong, setWrong] = useState('');
  useEffect(() => {
    if (isNext) field.current?.focus();
  }, []);
  useEffect(() => {
    if (failure !== '') field.current?.select();
  }, [failure]);
  const told = wrong || failure;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const given = text.replace(/\s/g, '');
        const found = check(given);
        setWrong(found);
        if (found === '') onSend(given);
        else field.current?.focus();
      }}
    >
      {heading && <h3>{heading}</h3>}
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        {...input}
        value={text}
        aria-invalid={told !== ''}
        aria-describedby={`${id}-wrong`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setWrong('');
        }}
      />
      <p id={`${id}-wrong`} class="failed" role="alert">
        {told}
      </p>
      <button type="submit" class="wide go" aria-disabled={isBusy}>
        {submit}
      </button>
    </form>
  );
}
