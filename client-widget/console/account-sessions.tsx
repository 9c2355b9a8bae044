import type { JSX } from 'preact';
import type { SessionView } from '../../shared/account.ts';
import type { ConsoleApi } from './api.ts';
import { useSpeech } from './language.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  sessions: readonly SessionView[];
  /** It is done; what is to be said of it. */
  onEnded: (said: string) => void;
}

/** Where one is signed in; ends one session, or all but this. */
export function AccountSessions({ api, sessions, onEnded }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { isSending, trouble, send } = useSending();
  const nameOf = ({ browser, system }: SessionView): string => {
    if (browser !== null && system !== null) return say(words.account.browserOn, { browser, system });
    return browser ?? system ?? say(words.account.unknownBrowser);
  };
  return (
    <section class="account-part">
      <h3>{say(words.account.sessions)}</h3>
      <TroubleNote trouble={trouble} />
      <ul class="account-list">
        {sessions.map((session) => (
          <li key={session.id} data-session={session.id}>
            <div>
              <p class="session-name">
                <strong>{nameOf(session)}</strong>
                {session.isThis && <span class="chip">{say(words.account.thisSession)}</span>}
              </p>
              <p class="hint">
                <span>{say(words.account.since, { when: momentOf(session.createdAt, locale) })}</span>
                <span>{say(words.account.lastUsed, { when: momentOf(session.lastUsedAt, locale) })}</span>
              </p>
            </div>
            {!session.isThis && (
              <button
                type="button"
                class="button"
                data-do="end-session"
                aria-disabled={isSending}
                onClick={() =>
                  void send(
                    () => api.endSession(session.id),
                    () => onEnded(say(words.account.sessionEnded)),
                  )
                }
              >
                {say(words.account.endSession)}
                <span class="unseen"> – {nameOf(session)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button
          type="button"
          class="button"
          data-do="end-others"
          aria-disabled={isSending}
          onClick={() =>
            void send(
              () => api.endOtherSessions(),
              () => onEnded(say(words.account.othersEnded)),
            )
          }
        >
          {say(words.account.endOthers)}
        </button>
      )}
    </section>
  );
}
