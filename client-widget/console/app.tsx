import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import { codeOf, createConsoleApi, statusOf } from './api.ts';
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
  | { kind: 'signed-out'; mustSetUp: boolean }
  | { kind: 'at-work'; me: ModeratorView; ended: 'not' | 'over' | 'must-set-up' };

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
    const endSession = (mustSetUp: boolean): void =>
      setStage((now) =>
        now.kind === 'at-work'
          ? { ...now, ended: mustSetUp ? 'must-set-up' : 'over' }
          : { kind: 'signed-out', mustSetUp },
      );
    return createConsoleApi({ lang: () => lang.current, onSignedOut: endSession });
  }, []);

  const enter = (me: ModeratorView): void => setStage({ kind: 'at-work', me, ended: 'not' });
  const arrive = async (): Promise<void> => {
    const code = readOneTimeCode(location.hash);
    if (code !== null) return setStage({ kind: 'one-time-link', code });
    const answer = await api.session();
    if (answer.ok) return enter(answer.value);
    const mustSetUp = codeOf(answer.trouble) === 'second-factor-needed';
    if (mustSetUp || statusOf(answer.trouble) === 401) setStage({ kind: 'signed-out', mustSetUp });
    else setStage({ kind: 'unreachable' });
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
            title={speech.say(stage.mustSetUp ? speech.words.entry.setUp : speech.words.door.signIn)}
            lead={speech.say(speech.words.door.signInLead)}
          >
            <SignIn api={api} mustSetUp={stage.mustSetUp} onEntered={enter} />
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
                onSignedOut={() => setStage({ kind: 'signed-out', mustSetUp: false })}
              />
            ) : (
              <OnPageWindow api={api} me={stage.me} about={about} veil={settings.veil} />
            )}
            {stage.ended !== 'not' && (
              <SessionEnded api={api} mustSetUp={stage.ended === 'must-set-up'} onEntered={enter} />
            )}
          </>
        );
    }
  }
}
