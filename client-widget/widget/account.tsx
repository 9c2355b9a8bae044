import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SignInSentences } from '../../shared/messages/sign-in/sentences.ts';
import { path } from '../../shared/routes.ts';
import { signInRoutes } from '../../shared/sign-in-routes.ts';
import type { Me, OwnSession, OwnSessions } from '../../shared/sign-in.ts';
import { useHands } from './hands.ts';
import { exactTime } from './relative-time.ts';
import { signOut } from './session.ts';
import { SignInDialog } from './sign-in-dialog.tsx';
import { useTry } from './use-try.ts';

interface AccountProps {
  words: SignInSentences;
}

/** Who is signed in, and where else; for everybody else the way to it. */
export function Account({ words }: AccountProps) {
  const { hands, words: said } = useHands();
  const { say } = said;
  const { identity } = hands.services;
  const [isSigningIn, setSigningIn] = useState(false);
  const [line, setLine] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const tell = (sentence: string) => {
    setLine(sentence);
    // The button has gone with what it was about.
    status.current?.focus();
  };
  return (
    <section class="sign-in">
      <p ref={status} role="status" tabIndex={-1}>
        {line}
      </p>
      {identity.session === null ? (
        <>
          <p class="why">{say(words.why)}</p>
          <button type="button" class="wide go" onClick={() => setSigningIn(true)}>
            {say(words.title)}
          </button>
        </>
      ) : (
        <SignedInAs words={words} onTold={tell} />
      )}
      {isSigningIn && <SignInDialog words={words} onClose={() => setSigningIn(false)} />}
    </section>
  );
}

function SignedInAs({ words, onTold }: AccountProps & { onTold: (sentence: string) => void }) {
  const { hands, words: said } = useHands();
  const { say } = said;
  const { services } = hands;
  const { api, identity } = services;
  const [me, setMe] = useState<Me | null>(null);
  const [sessions, setSessions] = useState<OwnSession[]>([]);
  const { failure, isBusy, run } = useTry();
  const as = <T,>(at: string, method: 'GET' | 'DELETE') => identity.as((token) => api<T>(at, { method, token }));
  useEffect(
    () =>
      void run(async () => {
        const [who, all] = await Promise.all([
          as<Me>(signInRoutes.me, 'GET'),
          as<OwnSessions>(signInRoutes.ownSessions, 'GET'),
        ]);
        setMe(who);
        setSessions(all.items);
      }),
    [],
  );
  const end = ({ id }: OwnSession) =>
    run(async () => {
      await as<null>(path(signInRoutes.ownSession, { sessionId: id }), 'DELETE');
      setSessions((before) => before.filter((one) => one.id !== id));
      onTold(say(words.ended));
    });
  const endOthers = () =>
    run(async () => {
      setSessions((await as<OwnSessions>(signInRoutes.ownSessions, 'DELETE')).items);
      onTold(say(words.othersEnded));
    });
  const leave = () =>
    run(async () => {
      await signOut(services);
      onTold(say(words.signedOut));
    });
  return (
    <div aria-busy={isBusy}>
      {me && (
        <p>
          {me.address === null ? say(words.signedIn) : say(words.signedInAs, { address: `\u2068${me.address}\u2069` })}
        </p>
      )}
      <p role="alert" class="failed">
        {failure}
      </p>
      <h3>{say(words.sessions)}</h3>
      <ul>
        {sessions.map((one) => (
          <Session key={one.id} session={one} words={words} onEnd={() => void end(one)} />
        ))}
      </ul>
      <div class="choices">
        <button type="button" class="wide" onClick={() => void leave()}>
          {say(words.signOut)}
        </button>
        {sessions.length > 1 && (
          <button type="button" class="wide away" onClick={() => void endOthers()}>
            {say(words.endOthers)}
          </button>
        )}
      </div>
    </div>
  );
}

interface SessionProps extends AccountProps {
  session: OwnSession;
  onEnd: () => void;
}

function Session({ session: { browser, system, current, usedAt }, words, onEnd }: SessionProps) {
  const { config, words: said } = useHands();
  const { say } = said;
  const id = useId();
  const device =
    browser !== null && system !== null
      ? say(words.device, { browser, system })
      : (browser ?? system ?? say(words.unknown));
  return (
    <li>
      <p id={id} class="where">
        <bdi>{device}</bdi> {current && <span class="badge">{say(words.here)}</span>}
      </p>
      <time dateTime={usedAt}>{say(words.used, { time: exactTime(usedAt, config.locale) })}</time>
      {!current && (
        <button type="button" class="plain away" aria-describedby={id} onClick={onEnd}>
          {say(words.end)}
        </button>
      )}
    </li>
  );
}
