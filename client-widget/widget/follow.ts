import type { OwnCommentView } from '../../shared/comment.ts';
import type { EventType } from '../../shared/moderation.ts';
import { lineFor, type Line, type Listener } from './line.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';

export interface Follower {
  services: Services;
  thread: ThreadStore;
  listener: Omit<Listener, 'decided'> & { decided: (comment: OwnCommentView, what: EventType) => void };
}

const POLL_MS = 30_000;

/** Keeps a thread and the reader's notifications current. The answer stops it. */
export function follow({ services, thread, listener }: Follower): () => void {
  const line = lineFor(services);
  const undo = [
    bindThread(line, thread),
    line.enter({
      thread: thread.key,
      joined(seq, afterBreak, pace) {
        thread.dispatch({ type: 'pace', pace });
        // After a break anything may have been missed, even what carries no sequence; at first only what came since the page.
        if (afterBreak || seq > thread.state.seq) void thread.catchUp();
        if (!afterBreak) return;
        void thread.mine();
        void thread.recount();
      },
    }),
    line.listen({
      ...listener,
      decided(threadId, comment, what) {
        if (threadId !== thread.state.threadId) return;
        thread.dispatch({ type: 'own', comment });
        listener.decided(comment, what);
      },
    }),
  ];
  const poll = setInterval(() => {
    if (!line.socket.connected && document.visibilityState === 'visible') void thread.catchUp();
  }, POLL_MS);
  return () => {
    clearInterval(poll);
    undo.forEach((step) => step());
    line.release();
  };
}

function bindThread({ socket }: Line, thread: ThreadStore): () => void {
  const changed: Parameters<typeof socket.on<'comment:published'>>[1] = ({ threadId, ...news }) => {
    if (threadId !== thread.state.threadId) return;
    thread.dispatch({ type: 'news', ...news, hold: thread.busy() });
    if (thread.state.ahead > thread.state.seq) void thread.catchUp();
  };
  const reacted: Parameters<typeof socket.on<'reaction:changed'>>[1] = ({ threadId, reactions }) => {
    if (threadId === thread.state.threadId) thread.dispatch({ type: 'reactions', reactions });
  };
  const rated: Parameters<typeof socket.on<'rating:changed'>>[1] = ({ threadId, rating }) => {
    if (threadId === thread.state.threadId) thread.dispatch({ type: 'rating', rating });
  };
  const counted: Parameters<typeof socket.on<'votes:counted'>>[1] = ({ threadId, tallies }) => {
    if (threadId === thread.state.threadId) thread.dispatch({ type: 'tallies', tallies });
  };
  const paced: Parameters<typeof socket.on<'thread:paced'>>[1] = ({ threadId, pace }) => {
    if (threadId === thread.state.threadId) thread.dispatch({ type: 'pace', pace });
  };
  const stands: Parameters<typeof socket.on<'standing:changed'>>[1] = ({ standing }) =>
    thread.dispatch({ type: 'standing', standing });
  socket.on('comment:published', changed);
  socket.on('comment:removed', changed);
  socket.on('reaction:changed', reacted);
  socket.on('rating:changed', rated);
  socket.on('votes:counted', counted);
  socket.on('thread:paced', paced);
  socket.on('standing:changed', stands);
  return () => {
    socket.off('comment:published', changed);
    socket.off('comment:removed', changed);
    socket.off('reaction:changed', reacted);
    socket.off('rating:changed', rated);
    socket.off('votes:counted', counted);
    socket.off('thread:paced', paced);
    socket.off('standing:changed', stands);
  };
}
