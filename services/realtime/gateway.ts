import type { Server as HttpServer } from 'node:http';
import { Server, type DefaultEventsMap, type ExtendedError, type Socket } from 'socket.io';
import { z } from 'zod';
import { threadKeySchema } from '../../shared/comment.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { Problem, type ProblemDocument } from '../../shared/problem.ts';
import type { Ack, ClientToServer, ServerToClient } from '../../shared/realtime.ts';
import { idSchema } from '../../shared/shapes.ts';
import type { Site } from '../../shared/site.ts';
import type { Guests } from '../auth/guests.ts';
import type { Team } from '../auth/team.ts';
import type { Logger } from '../logger.ts';
import { startLoop } from '../loop.ts';
import { allowsOrigin, isOwnPage, type Caller, type Sites } from '../sites/sites.ts';
import type { ThreadState } from '../storage/threads.ts';
import { paceOf } from '../threads/pace.ts';
import { rooms, type Message } from './broadcast.ts';
import { createDesks } from './desks.ts';
import { callerOf, remoteAddress, type Headers, type Remote } from './remote.ts';
import { createSocketLimits, IDLE_MS, type Connection, type SocketLimits } from './socket-limits.ts';

export interface GatewayDeps {
  sites: Sites;
  guests: Pick<Guests, 'authenticate'>;
  team: Pick<Team, 'byTicket' | 'isOpen'>;
  threadId: (site: Site, key: string) => ThreadId;
  seqOf: (threadId: ThreadId) => Promise<number>;
  stateOf: (threadId: ThreadId) => Promise<ThreadState>;
  unread: (personId: PersonId) => Promise<number>;
  /** The last socket of a console's window has been gone for a while. */
  deskGone: (desk: string, leftAt: Date) => Promise<void>;
  /** An error as the same document HTTP would answer. */
  problemDocument: (error: unknown, acceptLanguage: string | undefined) => ProblemDocument;
  publicOrigin: () => string;
  /** Keyed hash of an address; null for this machine. */
  addressOf: (address: string) => string | null;
  trustProxy: number;
  now: () => Date;
  log: Logger;
}

interface SocketData {
  site: Site | null;
  person: PersonId | null;
  /** The console's window this is the socket of. */
  desk: string | null;
}

type AppServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
type AppSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Largest frame a client may send, bytes. */
const FRAME_MAX = 16 * 1024;
/** How soon the end of a moderator's session is felt, however it came about. Milliseconds. */
const SESSION_CHECK_MS = 5000;
/** How long a client has to go when it is told to, milliseconds. */
const GOODBYE_MS = 1000;

const handshakeSchema = z.strictObject({
  site: z.string().max(63).optional(),
  token: z.string().max(2000).optional(),
  ticket: z.string().max(200).optional(),
  desk: idSchema.optional(),
});
const threadSchema = z.strictObject({ thread: threadKeySchema });
const tokenSchema = z.strictObject({ token: z.string().min(1).max(2000) });

export interface Gateway {
  emit(message: Message): void;
  /**
   * Whether anybody is in a room, of this process: news goes no further. With an adapter that carries it to others this must ask
   * them, too.
   */
  isHeard(room: string): boolean;
  /** Cuts every socket of a session that has ended, or of a reader who asked to be forgotten. */
  endSession(sessionHash: string): void;
  endReader(personId: string): void;
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
  const desks = createDesks({ gone: deps.deskGone, now: deps.now, log: deps.log });
  io.on('connection', (socket) => {
    accept(deps, limits, socket);
    const { desk } = socket.data;
    if (desk === null) return;
    desks.enter(desk);
    socket.once('disconnect', () => desks.leave(desk));
  });
  const cut = (room: string): void => void io.in(room).disconnectSockets(true);
  const watch = startLoop(
    'sessions of sockets',
    SESSION_CHECK_MS,
    async () => {
      for (const sessionHash of sessionsIn(io.of('/').adapter.rooms.keys()))
        if (!(await deps.team.isOpen(sessionHash))) cut(rooms.session(sessionHash));
    },
    deps.log,
  );
  return {
    emit: ({ room, name, payload }) => {
      // The three belong together by their type; the compiler cannot follow them through the spread.
      (io.to(room).emit as (name: string, payload: unknown) => boolean)(name, payload);
    },
    isHeard: (room) => io.of('/').adapter.rooms.has(room),
    endSession: (sessionHash) => cut(rooms.session(sessionHash)),
    endReader: (personId) => cut(rooms.person(personId)),
    async close() {
      await watch.stop();
      await io.close();
      desks.close();
    },
  };
}

async function admits(deps: GatewayDeps, caller: Caller): Promise<boolean> {
  return isOwnPage(caller, deps.publicOrigin()) || deps.sites.anyAllows(caller);
}

function sessionsIn(names: Iterable<string>): string[] {
  const prefix = rooms.session('');
  return [...names].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/** Handshake: a moderator's ticket, or a reader's site and perhaps token. */
async function authenticate(deps: GatewayDeps, socket: AppSocket): Promise<void> {
  const auth = handshakeSchema.safeParse(socket.handshake.auth);
  if (!auth.success) throw new Problem('validation-failed');
  const { site: siteId, token, ticket, desk } = auth.data;
  const caller = callerOf(socket.handshake);
  socket.data.site = null;
  socket.data.person = null;
  socket.data.desk = null;
  if (ticket !== undefined) {
    if (!isOwnPage(caller, deps.publicOrigin())) throw new Problem('origin-not-allowed');
    const { sessionHash } = await deps.team.byTicket(ticket);
    await socket.join([rooms.review, rooms.session(sessionHash)]);
    socket.data.desk = desk ?? null;
    return;
  }
  const site = siteId === undefined ? null : await deps.sites.byId(siteId);
  if (site === null) throw new Problem('unknown-site');
  if (!allowsOrigin(site, caller)) throw new Problem('origin-not-allowed');
  socket.data.site = site;
  if (token !== undefined) await joinPerson(deps, socket, site, token);
}

async function joinPerson(deps: GatewayDeps, socket: AppSocket, site: Site, token: string): Promise<PersonId> {
  const person = await deps.guests.authenticate(token);
  if (person.siteId !== site.id) throw new Problem('token-invalid');
  if (socket.data.person !== null && socket.data.person !== person._id)
    await socket.leave(rooms.person(socket.data.person));
  socket.data.person = person._id;
  await socket.join(rooms.person(person._id));
  return person._id;
}

function refusal(deps: GatewayDeps, socket: AppSocket, error: unknown): ExtendedError {
  const document = deps.problemDocument(error, socket.handshake.headers['accept-language']);
  return Object.assign(new Error(document.code), { data: document });
}

function accept(deps: GatewayDeps, limits: SocketLimits, socket: AppSocket): void {
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
      const [seq, state] = await Promise.all([deps.seqOf(threadId), deps.stateOf(threadId)]);
      return { threadId, seq, pace: paceOf(state) };
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
