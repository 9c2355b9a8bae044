import { useEffect, useState } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { Message } from '../../shared/messages/format.ts';
import { newKey } from '../kit/api.ts';
import type { ConsoleApi } from './api.ts';
import { filterIn } from './desk-filter.ts';
import { createDesk } from './desk.ts';
import type { Desk, DeskState } from './desk.ts';
import { useSpeech } from './language.tsx';
import { listen } from './live.ts';
import type { ReviewState } from './review-state.ts';

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;

/** The desk of whoever is signed in, and its state at every change. It lives as long as the component. */
export function useDesk(api: ConsoleApi, me: ModeratorView): [Desk, DeskState] {
  const [desk] = useState(() =>
    createDesk({
      me: me.id,
      api,
      listen,
      newKey,
      filter: filterIn(new URLSearchParams(location.hash.slice(1)), Date.now()),
    }),
  );
  const [state, setState] = useState(desk.state);
  useEffect(() => {
    const unsubscribe = desk.subscribe(() => setState(desk.state()));
    const stop = desk.start();
    // Sooner than the next poll would find out.
    const back = (): void => void desk.refresh();
    addEventListener('online', back);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, desk.touch, true);
    return () => {
      removeEventListener('online', back);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, desk.touch, true);
      stop();
      unsubscribe();
    };
  }, [desk]);
  return [desk, state];
}

const TICK_MS = 15_000;

/** The present time, often enough for ages in minutes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The page's name in the tab's title, and the number that waits, for whoever works in another tab. */
export function useTitle(count: number, name: Message): void {
  const { words, say } = useSpeech();
  const page = say(name);
  const title = count === 0 ? say(words.page.title, { page }) : say(words.page.titleWaiting, { n: count, page });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Asks before the page is left while a decision has not arrived. */
export function useLeaveWarning({ entries }: ReviewState): void {
  const isPending = [...entries.values()].some(({ standing }) => ['sending', 'failed'].includes(standing.kind));
  useEffect(() => {
    if (!isPending) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isPending]);
}
