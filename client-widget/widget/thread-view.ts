import type { ThreadPage } from '../../shared/comment.ts';
import type { Sort } from '../../shared/votes.ts';
import { setClock } from '../kit/clock.ts';
import type { Config } from './config.ts';
import { emptyThread, pageState, type ThreadState } from './thread-state.ts';

/** The thread that is drawn. `state` is current as soon as `set` returns. */
export interface ThreadView {
  readonly state: ThreadState;
  set(state: ThreadState): void;
  /** Draws a first page. Replaced once there is something of the reader's own that a page must not wipe away. */
  show: (page: ThreadPage, sort: Sort) => void;
  /** How often a first page was asked for. Only the answer to the latest request is shown, whichever comes last. */
  turn: number;
}

/** @param redraw called whenever there is something new to draw */
export function createView(sort: Sort, redraw: () => void): ThreadView {
  const view: { -readonly [Key in keyof ThreadView]: ThreadView[Key] } = {
    state: emptyThread(sort),
    set(state) {
      view.state = state;
      redraw();
    },
    show: (page, wanted) => view.set(pageState(page, wanted)),
    turn: 0,
  };
  return view;
}

const TIMEOUT_MS = 10_000;

/** Address of a thread's first page. It is fetched without any header of ours, so that other origins need not ask first. */
export function firstPageUrl({ base, site, thread, sort, passage }: Page): string {
  const about = passage ? `&passage=${encodeURIComponent(passage)}` : '';
  return `${base}/v1/sites/${encodeURIComponent(site)}/comments?thread=${encodeURIComponent(thread)}&sort=${sort}${about}`;
}

type Page = Pick<Config, 'base' | 'site' | 'thread' | 'sort'> & { passage?: string | null };

/** @throws Error with the answer as its cause, if there was one */
export async function fetchFirstPage(config: Config): Promise<ThreadPage> {
  if (config.site === '') throw new Error();
  const answer = await fetch(firstPageUrl(config), { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
  setClock(answer);
  if (!answer.ok) throw new Error(String(answer.status), { cause: answer });
  return (await answer.json()) as ThreadPage;
}
