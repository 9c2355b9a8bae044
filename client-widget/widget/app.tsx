import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { serverNow } from '../kit/clock.ts';
import type * as Acting from './acting.tsx';
import { Composer } from './composer-shell.tsx';
import type { Config } from './config.ts';
import { WidgetContext, type Widget } from './context.ts';
import { List } from './list.tsx';
import { Reaction } from './reaction.tsx';
import { createView } from './thread-view.ts';
import { useAct } from './use-act.ts';
import { useFirstPage } from './use-first-page.ts';
import { useWords } from './words.ts';

export interface AppProps {
  config: Config;
  root: ShadowRoot;
}

/** One element's whole: its parts from top to bottom, and what they work with. */
export function App({ config, root }: AppProps) {
  const words = useWords(config);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [view] = useState(() => createView(config.sort, () => redraw(0)));
  const [acting, setActing] = useState<typeof Acting | null>(null);
  const { hands, act, give } = useAct();
  const { status, trouble, load } = useFirstPage(config, view, root);
  // Reading comes first; what acts follows when the comments are on the screen.
  useEffect(() => {
    if (status === 'ready') import('./acting.tsx').then(setActing, () => undefined);
  }, [status]);
  const { closed } = view.state.pace;
  // Made anew for what every comment shows, and not for what only some do: those are drawn anew by their nodes.
  const widget = useMemo<Widget | null>(
    () =>
      words && {
        config,
        get state() {
          return view.state;
        },
        words,
        root,
        now: serverNow(),
        hands,
        act,
      },
    [config, words, hands, act, closed, view.state.unsent, view.state.voices, view.state.offers],
  );
  // What the site offers decides how high the first parts are, so that they are drawn when that is known.
  if (words === null || widget === null || status === null) return <div class="tribune bones" aria-busy="true" />;
  const { say, reader } = words;
  const line = hands?.pace?.over(view.state.pace, say);
  return (
    <WidgetContext.Provider value={widget}>
      {/* The empty title keeps the host element's from showing as a hint over everything. */}
      <div class="tribune" lang={config.lang} dir={config.dir} title="" part="root">
        {config.passage === null && <Reaction />}
        <div class="heading">
          {/* A discussion that is closed asks nobody to write. */}
          <h2 aria-live="polite">{closed && line ? line : (config.question ?? say(reader.heading))}</h2>
          {hands && config.passage === null && <hands.parts.BellSlot />}
        </div>
        {/* There before the line is, so that it is read out when it comes. */}
        <div aria-live="polite">
          {!closed && line && (
            <p class="note" part="pace">
              {line}
            </p>
          )}
          {hands && <hands.parts.StandingSlot />}
        </div>
        <Composer />
        {hands && <hands.parts.HoldsSlot />}
        {status === 'failed' || view.state.threadId === null ? (
          // While they are asked for again, the button stays, and the focus on it. The sentence goes, so as to be read out if it comes back.
          <p class="note" role="alert">
            {status === 'failed' && say(trouble?.sentence ?? reader.loadFailed)}{' '}
            {!trouble?.sentence && (
              <button type="button" class="plain" onClick={load}>
                {say(reader.retry)}
              </button>
            )}
          </p>
        ) : (
          <List loading={status === 'loading'} />
        )}
        {acting && <acting.Acting config={config} view={view} root={root} words={words} give={give} />}
      </div>
    </WidgetContext.Provider>
  );
}
