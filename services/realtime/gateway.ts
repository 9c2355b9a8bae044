import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { z } from 'zod';
import { threadKeySchema } from '../../shared/comment.ts';
import type { Scope } from '../../shared/identity.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Ack } from '../../shared/realtime.ts';
import type { Site } from '../../shared/site.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Logger } from '../logger.ts';
import { startLoop } from '../loop.ts';
import { createSharedRead } from '../shared-read.ts';
import type { ThreadState } from '../storage/threads.ts';
import { paceOf } from '../threads/pace.ts';
import { rooms, scopeOfRoom, type Message } from './broadcast.ts';
import { createDesks } from './desks.ts';
import { createFanOut } from './fan-out.ts';
import {
  admits,
  authenticate,
  joinPerson,
  refusal,
  type AppServer,
  type AppSocket,
  type HandshakeDeps,
} from './handshake.ts';
import { callerOf, remoteAddress, type Headers, type Remote } from './remote.ts';
import { createSocketLimits, IDLE_MS, type Connection, type SocketLimits } from './socket-limits.ts';

export interface GatewayDeps extends HandshakeDeps {
  sessions: Pick<Sessions, 'byTicket' | 'scopesOf'>;
  threadId: (site: Site, key: string) => ThreadId;
  seqOf: (threadId: ThreadId) => Promise<number>;
  stateOf: (threadId: ThreadId) => Promise<ThreadState>;
  unread: (personId: PersonId) => Promise<number>;
  /** Sessions of readers that have ended since then, in whichever process. */
  readerSessionsEnded: (since: Date) => Promise<readonly string[]>;
  /** The last socket of a console's window has been gone for a while. */
  deskGone: (desk: string, leftAt: Date) => Promise<void>;
  /** Keyed hash of an address; null for this machine. */
  addressOf: (address: string) => string | null;
  trustProxy: number;
  now: () => Date;
  log: Logger;
}

/** Largest frame a client may send, bytes. */
const FRAME_MAX = 16 * 1024;
/** How soon the end of a moderator's session is felt, however it came about. Milliseconds. */
const SESSION_CHECK_MS = 5000;
/** The same for readers', of whom there are many: so it is asked which have ended, and looked back so far for clocks that differ. */
const READERS_CHECK_MS = 2500;
const CLOCKS_DIFFER_MS = 10_000;
/** How long a client has to go when it is told to, milliseconds. */
const GOODBYE_MS = 1000;

const threadSchema = z.strictObject({ thread: threadKeySchema });
const tokenSchema = z.strictObject({ token: z.string().min(1).max(2000) });

export interface Gateway {
  emit(message: Message): void;
  /** The sites of the moderators who listen, each kind once; null for all. */
  reviewScopes(): Scope[];
  /**
   * Whether anybody is in a room, of this process: news goes no further. With an adapter that carries it to others this must ask
   * them, too.
   */
  isHeard(room: string): boolean;
  /** Cuts every socket of a session that has ended, a moderator's or readers', or of a reader who is somebody else by now. */
  endSession(sessionHash: string): void;
  endReader(personId: string): void;
  endReaderSessions(sessionIds: readonly string[]): void;
  close(): Promise<void>;
}

