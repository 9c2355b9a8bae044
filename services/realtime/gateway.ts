import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Scope } from '../../shared/identity.ts';
import type { Sessions } from '../auth/sessions.ts';
import { startLoop } from '../loop.ts';
import { rooms, scopeOfRoom, type Message } from './broadcast.ts';
import { createDesks } from './desks.ts';
import { createFanOut } from './fan-out.ts';
import { admits, authenticate, forgetHandshake, refusal, type AppServer, type AppSocket } from './handshake.ts';
import { netSocketOf } from './line.ts';
import { createListening, type ListeningDeps } from './listening.ts';
import { callerOf, remoteAddress, type Headers, type Remote } from './remote.ts';
import { createSocketLimits, IDLE_CHECK_MS, IDLE_MS, type Connection } from './socket-limits.ts';

export interface GatewayDeps extends ListeningDeps {
  sessions: Pick<Sessions, 'byTicket' | 'scopesOf'>;
  /** Sessions of readers that have ended since then, in whichever process. */
  readerSessionsEnded: (since: Date) => Promise<readonly string[]>;
  /** The last socket of a console's window has been gone for a while. */
  deskGone: (desk: string, leftAt: Date) => Promise<void>;
  /** Keyed hash of an address; null for this machine. */
  addressOf: (address: string) => string | null;
  trustProxy: number;
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

export interface Gateway {
  emit(message: Message): void;
  /** The sites of the moderators who listen, each kind once; null for all. */
  reviewScopes(): Scope[];
  /**
   * Whether anybody is in a room, of this process: news goes no further. With an adapter that carries it to others this must ask
   * them, too.
   */
  isHeard(room: string): boolean;
  /** Cuts every socket of a session that has ended, of a reader who is somebody else by now, or of readers whose site is gone. */
  endSession(sessionHash: string): void;
  endReader(personId: string): void;
  endReaderSessions(sessionIds: readonly string[]): void;
  endSite(siteId: string): void;
  close(): Promise<void>;
}

/** The socket side: who may connect, where they listen. Nothing is changed through it. */
export function createGateway(server: HttpServer, deps: GatewayDeps): Gateway {
  const io = createServer(server, deps);
  const { adapter, sockets } = io.of('/');
  const fanOut = createFanOut(io);
  const limits = createSocketLimits();
  const listening = createListening(deps, limits);
  const desks = createDesks({ gone: deps.deskGone, now: deps.now, log: deps.log });

  // Every write is a call of the system, which is most of what a connection costs: the answer to the upgrade goes with the greeting.
  io.engine.on('initial_headers', (_headers: unknown, { headers, socket }: IncomingMessage) => {
    if (!isUpgrade(headers)) return;
    socket.cork();
    setImmediate(() => socket.uncork());
  });
  io.engine.on('connection', (connection: Connection & Remote) => {
    limits.connect(connection, deps.addressOf(remoteAddress(deps.trustProxy, connection)));
    connection.on('close', terminateLater);
  });
  const letIn = async (socket: AppSocket): Promise<void> => {
    fanOut.hold(socket.id);
    const arrival = await authenticate(deps, socket);
    if (arrival === null || arrival.threads === null) return;
    socket.data.joined = await listening.arrive(socket, { ...arrival, threads: arrival.threads });
  };
  io.use((socket, next) => {
    letIn(socket)
      .then(
        () => {
          // That it is let in goes with what it is told then.
          netSocketOf(socket.conn)?.cork();
          next();
          // Who has gone meanwhile is never let in.
          process.nextTick(() => fanOut.drop(socket.id));
        },
        (error: unknown) => {
          fanOut.drop(socket.id);
          next(refusal(deps, socket, error));
        },
      )
      // Whatever still fails here is one client's affair: unhandled, it would end the process for everybody.
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'handshake');
        socket.disconnect(true);
      });
  });
  io.on('connection', (socket) => {
    forgetHandshake(socket);
    const { site, desk, joined } = socket.data;
    const line = netSocketOf(socket.conn);
    socket.data.joined = null;
    fanOut.release(socket, joined === null ? null : { name: 'joined', json: joined });
    line?.uncork();
    limits.enter(socket);
    socket.on('disconnect', hangUp);
    if (site !== null) listening.attend(socket);
    if (desk === null) return;
    desks.enter(desk);
    socket.once('disconnect', () => desks.leave(desk));
  });

  const endReaderSessions: Gateway['endReaderSessions'] = (ids) =>
    ids.forEach((id) => fanOut.cut(rooms.readerSession(id)));
  // What is told in a room that nobody is in is not told here, so nothing is known of it any more.
  adapter.on('delete-room', (room: string) => listening.changed(room));
  const loops = [
    startLoop('sessions of sockets', SESSION_CHECK_MS, () => endSessions(io, deps), deps.log),
    startLoop('sessions of readers', READERS_CHECK_MS, endedReaders(io, deps, endReaderSessions), deps.log),
    startLoop('idle sockets', IDLE_CHECK_MS, () => Promise.resolve().then(() => limits.sweep(sockets)), deps.log),
  ];
  return {
    emit({ room, name, payload }) {
      listening.changed(room);
      fanOut.tell(room, name, payload);
    },
    reviewScopes: () => [...adapter.rooms.keys()].flatMap((room) => listOf(scopeOfRoom(room))),
    isHeard: (room) => adapter.rooms.has(room),
    endSession: (sessionHash) => fanOut.cut(rooms.session(sessionHash)),
    endReader: (personId) => fanOut.cut(rooms.person(personId)),
    endReaderSessions,
    endSite: (siteId) => sockets.forEach((socket) => socket.data.site?.id === siteId && socket.disconnect(true)),
    async close() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await io.close();
      desks.close();
    },
  };
}

