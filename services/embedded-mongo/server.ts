import { chmodSync, lstatSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { ConnectionContext } from './commands/command.ts';
import { failure } from './commands/command.ts';
import { Cursors } from './commands/cursors.ts';
import { runCommand } from './commands/registry.ts';
import { CommandError } from './errors.ts';
import type { Store } from './store/store.ts';
import { Framer } from './wire/framing.ts';
import { encodeReply, MessageError, parseMessage } from './wire/message.ts';

export interface Listen {
  readonly socket?: string | undefined;
  readonly port?: number | undefined;
}

type Report = (error: unknown) => void;

/** A listening server. */
export interface StoreServer {
  readonly cursors: Cursors;
  /** The TCP port, 0 on a unix socket. */
  readonly port: number;
  /** Takes no more connections, lets commands under way finish, closes everything. */
  close(): Promise<void>;
}

const SWEEP_MS = 30_000;

/** Serves a store on a unix socket or on 127.0.0.1. `report` hears of errors that are no client's fault. */
export async function serve(store: Store, listen: Listen, report: Report): Promise<StoreServer> {
  const cursors = new Cursors();
  const connections = new Set<Connection>();
  let lastId = 0;
  const started = Date.now();
  const server = createServer((socket) => {
    const context = { store, cursors, started, connectionId: ++lastId, connected: () => connections.size };
    const connection = new Connection(socket, context, report, () => connections.delete(connection));
    connections.add(connection);
  });
  if (listen.socket !== undefined) await removeStale(listen.socket);
  await bind(server, listen);
  if (listen.socket !== undefined) chmodSync(listen.socket, 0o600);
  const expiry = setInterval(() => cursors.expire(), SWEEP_MS);
  expiry.unref();
  const address = server.address();
  return {
    cursors,
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      clearInterval(expiry);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([...connections].map((connection) => connection.drain()));
      await closed;
    },
  };
}

/** Removes what a server that was killed left behind; a socket somebody listens on, or another file, stays. */
async function removeStale(socket: string): Promise<void> {
  const there = lstatSync(socket, { throwIfNoEntry: false });
  if (there?.isSocket() !== true || (await isServed(socket))) return;
  unlinkSync(socket);
}

function isServed(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once('error', () => resolve(false));
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
  });
}

function bind(server: Server, { socket, port = 0 }: Listen): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const ready = (): void => {
      server.off('error', reject);
      resolve();
    };
    if (socket !== undefined) server.listen(socket, ready);
    else server.listen(port, '127.0.0.1', ready);
  });
}

/** More waiting messages than this on one connection, and it is not read from until they are answered. */
const MAX_WAITING = 64;

/** One client: its messages are answered one after another. */
class Connection {
  private readonly framer = new Framer();
  private readonly waiting: Buffer[] = [];
  private working: Promise<void> | undefined;
  private nextReply = 1;
  private readonly socket: Socket;
  private readonly context: ConnectionContext;
  private readonly report: Report;

  constructor(socket: Socket, context: ConnectionContext, report: Report, onClose: () => void) {
    this.socket = socket;
    this.context = context;
    this.report = report;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', onClose);
  }

  /** Waits for the command under way, then closes. */
  async drain(): Promise<void> {
    this.socket.pause();
    this.waiting.length = 0;
    await this.working;
    this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    try {
      this.waiting.push(...this.framer.push(chunk));
    } catch {
      this.socket.destroy();
      return;
    }
    if (this.waiting.length > MAX_WAITING) this.socket.pause();
    if (this.working !== undefined || this.waiting.length === 0) return;
    this.working = this.work().finally(() => {
      this.working = undefined;
      this.socket.resume();
    });
  }

  private async work(): Promise<void> {
    for (let bytes = this.waiting.shift(); bytes !== undefined; bytes = this.waiting.shift()) {
      if (this.socket.destroyed) return;
      try {
        await this.answer(bytes);
      } catch (error) {
        // Only a message that makes no sense at all gets here: there is nothing to answer.
        if ((error as Error).name !== 'FramingError') this.report(error);
        this.socket.destroy();
        return;
      }
    }
  }

  private async answer(bytes: Buffer): Promise<void> {
    let to: { requestId: number; legacy: boolean; silent?: boolean };
    let body: Buffer;
    try {
      const message = parseMessage(bytes);
      to = message;
      body = await runCommand(message, this.context).catch((error: unknown) => this.failed(error));
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      to = error;
      body = failure(error.cause);
    }
    if (to.silent === true) return;
    const [head, document] = encodeReply(to, this.nextReply++, body);
    this.socket.cork();
    this.socket.write(head);
    const roomy = this.socket.write(document);
    this.socket.uncork();
    if (!roomy) await this.drained();
  }

  private failed(error: unknown): Buffer {
    if (!(error instanceof CommandError)) this.report(error);
    return failure(error);
  }

  /** A client that does not read its replies is not given more of them. */
  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.socket.off('drain', done);
        this.socket.off('close', done);
        resolve();
      };
      this.socket.on('drain', done);
      this.socket.on('close', done);
    });
  }
}
