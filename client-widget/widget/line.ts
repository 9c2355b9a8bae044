import type { OwnCommentView } from '../../shared/comment.ts';
import type { EventType } from '../../shared/moderation.ts';
import type { NotificationView } from '../../shared/notification.ts';
import { JOINED_AT_ONCE_MAX } from '../../shared/limits.ts';
import type { JoinedThread } from '../../shared/realtime.ts';
import { openSocket, type LiveSocket } from '../kit/live.ts';
import type { Services } from './services.ts';

/** What the socket tells the reader in person. */
export interface Listener {
  decided: (threadId: string, comment: OwnCommentView, what: EventType) => void;
  notified: (item: NotificationView) => void;
  read: (ids: readonly string[]) => void;
  /** The absolute number, from the service. */
  unread: (count: number) => void;
}

/** Somebody in a thread's room. `joined` hears the sequence the news goes on from, and whether there was a break. */
export interface Member {
  thread: string;
  joined: (here: Pick<JoinedThread, 'seq' | 'pace'>, afterBreak: boolean) => void;
}

/** One socket for all elements of a site on this page. */
export interface Line {
  readonly socket: LiveSocket;
  /** Enters the room of a thread, now and after every break. The answer leaves it, when nobody else is in there. */
  enter: (member: Member) => () => void;
  /** Hears what is for the reader alone; the answer stops it. */
  listen: (listener: Listener) => () => void;
  /** Gives the line back; the last one hangs up. */
  release: () => void;
}

const lines = new Map<string, Opened & { users: number }>();

/** The line of a site, opened if nobody holds it. Everyone who asks has to release it. */
export function lineFor(services: Services): Line {
  const name = `${services.base}/${services.site}`;
  const shared = lines.get(name) ?? { ...open(services), users: 0 };
  lines.set(name, shared);
  shared.users++;
  const release = () => {
    if (--shared.users > 0) return;
    lines.delete(name);
    shared.close();
  };
  return { ...shared.line, release };
}

interface Opened {
  line: Omit<Line, 'release'>;
  close: () => void;
}

function open({ base, site, identity }: Services): Opened {
  const members = new Set<Member>();
  let shown: string | null = null;
  const { socket, wake, close } = openSocket({
    origin: base,
    auth() {
      shown = identity.token;
      const threads = [...new Set([...members].map((member) => member.thread))];
      return { site, token: shown, threads: threads.slice(0, JOINED_AT_ONCE_MAX) };
    },
    refused(code) {
      // Who is no longer known goes on as nobody: the thread's news is for everyone.
      if (shown && code?.startsWith('token-')) identity.refused(shown).catch(() => undefined);
    },
  });
  const { listen, join, known } = person(socket, identity);
  socket.on('joined', ({ unread }) => {
    if (unread === null || shown !== identity.token) join();
    else known(unread);
  });
  const unwatch = identity.watch(() => {
    wake();
    join();
  });
  return {
    line: { socket, enter: rooms(socket, members), listen },
    close() {
      unwatch();
      close();
    },
  };
}

/** Two elements may show the same thread: it is joined once, and left by the last. */
function rooms(socket: LiveSocket, members: Set<Member>): Line['enter'] {
  const inside = (thread: string) => [...members].filter((member) => member.thread === thread);
  const join = (thread: string, afterBreak: boolean) =>
    socket.emit('thread:join', { thread }, (answer) => {
      if (answer.ok) inside(thread).forEach((member) => member.joined(answer, afterBreak));
    });
  let before = false;
  socket.on('joined', ({ threads }) => {
    for (const member of members) {
      const here = threads.find(({ thread }) => thread === member.thread);
      if (here) member.joined(here, before);
      // The handshake had no room for it, or was over when it came.
      else join(member.thread, before);
    }
    before = true;
  });
  return (member) => {
    members.add(member);
    if (socket.connected) join(member.thread, false);
    return () => {
      members.delete(member);
      const { thread } = member;
      if (socket.connected && inside(thread).length === 0) socket.emit('thread:leave', { thread }, () => undefined);
    };
  };
}

/** What is for the reader alone; `join` says who that is, as soon as somebody is known. */
function person(socket: LiveSocket, identity: Services['identity']) {
  const listeners = new Set<Listener>();
  let unread: number | null = null;
  const count = (now: number) => {
    unread = now;
    listeners.forEach((listener) => listener.unread(now));
  };
  const known = (now: number) => {
    count(now);
    // What came while there was no line was not told; from here on, everything is.
    listeners.forEach((listener) => listener.read([]));
  };
  const join = () => {
    const { token } = identity;
    if (token === null || !socket.connected) return;
    socket.emit('person:join', { token }, (answer) => {
      if (answer.ok) known(answer.unread);
      else if (answer.problem.status === 401) identity.refused(token).catch(() => undefined);
    });
  };
  socket.on('comment:decided', ({ threadId, comment, what }) =>
    listeners.forEach((listener) => listener.decided(threadId, comment, what)),
  );
  socket.on('notification:created', (news) => {
    listeners.forEach((listener) => listener.notified(news.item));
    count(news.unread);
  });
  socket.on('notification:read', (news) => {
    listeners.forEach((listener) => listener.read(news.ids));
    count(news.unread);
  });
  const listen: Line['listen'] = (listener) => {
    listeners.add(listener);
    if (unread !== null) listener.unread(unread);
    return () => listeners.delete(listener);
  };
  return { listen, join, known };
}
