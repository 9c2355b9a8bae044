import { z } from 'zod';
import { threadKeySchema } from '../../shared/comment.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Ack, JoinedThread } from '../../shared/realtime.ts';
import type { Site } from '../../shared/site.ts';
import type { Logger } from '../logger.ts';
import { createSharedRead } from '../shared-read.ts';
import { paceOf } from '../threads/pace.ts';
import { rooms } from './broadcast.ts';
import { joinPerson, type AppSocket, type Arrival, type HandshakeDeps } from './handshake.ts';
import type { SocketLimits } from './socket-limits.ts';
import { createThreadsNow, type ThreadsNowDeps } from './threads-now.ts';

export interface ListeningDeps extends HandshakeDeps, ThreadsNowDeps {
  threadId: (site: Site, key: string) => ThreadId;
  /** How much is unread of each; whoever has none may be left out. */
  unreadOf: (personIds: readonly PersonId[]) => Promise<ReadonlyMap<string, number>>;
  log: Logger;
}

const threadSchema = z.strictObject({ thread: threadKeySchema });
const tokenSchema = z.strictObject({ token: z.string().min(1).max(2000) });

export interface Listening {
  /** Has a reader's socket join all it has named at the handshake; answers what `joined` says of that, as JSON. */
  arrive(socket: AppSocket, arrival: Arrival & { threads: readonly string[] }): Promise<string>;
  /** Has a reader's socket join and leave as it says from now on. */
  attend(socket: AppSocket): void;
  /** Something is told in a room: what is known of a thread with that name is from before. */
  changed(room: string): void;
}

/** Where readers' sockets listen. There are many, so that all share what answers them. */
export function createListening(deps: ListeningDeps, limits: SocketLimits): Listening {
  const threadsNow = createThreadsNow(deps);
  const readUnread = createSharedRead<PersonId, number>(async (ids) => {
    const counts = await deps.unreadOf(ids);
    return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
  });

  async function enter(socket: AppSocket, threadId: ThreadId): Promise<void> {
    limits.room(socket);
    await socket.join(rooms.thread(threadId));
  }
  // After it has joined: what comes from then on it hears, what came before is counted here.
  async function whereIs(site: Site, threadId: ThreadId): Promise<JoinedThread> {
    const [{ seq, state }, now] = await Promise.all([threadsNow.at(threadId), deps.sites.byId(site.id)]);
    return { threadId, seq, pace: paceOf(state, now) };
  }
  async function join(socket: AppSocket, site: Site, key: string): Promise<JoinedThread> {
    const threadId = deps.threadId(site, key);
    await enter(socket, threadId);
    return whereIs(site, threadId);
  }
  /** The same, and for who was there before all that came meanwhile. As JSON, which all who have missed the same share. */
  async function rejoin(
    socket: AppSocket,
    site: Site,
    { key, since }: { key: string; since: number | null },
  ): Promise<string> {
    const threadId = deps.threadId(site, key);
    await enter(socket, threadId);
    const missed = since === null ? null : await threadsNow.missed(site, threadId, since);
    const here = missed ?? JSON.stringify(await whereIs(site, threadId));
    return `{"thread":${JSON.stringify(key)},${here.slice(1)}`;
  }

  /** A listener that answers what is asked, on whichever socket. */
  const answered = <T extends object>(work: (socket: AppSocket, site: Site, what: unknown) => Promise<T>) =>
    function (this: AppSocket, what: unknown, ack: unknown): void {
      const { site, acceptLanguage } = this.data;
      if (site === null) return; // a moderator's socket only listens
      const reply: Ack<T> = typeof ack === 'function' ? (ack as Ack<T>) : () => undefined;
      Promise.resolve()
        .then(() => work(this, site, what))
        .then(
          (result) => reply({ ok: true, ...result }),
          (error: unknown) => reply({ ok: false, problem: deps.problemDocument(error, acceptLanguage) }),
        )
        .catch((error: unknown) => {
          deps.log.error({ err: error }, 'socket');
          this.disconnect(true);
        });
    };
  const onJoin = answered((socket, site, where) => join(socket, site, checked(threadSchema, where).thread));
  const onLeave = answered(async (socket, site, where) => {
    await socket.leave(rooms.thread(deps.threadId(site, checked(threadSchema, where).thread)));
    return {};
  });
  const onPerson = answered(async (socket, site, who) => {
    const personId = await joinPerson(deps, socket, site, checked(tokenSchema, who).token);
    return { unread: await readUnread(personId) };
  });

  return {
    async arrive(socket, { site, personId, threads, since }) {
      const [joined, unread] = await Promise.all([
        Promise.all(threads.map((key, i) => rejoin(socket, site, { key, since: since[i] ?? null }))),
        personId === null ? null : readUnread(personId),
      ]);
      return `{"threads":[${joined.join()}],"unread":${unread}}`;
    },
    changed: threadsNow.changed,
    attend(socket) {
      socket.on('thread:join', onJoin);
      socket.on('thread:leave', onLeave);
      socket.on('person:join', onPerson);
    },
  };
}

function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new Problem('validation-failed');
  return parsed.data;
}
