import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import { PASSWORD_MIN } from '../../shared/limits.ts';
import { statusOf } from './api.ts';
import type { ConsoleApi } from './api.ts';
import { CredentialsForm } from './credentials-form.tsx';
import { DoorPage } from './door-page.tsx';
import type { DoorPageProps } from './door-page.tsx';
import { useSpeech } from './language.tsx';
import { RescueForm } from './rescue-form.tsx';
import { WayIn } from './way-in.tsx';

export interface OneTimeCode {
  kind: 'setup' | 'invite' | 'rescue';
  code: string;
}

/** The code of a one-time link. It is in the fragment, which browsers send to no server, so that no log ever holds it. */
export function readOneTimeCode(hash: string): OneTimeCode | null {
  const params = new URLSearchParams(hash.slice(1));
  for (const kind of ['setup', 'invite', 'rescue'] as const) {
    const code = params.get(kind);
    if (code !== null && code !== '') return { kind, code };
  }
  return null;
}

interface Props extends Pick<DoorPageProps, 'settings' | 'onSettings'> {
  api: ConsoleApi;
  code: OneTimeCode;
  onEntered: (me: ModeratorView) => void;
  /** The link no longer works, and its holder wants to go on. */
  onUsed: () => void;
}

/** Redeems a one-time link: opening it only asks whether it still works, the button redeems it. */
export function OneTimeLink({ api, code, onEntered, onUsed, ...door }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const isSetup = code.kind === 'setup';
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void api.checkCode(code.code).then((answer) => {
      if (isCurrent) setUsed(!answer.ok && statusOf(answer.trouble) === 410);
    });
    return () => (isCurrent = false);
  }, [code.code]);
  if (isUsed)
    return (
      <DoorPage {...door} title={say(words.door.used)} lead={say(words.door.usedLead)}>
        <button type="button" class="button primary wide" onClick={onUsed}>
          {say(words.door.toSignIn)}
        </button>
      </DoorPage>
    );
  const isRescue = code.kind === 'rescue';
  const [title, lead] = isRescue
    ? [words.entry.rescue, words.entry.rescueLead]
    : isSetup
      ? [words.door.setup, words.door.setupLead]
      : [words.door.invite, words.door.inviteLead];
  return (
    <DoorPage {...door} title={say(title)} lead={say(lead)}>
      <WayIn
        api={api}
        onEntered={(me) => {
          history.replaceState(null, '', location.pathname);
          onEntered(me);
        }}
      >
        {(onEntry) =>
          isRescue ? (
            <RescueForm api={api} code={code.code} onEntry={onEntry} />
          ) : (
            <CredentialsForm
              isNew
              button={say(isSetup ? words.door.create : words.door.join)}
              hint={say(words.door.passwordHint, { n: PASSWORD_MIN })}
              submit={({ name, password }) => api.setUp({ code: code.code, name, password })}
              onEntered={onEntry}
            />
          )
        }
      </WayIn>
    </DoorPage>
  );
}
