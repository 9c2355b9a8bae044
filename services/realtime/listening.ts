import { z } from 'zod';
import { threadKeySchema } from '../../shared/comment.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Ack, JoinedThread, ServerToClient } from '../../shared/realtime.ts';
import type { Site } from '../../shared/site.ts';
import type { Logger } from '../logger.ts';
import { createLru } from '../lru.ts';
import { createSharedRead } from '../shared-read.ts';
import type { ThreadState } from '../storage/threads.ts';
import { paceOf } from '../threads/pace.ts';
import { rooms } from './broadcast.ts';
import { joinPerson, type AppSocket, type Arrival, type HandshakeDeps } from './handshake.ts';
import type { SocketLimits } from './socket-limits.ts';

export interface ListeningDeps extends HandshakeDeps {
  threadId: (site: Site, key: string) => ThreadId;
  seqsOf: (threadIds: readonly ThreadId[]) => Promise<ReadonlyMap<string, number>>;
  statesOf: (threadIds: readonly ThreadId[]) => Promise<ReadonlyMap<ThreadId, ThreadState>>;
  /** How much is unread of each; whoever has none may be left out. */
  unreadOf: (personIds: readonly PersonId[]) => Promise<ReadonlyMap<string, number>>;
  now: () => Date;
  log: Logger;
}

const threadSchema = z.strictObject({ thread: threadKeySchema });
const tokenSchema = z.strictObject({ token: z.string().min(1).max(2000) });

type Joined = Parameters<ServerToClient['joined']>[0];

/** What a thread's state is believed for, if nothing is told in its room meanwhile, milliseconds: another process may have changed it. */
const BELIEVED_MS = 2000;
const REMEMBERED = 2000;

interface ThreadNow {
  seq: number;
  state: ThreadState;
}

export interface Listening {
  /** Has a reader's socket join all it has named at the handshake; answers what is to be said of that. */
  arrive(socket: AppSocket, arrival: Arrival & { threads: readonly string[] }): Promise<Joined>;
  /** Has a reader's socket join and leave as it says from now on. */
  attend(socket: AppSocket): void;
  /** Something is told in a room: what is known of a thread with that name is from before. */
  changed(room: string): void;
}

/** Where readers' sockets listen. There are many, so that all share what answers them. */
export function createListening(deps: ListeningDeps, limits: SocketLimits): Listening {
  const known = createLru<ThreadNow>(REMEMBERED, BELIEVED_MS, () => deps.now().getTime());
  let changes = 0;
  const readThread = createSharedRead<ThreadId, ThreadNow>(async (ids) => {
    const before = changes;
    const [seqs, states] = await Promise.all([deps.seqsOf(ids), deps.statesOf(ids)]);
    const threads = new Map(ids.map((id) => [id, { seq: seqs.get(id) ?? 0, state: states.get(id) ?? {} }]));
    // What was read while something changed may be from before: good for who joined before that, and hears it, and no longer.
    if (before === changes) for (const [id, now] of threads) known.set(rooms.thread(id), now);
    return threads;
  });
  const readUnread = createSharedRead<PersonId, number>(async (ids) => {
    const counts = await deps.unreadOf(ids);
    return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
  });

  async function join(socket: AppSocket, site: Site, key: string): Promise<JoinedThread> {
    const threadId = deps.threadId(site, key);
    const room = rooms.thread(threadId);
    limits.room(socket);
    await socket.join(room);
    // After it has joined: what comes from then on it hears, what came before is counted here.
    const [{ seq, state }, now] = await Promise.all([
      known.get(room) ?? readThread(threadId),
      deps.sites.byId(site.id),
    ]);
    return { threadId, seq, pace: paceOf(state, now) };
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
    async arrive(socket, { site, personId, threads }) {
      const [joined, unread] = await Promise.all([
        Promise.all(threads.map(async (thread) => ({ thread, ...(await join(socket, site, thread)) }))),
        personId === null ? null : readUnread(personId),
      ]);
      return { threads: joined, unread };
    },
    changed(room) {
      changes += 1;
      known.delete(room);
    },
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
