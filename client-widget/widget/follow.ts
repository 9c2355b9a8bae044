import type { OwnCommentView } from '../../shared/comment.ts';
import type { NotificationView } from '../../shared/notification.ts';
import { openSocket, type LiveSocket } from '../kit/live.ts';
import type { Services } from './services.ts';
import type { ThreadStore } from './thread-store.ts';

/** What the socket tells that is not part of the thread. */
export interface Listener {
  decided: (comment: OwnCommentView) => void;
  notified(item: NotificationView): void;
  read(ids: readonly string[]): void;
  /** The absolute number, from the service. */
  unread(count: number): void;
}

const POLL_MS = 30_000;

/** One socket for all elements of a site on this page. */
const sockets = new Map<string, { socket: LiveSocket; users: number }>();

/** Keeps a thread and the reader's notifications current. The answer stops it and leaves the rooms. */
export function follow({
  services,
  thread,
  listener,
}: {
  services: Services;
  thread: ThreadStore;
  listener: Listener;
}) {
  const { identity } = services;
  const { socket, release } = lease(services);
  const rooms: Rooms = { socket, services, thread, listener };
  const unbind = [bindThread(rooms), bindPerson(rooms), identity.watch(() => joinPerson(rooms))];
  let again = false;
  const join = () => {
    joinThread(rooms, again);
    joinPerson(rooms);
    if (again) void thread.mine();
    again = true;
  };
  socket.on('connect', join);
  if (socket.connected) join();
  const poll = setInterval(() => {
    if (!socket.connected && document.visibilityState === 'visible') void thread.catchUp();
  }, POLL_MS);
  return () => {
    clearInterval(poll);
    socket.off('connect', join);
    unbind.forEach((undo) => undo());
    socket.emit('thread:leave', { thread: thread.key }, () => undefined);
    release();
  };
}

interface Rooms {
  socket: LiveSocket;
  services: Services;
  thread: ThreadStore;
  listener: Listener;
}

function lease({ base, site, identity }: Services): { socket: LiveSocket; release: () => void } {
  const name = `${base}/${site}`;
  const found = sockets.get(name);
  const shared = found ?? {
    users: 0,
    socket: openSocket(base, () => (identity.token === null ? { site } : { site, token: identity.token })),
  };
  sockets.set(name, shared);
  shared.users++;
  const release = () => {
    if (--shared.users > 0) return;
    sockets.delete(name);
    shared.socket.disconnect();
  };
  return { socket: shared.socket, release };
}

/** After a break anything may have been missed, even what carries no sequence; at first only what came since the page. */
function joinThread({ socket, thread }: Rooms, afterBreak: boolean): void {
  socket.emit('thread:join', { thread: thread.key }, (answer) => {
    if (!answer.ok) return;
    if (afterBreak || answer.seq > thread.state.seq) void thread.catchUp();
  });
}

function joinPerson({ socket, services, listener }: Rooms): void {
  const { token } = services.identity;
  if (token === null || !socket.connected) return;
  socket.emit('person:join', { token }, (answer) => {
    if (answer.ok) listener.unread(answer.unread);
  });
}

function bindThread({ socket, thread }: Rooms): () => void {
  const changed: Parameters<typeof socket.on<'comment:published'>>[1] = ({ threadId, ...news }) => {
    if (threadId !== thread.state.threadId) return;
    thread.dispatch({ type: 'news', ...news, hold: thread.busy() });
    if (thread.state.ahead > thread.state.seq) void thread.catchUp();
  };
  const reacted: Parameters<typeof socket.on<'reaction:changed'>>[1] = ({ threadId, reactions }) => {
    if (threadId === thread.state.threadId) thread.dispatch({ type: 'reactions', reactions });
  };
  socket.on('comment:published', changed);
  socket.on('comment:removed', changed);
  socket.on('reaction:changed', reacted);
  return () => {
    socket.off('comment:published', changed);
    socket.off('comment:removed', changed);
    socket.off('reaction:changed', reacted);
  };
}

function bindPerson({ socket, thread, listener }: Rooms): () => void {
  const decided: Parameters<typeof socket.on<'comment:decided'>>[1] = ({ threadId, comment }) => {
    if (threadId !== thread.state.threadId) return;
    thread.dispatch({ type: 'own', comment });
    listener.decided(comment);
  };
  const created: Parameters<typeof socket.on<'notification:created'>>[1] = ({ item, unread }) => {
    listener.notified(item);
    listener.unread(unread);
  };
  const read: Parameters<typeof socket.on<'notification:read'>>[1] = ({ ids, unread }) => {
    listener.read(ids);
    listener.unread(unread);
  };
  socket.on('comment:decided', decided);
  socket.on('notification:created', created);
  socket.on('notification:read', read);
  return () => {
    socket.off('comment:decided', decided);
    socket.off('notification:created', created);
    socket.off('notification:read', read);
  };
}