function createServer(server: HttpServer, deps: GatewayDeps): AppServer {
  return new Server(server, {
    serveClient: false,
    maxHttpBufferSize: FRAME_MAX,
    perMessageDeflate: false, // costs more CPU and memory per delivery than it saves in bytes
    httpCompression: false,
    connectTimeout: IDLE_MS,
    cors: (req: { headers: Headers }, decide) => {
      // Who opens a WebSocket says so themselves, and is answered in no header.
      if (isUpgrade(req.headers)) {
        decide(null, { origin: false });
        return;
      }
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
}

function isUpgrade(headers: Headers): boolean {
  return headers['upgrade'] !== undefined;
}

/** A client that does not answer the goodbye would keep the line for half a minute, and hold up a stop of the service. */
function terminateLater(this: Remote): void {
  setTimeout(() => this.transport.socket?.terminate(), GOODBYE_MS);
}

/** Who leaves without closing would keep a connection that listens to nothing. */
function hangUp(this: AppSocket): void {
  this.conn.close();
}

/** Cuts moderators' sockets whose session is over. */
async function endSessions(io: AppServer, { sessions }: GatewayDeps): Promise<void> {
  const { adapter, sockets } = io.of('/');
  const sessionHashes = idsIn(adapter.rooms.keys(), rooms.session(''));
  if (sessionHashes.length === 0) return;
  const scopes = await sessions.scopesOf(sessionHashes);
  for (const sessionHash of sessionHashes) {
    const scope = scopes.get(sessionHash);
    const isRight = ({ rooms: joined }: AppSocket): boolean => scope !== undefined && joined.has(rooms.review(scope));
    for (const id of adapter.rooms.get(rooms.session(sessionHash)) ?? []) {
      const socket = sockets.get(id);
      // Who has it on other sites by now comes back, and hears of those.
      if (socket !== undefined && !isRight(socket)) socket.disconnect(true);
    }
  }
}

/** Cuts readers' sockets whose session is over, as of the last time it was asked. */
function endedReaders(io: AppServer, deps: GatewayDeps, end: (ids: readonly string[]) => void): () => Promise<void> {
  let checkedAt = deps.now();
  return async () => {
    const at = deps.now();
    const isAny = idsIn(io.of('/').adapter.rooms.keys(), rooms.readerSession('')).length > 0;
    if (isAny) end(await deps.readerSessionsEnded(new Date(checkedAt.getTime() - CLOCKS_DIFFER_MS)));
    checkedAt = at;
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
