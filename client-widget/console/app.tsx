import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import { createConsoleApi, statusOf } from './api.ts';
import { DoorPage } from './door-page.tsx';
import { LanguageContext, speechOf } from './language.tsx';
import { OneTimeLink, readOneTimeCode } from './one-time-link.tsx';
import type { OneTimeCode } from './one-time-link.tsx';
import { SessionEnded } from './session-ended.tsx';
import { useSettings } from './settings.ts';
import { onPageIn } from './on-page.ts';
import { OnPageWindow } from './on-page-window.tsx';
import { Shell } from './shell.tsx';
import { SignIn } from './sign-in.tsx';

type Stage =
  | { kind: 'loading' }
  | { kind: 'unreachable' }
  | { kind: 'one-time-link'; code: OneTimeCode }
  | { kind: 'signed-out' }
  | { kind: 'at-work'; me: ModeratorView; hasEnded: boolean };

/** Who is here decides what is shown: a form at the door, or the console. */
export function App(): JSX.Element {
  const [settings, change] = useSettings();
  /** Null but for the small window that an article opens, which is nothing else for as long as it is open. */
  const [about] = useState(() => onPageIn(location.hash));
  const [stage, setStage] = useState<Stage>({ kind: 'loading' });
  const speech = useMemo(() => speechOf(settings.lang), [settings.lang]);
  const lang = useRef(settings.lang);
  lang.current = settings.lang;

  const api = useMemo(() => {
    const endSession = (): void =>
      setStage((now) => (now.kind === 'at-work' ? { ...now, hasEnded: true } : { kind: 'signed-out' }));
    return createConsoleApi({ lang: () => lang.current, onSignedOut: endSession });
  }, []);

  const enter = (me: ModeratorView): void => setStage({ kind: 'at-work', me, hasEnded: false });
  const arrive = async (): Promise<void> => {
    const code = readOneTimeCode(location.hash);
    if (code !== null) return setStage({ kind: 'one-time-link', code });
    const answer = await api.session();
    if (answer.ok) return enter(answer.value);
    setStage({ kind: statusOf(answer.trouble) === 401 ? 'signed-out' : 'unreachable' });
  };

  useEffect(() => {
    void arrive();
    // A one-time link opened in a tab that already shows this page changes the fragment only.
    const follow = (): void => {
      const code = readOneTimeCode(location.hash);
      if (code !== null) setStage({ kind: 'one-time-link', code });
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  /** On from a link that no longer works: to the desk for who is signed in, else to the door. */
  const leaveLink = (): void => {
    history.replaceState(null, '', location.pathname);
    void arrive();
  };

  const door = { settings, onSettings: change };
  return <LanguageContext.Provider value={speech}>{show()}</LanguageContext.Provider>;

  function show(): JSX.Element {
    const { page } = speech.words;
    switch (stage.kind) {
      case 'loading':
        return <p class="loading">{speech.say(page.loading)}</p>;
      case 'unreachable':
        return (
          <DoorPage {...door} title="Tribune" lead={speech.say(page.unreachable)}>
            <button type="button" class="button primary" onClick={() => void arrive()}>
              {speech.say(page.tryAgain)}
            </button>
          </DoorPage>
        );
      case 'one-time-link':
        return <OneTimeLink {...door} api={api} code={stage.code} onEntered={enter} onUsed={leaveLink} />;
      case 'signed-out':
        return (
          <DoorPage
            {...door}
            title={speech.say(speech.words.door.signIn)}
            lead={speech.say(speech.words.door.signInLead)}
          >
            <SignIn api={api} onEntered={enter} />
          </DoorPage>
        );
      case 'at-work':
        return (
          <>
            {about === null ? (
              <Shell
                api={api}
                me={stage.me}
                settings={settings}
                onSettings={change}
                onSignedOut={() => setStage({ kind: 'signed-out' })}
              />
            ) : (
              <OnPageWindow api={api} me={stage.me} about={about} veil={settings.veil} />
            )}
            {stage.hasEnded && <SessionEnded api={api} onEntered={enter} />}
          </>
        );
    }
  }
}
