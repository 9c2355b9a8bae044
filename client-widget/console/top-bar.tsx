import type { JSX } from 'preact';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';
import type { Connection } from './desk.ts';
import { useSpeech } from './language.tsx';
import { Menu } from './menu.tsx';
import { PageNav } from './page-nav.tsx';
import { focusHeading } from './page.tsx';
import type { PageId } from './pages.ts';
import { LanguageChoice, ThemeChoice } from './preferences.tsx';
import { oldestOf } from './queue-ages.ts';
import type { ReviewState } from './review-state.ts';
import type { Settings } from './settings.ts';
import { ageOf, momentOf } from './times.ts';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  page: PageId;
  review: ReviewState;
  connection: Connection;
  now: number;
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  onHelp: () => void;
  onRefresh: () => void;
  /** Does what would end the page in front, once that may be left. */
  leave: (then: () => void) => void;
  onSignedOut: () => void;
}

/** The pages, what waits and since when, whether news is live, and who is here. */
export function TopBar(props: Props): JSX.Element {
  const { api, me, page, review, connection, now, settings, onSettings, onHelp, onRefresh, leave, onSignedOut } = props;
  const { locale, words, say } = useSpeech();
  const oldestAt = oldestOf(review.figures);

  async function signOut(): Promise<void> {
    const answer = await api.signOut();
    // A session that has ended already is as good as signed out.
    if (answer.ok || answer.trouble.kind === 'problem') onSignedOut();
  }

  return (
    <header class="bar">
      <h1 class="brand">Tribune</h1>
      <PageNav current={page} role={me.role} />
      {review.phase === 'ready' && (
        <p class="bar-facts">
          <strong>{say(words.bar.waiting, { n: review.figures?.total ?? review.count })}</strong>
          {oldestAt !== null && (
            <time class="quiet" dateTime={oldestAt} title={momentOf(oldestAt, locale)}>
              {say(words.bar.oldest, { age: ageOf(oldestAt, now, locale, 'long') })}
            </time>
          )}
        </p>
      )}
      <p class={`connection ${connection}`}>
        <span class="dot" aria-hidden="true" />
        <span class="connection-text">{say(words.connection[connection])}</span>
      </p>
      <Menu name={me.name} label={say(words.bar.menu)} role={say(words.roles[me.role])}>
        {(close) => (
          <>
            <LanguageChoice settings={settings} onSettings={onSettings} />
            <ThemeChoice settings={settings} onSettings={onSettings} />
            <label class="check">
              <input
                type="checkbox"
                checked={settings.shortcuts}
                onChange={() => onSettings({ shortcuts: !settings.shortcuts })}
              />
              <span>{say(words.bar.shortcutsOn)}</span>
            </label>
            <label class="check">
              <input type="checkbox" checked={settings.veil} onChange={() => onSettings({ veil: !settings.veil })} />
              <span>{say(words.veil.setting)}</span>
            </label>
            <hr />
            <a class="menu-item" href="#account" onClick={() => (close(), page === 'account' && focusHeading())}>
              {say(words.pages.account)}
            </a>
            <MenuItem label={say(words.bar.shortcuts)} hint="?" onPress={() => (close(), onHelp())} />
            <MenuItem label={say(words.bar.refresh)} hint="g" onPress={() => (close(), onRefresh())} />
            <MenuItem label={say(words.bar.signOut)} onPress={() => leave(() => void signOut())} />
          </>
        )}
      </Menu>
    </header>
  );
}

function MenuItem({ label, hint, onPress }: { label: string; hint?: string; onPress: () => void }): JSX.Element {
  return (
    <button type="button" class="menu-item" onClick={onPress}>
      <span>{label}</span>
      {hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
    </button>
  );
}
