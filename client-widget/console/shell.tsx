import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ConsoleApi } from './api.ts';
import { ConnectionNote } from './connection-note.tsx';
import { useSpeech } from './language.tsx';
import { focusHeading } from './page.tsx';
import { PAGE_IDS, PAGES } from './pages.ts';
import { RemovalNotes } from './removal-notes.tsx';
import { RemovalsContext } from './removed-sites.ts';
import { Review } from './review.tsx';
import type { Settings } from './settings.ts';
import { ShortcutsPage } from './shortcuts-page.tsx';
import { TopBar } from './top-bar.tsx';
import { useDesk, useLeaveWarning, useNow, useTitle } from './use-desk.ts';
import { useFirstSite } from './use-first-site.ts';
import { usePlace } from './use-place.ts';
import { VeilContext } from './veil.ts';

interface Props {
  api: ConsoleApi;
  me: ModeratorView;
  settings: Settings;
  onSettings: (change: Partial<Settings>) => void;
  onSignedOut: () => void;
}

/**
 * The console of whoever is signed in: the bar above, one page under it. The desk is always there, so that nothing on it is
 * lost and news goes on arriving, and is hidden while another page is in front.
 */
export function Shell({ api, me, settings, onSettings, onSignedOut }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [desk, state] = useDesk(api, me);
  const now = useNow();
  useFirstSite(api, me);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { place, guard, leave } = usePlace(PAGE_IDS);
  const Front = PAGES.find(({ id }) => id === place.page)?.Page ?? null;
  useTitle(
    state.review.figures?.total ?? state.review.count,
    Front === null ? words.page.review : words.pages[place.page],
  );
  useLeaveWarning(state.review);

  const before = useRef(place);
  useLayoutEffect(() => {
    const from = before.current.page;
    before.current = place;
    // The link of the page in front leads to its heading; what else its address says moves nobody.
    const isOwnLink = document.activeElement?.closest('.pages') != null;
    if (from === place.page && !isOwnLink) return;
    // Where the last page was scrolled to means nothing to this one.
    scrollTo(0, 0);
    focusHeading();
  }, [place]);

  // Signed in again, perhaps as someone else: go on with what is on the desk.
  const firstMe = useRef(me);
  useEffect(() => {
    if (firstMe.current === me) return;
    desk.dispatch({ type: 'signed-in', me: me.id });
    void desk.refresh();
  }, [me]);

  return (
    <VeilContext.Provider value={settings.veil}>
      <div class="shell">
        <a
          class="skip"
          href="#page-title"
          onClick={(event) => {
            event.preventDefault();
            focusHeading();
          }}
        >
          {say(Front === null ? words.page.skip : words.page.skipToContent)}
        </a>
        <TopBar
          api={api}
          me={me}
          page={place.page}
          review={state.review}
          connection={state.connection}
          now={now}
          settings={settings}
          onSettings={onSettings}
          onHelp={() => setHelpOpen(true)}
          onRefresh={() => void desk.refresh()}
          leave={leave}
          onSignedOut={onSignedOut}
        />
        <ConnectionNote connection={state.connection} />
        <RemovalNotes removed={state.removed} />
        <Review
          api={api}
          desk={desk}
          state={state}
          me={me}
          now={now}
          settings={settings}
          onSettings={onSettings}
          params={place.params}
          isInFront={Front === null}
          onHelp={() => setHelpOpen(true)}
        />
        <RemovalsContext.Provider value={state.removed.length}>
          {Front !== null && <Front key={place.page} api={api} me={me} params={place.params} guard={guard} />}
        </RemovalsContext.Provider>
        {isHelpOpen && <ShortcutsPage isOn={settings.shortcuts} onClose={() => setHelpOpen(false)} />}
      </div>
    </VeilContext.Provider>
  );
}
