import { useEffect, useRef, useState } from 'preact/hooks';
import { pauseBefore, whenLookedAt } from '../kit/pause.ts';
import type { Config } from './config.ts';
import { emit } from './embed.ts';
import { fetchFirstPage, type ThreadView } from './thread-view.ts';
import type { Trouble } from './trouble.ts';

/** An article is read for minutes: the first try again comes after two seconds, and no pause is longer than a minute. */
const FIRST_ATTEMPT = 3;
const LONGEST_WAIT_MS = 60_000;

export interface FirstPage {
  /** Null until the first request has come to something. */
  status: 'loading' | 'ready' | 'failed' | null;
  /** Why it failed, once that is known. */
  trouble: Trouble | null;
  load: () => void;
}

/**
 * Asks for the thread's first page, and again by itself as long as the service is away and somebody looks at the page. Tells
 * the page what came of it.
 */
export function useFirstPage(config: Config, view: ThreadView, root: ShadowRoot): FirstPage {
  const [status, setStatus] = useState<FirstPage['status']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** How often in a row it failed, what of that the page was told, and how to stop waiting for the next try. */
  const failing = useRef({ times: 0, told: null as string | null, giveUp: () => undefined as void }).current;
  const fail = async (error: unknown, turn: number) => {
    // Where even that part cannot be loaded, the service is away.
    const found = await import('./trouble.ts').then(({ diagnose }) => diagnose(config, error)).catch(() => null);
    if (turn !== view.turn) return;
    setTrouble(found);
    const code = found?.code ?? 'unreachable';
    // Trying again and failing the same way is no news.
    if (code !== failing.told) emit(root, 'tribune:error', { code });
    failing.told = code;
    if (found?.lasting) return;
    failing.giveUp = whenLookedAt(pauseBefore(FIRST_ATTEMPT + failing.times++, LONGEST_WAIT_MS), ask);
  };
  const ask = () => {
    const turn = ++view.turn;
    failing.giveUp();
    fetchFirstPage(config).then(
      (page) => {
        if (turn === view.turn) view.show(page, config.sort);
        failing.times = 0;
        failing.told = null;
        setTrouble(null);
        setStatus('ready');
      },
      (error: unknown) => {
        if (turn !== view.turn) return;
        setStatus('failed');
        void fail(error, turn);
      },
    );
  };
  const load = () => {
    setStatus((before) => before && 'loading');
    ask();
  };
  useEffect(load, [config.sort]);
  // What is answered to an element that is gone concerns nobody.
  useEffect(
    () => () => {
      view.turn++;
      failing.giveUp();
    },
    [],
  );
  const { threadId, count } = view.state;
  const known = useRef(false);
  useEffect(() => {
    if (threadId === null) return;
    emit(root, known.current ? 'tribune:count' : 'tribune:ready', { count });
    known.current = true;
  }, [threadId, count]);
  return { status, trouble, load };
}
