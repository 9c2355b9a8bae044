import type { OwnCommentView } from '../../shared/comment.ts';
import type { EventType } from '../../shared/moderation.ts';
import { JOINED_AT_ONCE_MAX } from '../../shared/limits.ts';
import type { NotificationView } from '../../shared/notification.ts';
import type { HandshakeAuth, RejoinedThread } from '../../shared/realtime.ts';
import { openSocket, type LiveSocket } from '../kit/live.ts';
import type { Services } from './services.ts';

/** Who follows a thread, and hears what the socket tells the reader in person. */
export interface Member {
  thread: string;
  /** The sequence up to which they know it. */
  seq: () => number;
  /** The sequence the news of the thread goes on from, perhaps with what was missed, and whether there was a break. */
  joined: (here: RejoinedThread, afterBreak: boolean) => void;
  decided: (threadId: string, comment: OwnCommentView, what: EventType) => void;
  notified: (item: NotificationView) => void;
  /** Something has been read, or may have been missed. */
  read: () => void;
  /** The absolute number, from the service. */
  unread: (count: number) => void;
}

/** One socket for all elements of a site on this page. */
export interface Line {
  readonly socket: LiveSocket;
  /** Enters the room of a thread, now and after every break. The answer leaves it, when nobody else is in there. */
  enter: (member: Member) => () => void;
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
      return { site, token: shown, ...where() };
    },
    refused(code) {
      // Who is no longer known goes on as nobody: the thread's news is for everyone.
      if (shown && code?.startsWith('token-')) identity.refused(shown).catch(() => undefined);
    },
  });
  const { enter, join, where } = company(socket, { members, identity, shown: () => shown });
  const unwatch = identity.watch(() => {
    wake();
    join();
  });
  return {
    line: { socket, enter },
    close() {
      unwatch();
      close();
    },
  };
}

const threadsOf = (members: ReadonlySet<Member>): string[] => [...new Set([...members].map(({ thread }) => thread))];

/**
 * All who are on one line; `join` says who the reader is, as soon as somebody is known, `where` what is said at the handshake.
 * @param of `shown` is the token that the handshake has shown
 */
function company(
  socket: LiveSocket,
  { members, identity, shown }: { members: Set<Member>; identity: Services['identity']; shown: () => string | null },
): Pick<Line, 'enter'> & { join: () => void; where: () => Pick<HandshakeAuth, 'threads' | 'since'> } {
  let unread: number | null = null;
  let before = false;
  const count = (now: number) => {
    unread = now;
    members.forEach((member) => member.unread(now));
  };
  // Two elements may show the same thread: it is joined once, and left by the last.
  const inside = (thread: string) => [...members].filter((member) => member.thread === thread);
  const where = () => {
    const threads = threadsOf(members).slice(0, JOINED_AT_ONCE_MAX);
    const known = (thread: string) => Math.min(...inside(thread).map(({ seq }) => seq()));
    return { threads, since: before ? threads.map(known) : undefined };
  };
  const follow = (thread: string, afterBreak: boolean) =>
    socket.emit('thread:join', { thread }, (answer) => {
      if (answer.ok) inside(thread).forEach((member) => member.joined(answer, afterBreak));
    });
  const known = (now: number) => {
    count(now);
    // What came while there was no line was not told; from here on, everything is.
    members.forEach((member) => member.read());
  };
  const join = () => {
    const { token } = identity;
    if (token === null || !socket.connected) return;
    socket.emit('person:join', { token }, (answer) => {
      if (answer.ok) known(answer.unread);
      else if (answer.problem.status === 401) identity.refused(token).catch(() => undefined);
    });
  };
  socket.hear({
    joined({ threads, unread: now }) {
      for (const thread of threadsOf(members)) {
        const here = threads.find((one) => one.thread === thread);
        if (here) inside(thread).forEach((member) => member.joined(here, before));
        // The handshake had no room for it, or was over when it came.
        else follow(thread, before);
      }
      before = true;
      if (now === null || shown() !== identity.token) join();
      else known(now);
    },
    'comment:decided': ({ threadId, comment, what }) =>
      members.forEach((member) => member.decided(threadId, comment, what)),
    'notification:created'(news) {
      members.forEach((member) => member.notified(news.item));
      count(news.unread);
    },
    'notification:read'(news) {
      members.forEach((member) => member.read());
      count(news.unread);
    },
  });
  const enter = (member: Member) => {
    const { thread } = member;
    members.add(member);
    if (unread !== null) member.unread(unread);
    if (socket.connected) follow(thread, false);
    return () => {
      members.delete(member);
      if (socket.connected && inside(thread).length === 0) socket.emit('thread:leave', { thread }, () => undefined);
    };
  };
  return { enter, join, where };
}
