import type { OwnCommentView } from '../../shared/comment.ts';
import type { EventType } from '../../shared/moderation.ts';
import type { Inbox } from '../../shared/notification.ts';
import { readerRoutes } from '../../shared/routes.ts';
import type { ServerToClient } from '../../shared/realtime.ts';
import { lineFor, type Line, type Member } from './line.ts';
import type { Services } from './services.ts';
import type { ThreadAction } from './thread-reduce.ts';
import type { ThreadStore } from './thread-store.ts';

export interface Follower {
  services: Services;
  thread: ThreadStore;
  listener: Pick<Member, 'notified' | 'read' | 'unread'> & {
    decided: (comment: OwnCommentView, what: EventType) => void;
  };
}

/** Where no socket can be had, changes are asked for: this often, and apart from everybody else by up to so much more. */
const POLL_MS = 15_000;
const POLL_JITTER_MS = 5000;

/** Keeps a thread and the reader's notifications current. The answer stops it. */
export function follow({ services, thread, listener }: Follower): () => void {
  const line = lineFor(services);
  const undo = [
    bindThread(line, thread),
    line.enter({
      ...listener,
      thread: thread.key,
      seq: () => thread.state.seq,
      joined(here, afterBreak) {
        thread.dispatch({ type: 'pace', pace: here.pace, seq: here.seq });
        // After a break anything may have been missed, even what carries no sequence; at first only what came since the page.
        if (afterBreak || here.seq > thread.state.seq) void thread.catchUp(here.comments && here);
        if (!afterBreak) return;
        void thread.mine();
        void thread.recount();
      },
      decided(threadId, comment, what) {
        if (threadId !== thread.state.threadId) return;
        thread.dispatch({ type: 'own', comment });
        listener.decided(comment, what);
      },
    }),
  ];
  const stop = pollWithout(line, () => {
    void thread.catchUp();
    if (services.identity.token === null) return;
    void thread.mine();
    void recount(services).then(listener.unread, () => undefined);
    listener.read();
  });
  return () => {
    stop();
    undo.forEach((step) => step());
    line.release();
  };
}

/** The number of the reader's unread notifications, where nobody tells it. */
async function recount({ api, identity }: Services): Promise<number> {
  const { unread } = await identity.as((token) => api<Inbox>(readerRoutes.notifications, { token }));
  return unread;
}

/** Calls from time to time while there is no line and somebody looks, and at once when they look again. The answer stops it. */
function pollWithout({ socket }: Line, ask: () => void): () => void {
  const look = () => {
    if (!socket.connected && document.visibilityState === 'visible') ask();
  };
  let timer: ReturnType<typeof setTimeout>;
  const later = () => {
    timer = setTimeout(
      () => {
        look();
        later();
      },
      POLL_MS + Math.random() * POLL_JITTER_MS,
    );
  };
  later();
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** News is drawn this often at most: a discussion in which much happens must not keep its readers from writing. */
const PAUSE_MS = 150;

/** Gives what comes during a pause in one go; what comes after one, at once. */
function inBatches<Item>(use: (batch: Item[]) => void): (item: Item) => void {
  let batch: Item[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const all = batch;
    batch = [];
    timer = all.length === 0 ? undefined : setTimeout(flush, PAUSE_MS);
    if (all.length > 0) use(all);
  };
  return (item) => {
    batch.push(item);
    if (timer === undefined) flush();
  };
}

function bindThread({ socket }: Line, thread: ThreadStore): () => void {
  type Changed = ServerToClient['comment:published'];
  const changed: Changed = inBatches<Parameters<Changed>[0]>((batch) => {
    const hold = thread.busy();
    for (const { threadId, ...news } of batch)
      if (threadId === thread.state.threadId) thread.dispatch({ type: 'news', ...news, hold });
    if (thread.state.ahead > thread.state.seq) void thread.catchUp();
  });
  const when = (threadId: string, action: ThreadAction) => {
    if (threadId === thread.state.threadId) thread.dispatch(action);
  };
  return socket.hear({
    'comment:published': changed,
    'comment:removed': changed,
    'reaction:changed': ({ threadId, reactions }) => when(threadId, { type: 'reactions', reactions }),
    'rating:changed': ({ threadId, rating }) => when(threadId, { type: 'rating', rating }),
    'votes:counted': ({ threadId, tallies }) => when(threadId, { type: 'tallies', tallies }),
    'thread:paced': ({ threadId, pace }) => when(threadId, { type: 'pace', pace }),
    'standing:changed': ({ standing }) => thread.dispatch({ type: 'holds', now: { standing } }),
  });
}
