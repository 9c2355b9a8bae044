import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { serverNow } from '../kit/clock.ts';
import type * as Acting from './acting.tsx';
import { Composer } from './composer-shell.tsx';
import type { Config } from './config.ts';
import { WidgetContext, type OfferParts, type Widget } from './context.ts';
import { List } from './list.tsx';
import type { PaceLines } from './pace-line.ts';
import { Reaction } from './reaction.tsx';
import { createView } from './thread-view.ts';
import { useAct } from './use-act.ts';
import { useFirstPage } from './use-first-page.ts';
import { useWords } from './words.ts';

const MINUTE_MS = 60_000;

export interface AppProps {
  config: Config;
  root: ShadowRoot;
}

/** One element's whole: its parts from top to bottom, and what they work with. */
export function App({ config, root }: AppProps) {
  const words = useWords(config);
  const [view] = useState(() => createView(config.sort));
  const [acting, setActing] = useState<typeof Acting | null>(null);
  const [offers, setOffers] = useState<OfferParts | null>(null);
  const [pace, setPace] = useState<PaceLines | null>(null);
  const [now, setNow] = useState(serverNow);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const { hands, act, give } = useAct();
  const { status, trouble, load } = useFirstPage(config, view, root);
  useEffect(() => setNow(serverNow()), [status]);
  useEffect(() => {
    const unwatch = view.watch(() => redraw(0));
    const clock = setInterval(() => setNow(serverNow()), MINUTE_MS);
    return () => {
      clearInterval(clock);
      unwatch();
    };
  }, []);
  // Reading comes first; what acts follows when the comments are on the screen.
  useEffect(() => {
    if (status === 'ready') import('./acting.tsx').then(setActing, () => undefined);
  }, [status]);
  const isOffering = view.state.rating !== null || view.state.offers.emojis.length > 0;
  useEffect(() => {
    if (!isOffering) return setOffers(null);
    import('./offers.tsx').then(({ summon }) => summon(root, config)).then(setOffers, () => undefined);
  }, [isOffering, config.lang, config.messages]);
  const { count, rating, reactions } = view.state;
  useEffect(() => {
    if (status !== 'ready' || config.jsonLd === null) return;
    const { state } = view;
    import('./json-ld.ts')
      .then(({ describeArticle }) => describeArticle(root.host, { config, state }))
      .catch(() => undefined);
  }, [status, config.jsonLd, config.url, config.title, count, rating, reactions]);
  const { everySeconds, premod, closed } = view.state.pace;
  const isHot = closed || premod || everySeconds !== null;
  useEffect(() => {
    if (isHot) import('./pace-line.ts').then(({ paceLines }) => paceLines(config)).then(setPace, () => undefined);
  }, [isHot, config.lang, config.messages]);
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
        now,
        hands,
        offers,
        act,
      },
    [config, words, now, hands, offers, act, closed, view.state.unsent, view.state.voices, view.state.offers],
  );
  if (words === null || widget === null) return <div class="tribune bones" aria-busy="true" />;
  const { say, reader } = words;
  const line = isHot && pace?.over(view.state.pace, say);
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
        {status === 'failed' ? (
          <p class="note" role="alert">
            {say(trouble?.sentence ?? reader.loadFailed)}{' '}
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