/** The socket side: who may connect, where they listen. Nothing is changed through it. */
export function createGateway(server: HttpServer, deps: GatewayDeps): Gateway {
  const io: AppServer = new Server(server, {
    serveClient: false,
    maxHttpBufferSize: FRAME_MAX,
    perMessageDeflate: false, // costs more CPU and memory per delivery than it saves in bytes
    httpCompression: false,
    connectTimeout: IDLE_MS,
    cors: (req: { headers: Headers }, decide) => {
      admits(deps, callerOf(req)).then(
        (origin) => decide(null, { origin, credentials: false }),
        () => decide(null, { origin: false }),
      );
    },
    allowRequest: (req, decide) => {
      admits(deps, callerOf(req)).then(
        (ok) => decide(null, ok),
        () => decide('unavailable', false),
      );
    },
  });
  const limits = createSocketLimits();
  io.engine.on('connection', (connection: Connection & Remote) => {
    limits.connect(connection, deps.addressOf(remoteAddress(deps.trustProxy, connection)));
    // A client that does not answer the goodbye would keep the line for half a minute, and hold up a stop of the service.
    connection.once('close', () => {
      setTimeout(() => connection.transport.socket?.terminate(), GOODBYE_MS);
    });
  });
  io.use((socket, next) => {
    authenticate(deps, socket)
      .then(
        () => next(),
        (error: unknown) => next(refusal(deps, socket, error)),
      )
      // Whatever still fails here is one client's affair: unhandled, it would end the process for everybody.
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'handshake');
        socket.disconnect(true);
      });
  });
  const readThread = createSharedRead<ThreadId, Awaited<ReturnType<ReadThread>>>(async (ids) => {
    const read = async (id: ThreadId) => {
      const [seq, state] = await Promise.all([deps.seqOf(id), deps.stateOf(id)]);
      return [id, { seq, state }] as const;
    };
    return new Map(await Promise.all(ids.map(read)));
  });
  const desks = createDesks({ gone: deps.deskGone, now: deps.now, log: deps.log });
  io.on('connection', (socket) => {
    accept(deps, { limits, readThread }, socket);
    // All that is wanted of it has been read; its headers and its line to the server would be kept as long as the socket.
    Object.assign(socket.conn, { request: null });
    const { desk } = socket.data;
    if (desk === null) return;
    desks.enter(desk);
    socket.once('disconnect', () => desks.leave(desk));
  });
  const fanOut = createFanOut(io);
  const cut = (room: string): void => void io.in(room).disconnectSockets(true);
  const watch = startLoop(
    'sessions of sockets',
    SESSION_CHECK_MS,
    async () => {
      const sessionHashes = idsIn(io.of('/').adapter.rooms.keys(), rooms.session(''));
      if (sessionHashes.length === 0) return;
      const scopes = await deps.sessions.scopesOf(sessionHashes);
      for (const sessionHash of sessionHashes) {
        const scope = scopes.get(sessionHash);
        const isRight = ({ rooms: joined }: AppSocket): boolean =>
          scope !== undefined && joined.has(rooms.review(scope));
        for (const id of io.of('/').adapter.rooms.get(rooms.session(sessionHash)) ?? []) {
          const socket = io.of('/').sockets.get(id);
          // Who has it on other sites by now comes back, and hears of those.
          if (socket !== undefined && !isRight(socket)) socket.disconnect(true);
        }
      }
    },
    deps.log,
  );
  const endReaderSessions: Gateway['endReaderSessions'] = (ids) => ids.forEach((id) => cut(rooms.readerSession(id)));
  let checkedAt = deps.now();
  const watchReaders = startLoop(
    'sessions of readers',
    READERS_CHECK_MS,
    async () => {
      const at = deps.now();
      const isAny = idsIn(io.of('/').adapter.rooms.keys(), rooms.readerSession('')).length > 0;
      if (isAny) endReaderSessions(await deps.readerSessionsEnded(new Date(checkedAt.getTime() - CLOCKS_DIFFER_MS)));
      checkedAt = at;
    },
    deps.log,
  );
  return {
    emit: ({ room, name, payload }) => fanOut(room, name, payload),
    reviewScopes: () => [...io.of('/').adapter.rooms.keys()].flatMap((room) => listOf(scopeOfRoom(room))),
    isHeard: (room) => io.of('/').adapter.rooms.has(room),
    endSession: (sessionHash) => cut(rooms.session(sessionHash)),
    endReader: (personId) => cut(rooms.person(personId)),
    endReaderSessions,
    async close() {
      await Promise.all([watch.stop(), watchReaders.stop()]);
      await io.close();
      desks.close();
    },
  };
}

/** Null is one of them. */
function listOf(scope: Scope | undefined): Scope[] {
  return scope === undefined ? [] : [scope];
}

/** What rooms of a kind are called after; the prefix is what all their names begin with. */
function idsIn(names: Iterable<string>, prefix: string): string[] {
  return [...names].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** Where a thread's stream is, and what state it is in, as of a moment after this was asked. */
type ReadThread = (threadId: ThreadId) => Promise<{ seq: number; state: ThreadState }>;

function accept(
  deps: GatewayDeps,
  { limits, readThread }: { limits: SocketLimits; readThread: ReadThread },
  socket: AppSocket,
): void {
  limits.enter(socket);
  // Who leaves without closing would keep a connection that listens to nothing.
  socket.once('disconnect', () => socket.conn.close());
  const { site } = socket.data;
  if (site === null) return; // a moderator's socket only listens

  const answer = <T extends object>(ack: unknown, work: () => Promise<T>): void => {
    const reply: Ack<T> = typeof ack === 'function' ? (ack as Ack<T>) : () => undefined;
    work()
      .then(
        (result) => reply({ ok: true, ...result }),
        (error: unknown) =>
          reply({ ok: false, problem: deps.problemDocument(error, socket.handshake.headers['accept-language']) }),
      )
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'socket');
        socket.disconnect(true);
      });
  };
  socket.on('thread:join', (where: unknown, ack: unknown) =>
    answer(ack, async () => {
      const threadId = deps.threadId(site, checked(threadSchema, where).thread);
      limits.room(socket);
      await socket.join(rooms.thread(threadId));
      // After it has joined: what comes from then on it hears, what came before is counted here.
      const [{ seq, state }, now] = await Promise.all([readThread(threadId), deps.sites.byId(site.id)]);
      return { threadId, seq, pace: paceOf(state, now) };
    }),
  );
  socket.on('thread:leave', (where: unknown, ack: unknown) =>
    answer(ack, async () => {
      await socket.leave(rooms.thread(deps.threadId(site, checked(threadSchema, where).thread)));
      return {};
    }),
  );
  socket.on('person:join', (who: unknown, ack: unknown) =>
    answer(ack, async () => {
      const personId = await joinPerson(deps, socket, site, checked(tokenSchema, who).token);
      return { unread: await deps.unread(personId) };
    }),
  );
}

function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new Problem('validation-failed');
  return parsed.data;
}
