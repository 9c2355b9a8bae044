import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MAX_SOCKET_PATH } from './options.ts';
import type { FromChild, Report, ToChild } from './protocol.ts';
import { FolderVersionError } from './store/format.ts';
import { StoreInUseError } from './store/lock.ts';

export { FolderVersionError, StoreInUseError };

/** Where the parent says what happens to the child; a pino logger is one. */
export interface StoreLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface StoreOptions {
  /** The folder of the store; made when it does not exist. */
  readonly path: string;
  /** The built JavaScript of main.ts. */
  readonly entry: string;
  readonly log: StoreLog;
  /** Called each time the child ends without having been told to, with its code or signal. */
  readonly onExit?: (how: { code: number | null; signal: NodeJS.Signals | null }) => void;
  /** Called with what the store's process reports: the progress of long work, a clock that jumped. It is logged too. */
  readonly onReport?: (report: Report) => void;
}

/** The running store. */
export interface StoreChild {
  /** For the MongoDB driver; stays the same when the child is started again. */
  readonly uri: string;
  /** The process serving at this moment. */
  readonly pid: number;
  /** Ends the child gracefully; resolves when it is gone. */
  stop(): Promise<void>;
  /** The child has died; the store does not answer until `onUp`. */
  onDown(listener: () => void): void;
  /** A new child listens. */
  onUp(listener: () => void): void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;
const STOP_MS = 8_000;

/**
 * Starts the store as a child process and keeps it running. Resolves when it listens.
 * @throws StoreInUseError, FolderVersionError, or an Error when the child cannot start
 */
export async function startStore(options: StoreOptions): Promise<StoreChild> {
  const path = resolve(options.path);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const place = socketPlace(path);
  const watched = new Watched({ ...options, path }, place.socket);
  try {
    await watched.start();
  } catch (error) {
    place.remove();
    throw error;
  }
  return {
    uri: `mongodb://${encodeURIComponent(place.socket)}/tribune`,
    get pid() {
      return watched.pid;
    },
    stop: async () => {
      await watched.stop();
      place.remove();
    },
    onDown: (listener) => void watched.down.push(listener),
    onUp: (listener) => void watched.up.push(listener),
  };
}

/** Where the socket goes: into the store's folder, or a private temporary one when that path is too long. */
function socketPlace(path: string): { socket: string; remove: () => void } {
  const folder = join(path, 'run');
  const socket = join(folder, 'mongo.sock');
  if (Buffer.byteLength(socket) <= MAX_SOCKET_PATH) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    return { socket, remove: () => undefined };
  }
  // mkdtemp makes its folder 0700.
  const temporary = mkdtempSync(join(tmpdir(), 'store-'));
  const remove = (): void => rmSync(temporary, { recursive: true, force: true });
  return { socket: join(temporary, 'mongo.sock'), remove };
}

/** The child, started again whenever it dies. */
class Watched {
  readonly down: (() => void)[] = [];
  readonly up: (() => void)[] = [];
  private child: ChildProcess | undefined;
  private stopping = false;
  private pause = FIRST_PAUSE_MS;
  private timer: NodeJS.Timeout | undefined;
  private readonly options: StoreOptions;
  private readonly socket: string;

  constructor(options: StoreOptions, socket: string) {
    this.options = options;
    this.socket = socket;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Forks the child; resolves when it listens. */
  async start(): Promise<void> {
    const { path, entry, log } = this.options;
    const child = fork(entry, ['--path', path, '--socket', this.socket], {
      execArgv: [],
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child = child;
    child.on('message', (message: FromChild) => {
      if (message.kind === 'report') this.heard(message.report, child.pid);
    });
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => log.error({ pid: child.pid }, `store: ${text.trim()}`));
    const born = Date.now();
    let listening = false;
    const gone = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        reject(new Error(`the store ended before it listened (${signal ?? code ?? ''})`));
        if (listening) this.died(born, code, signal);
      });
    });
    await Promise.race([firstWord(child, path), gone]);
    listening = true;
    gone.catch(() => undefined);
    log.info({ pid: child.pid, path }, 'store is listening');
  }

  private heard(report: Report, pid: number | undefined): void {
    this.options.log[report.level]({ pid, ...report.fields }, `store: ${report.message}`);
    this.options.onReport?.(report);
  }

  private died(born: number, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.stopping) return;
    this.options.log.error({ code, signal }, 'store died; starting it again');
    for (const listener of this.down) listener();
    this.options.onExit?.({ code, signal });
    if (Date.now() - born > LONGEST_PAUSE_MS) this.pause = FIRST_PAUSE_MS;
    this.again();
  }

  private again(): void {
    this.timer = setTimeout(() => {
      this.start().then(
        () => {
          for (const listener of this.up) listener();
        },
        (error: unknown) => {
          if (this.stopping) return;
          this.options.log.error({ err: error }, 'store did not start; trying again');
          this.again();
        },
      );
    }, this.pause);
    this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise<void>((done) => child.once('exit', () => done()));
    const stop: ToChild = { kind: 'stop' };
    if (child.connected) child.send(stop);
    else child.kill('SIGKILL');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(late);
  }
}

/** The child gets none of the parent's secrets, and none of its Node options. */
function childEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'LD_LIBRARY_PATH'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Resolves when the child says that it listens. @throws what it says instead */
function firstWord(child: ChildProcess, folder: string): Promise<void> {
  return new Promise((done, reject) => {
    child.on('message', (message: FromChild) => {
      switch (message.kind) {
        case 'listening':
          return done();
        case 'in-use':
          return reject(new StoreInUseError(folder, message.pid));
        case 'version':
          return reject(new FolderVersionError(folder, message.version));
        case 'failed':
          return reject(new Error(`the store did not start: ${message.message}`));
        case 'report':
          return;
      }
    });
  });
}
