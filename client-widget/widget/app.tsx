import { useEffect, useReducer, useState } from 'preact/hooks';
import { BellSlot } from './bell-slot.tsx';
import { Composer } from './composer-shell.tsx';
import type { Config } from './config.ts';
import { WidgetContext, type Widget } from './context.ts';
import { List } from './list.tsx';
import { Reaction } from './reaction.tsx';
import { servicesFor } from './services.ts';
import { createThread } from './thread-store.ts';
import { useJump } from './use-jump.ts';
import { useLive } from './use-live.ts';
import { useWords } from './words.ts';

const MINUTE_MS = 60_000;

export interface AppProps {
  config: Config;
  root: ShadowRoot;
}

/** One element's whole: what it works with, and its parts from top to bottom. */
export function App({ config, root }: AppProps) {
  const words = useWords(config.lang);
  const services = servicesFor(config.base, config.site, config.lang);
  const [thread] = useState(() => createThread(services, config.thread, config.sort));
  const [status, setStatus] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [said, announce] = useReducer(alternate, '');
  const load = () => {
    setStatus('loading');
    thread.load(config.sort).then(
      () => {
        setStatus('ready');
        void thread.mine();
      },
      () => setStatus('failed'),
    );
  };
  useEffect(() => {
    const undo = [thread.watch(() => redraw(0)), services.identity.watch(() => redraw(0))];
    const clock = setInterval(() => redraw(0), MINUTE_MS);
    return () => {
      clearInterval(clock);
      undo.forEach((stop) => stop());
    };
  }, []);
  useEffect(load, [config.sort]);
  const ready = status === 'ready' && words !== null;
  const { marked, jump } = useJump({
    thread,
    root,
    ready,
    onGone: () => announce(words ? words.say(words.reader.linkGone) : ''),
  });
  const bell = useLive({ services, thread, root, words, ready, announce });
  if (words === null) return <div class="tribune" aria-busy="true" />;
  const { say, reader } = words;
  const widget: Widget = { config, services, thread, words, root, announce, jump, marked, now: Date.now() };
  return (
    <WidgetContext.Provider value={widget}>
      {/* The empty title keeps the host element's from showing as a hint over everything. */}
      <div class="tribune" lang={config.lang} dir={config.dir} title="" part="root">
        <Reaction />
        <div class="heading">
          <h2>{say(reader.heading)}</h2>
          <BellSlot {...bell} />
        </div>
        <Composer />
        {status === 'failed' ? (
          <p class="note" role="alert">
            {say(reader.loadFailed)}{' '}
            <button type="button" class="plain" onClick={load}>
              {say(reader.retry)}
            </button>
          </p>
        ) : (
          <List loading={status === 'loading'} />
        )}
        <p class="unseen" role="status">
          {said}
        </p>
      </div>
    </WidgetContext.Provider>
  );
}

/** The same sentence twice in a row must change the text, or it is not read out again. */
const alternate = (before: string, sentence: string): string => (before === sentence ? `${sentence}\u00a0` : sentence);
