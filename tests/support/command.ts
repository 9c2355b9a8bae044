import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runCommand } from '../../services/command-line/run-command.ts';
import { Terminal } from '../../services/command-line/terminal.ts';
import { ROOT } from './sources.ts';
import { until } from './until.ts';

const TRIBUNE = join(ROOT, 'dist/bin/tribune.js');
const EMBEDDED_MONGO = join(ROOT, 'dist/bin/embedded-mongo.js');

export interface Running {
  readonly child: ChildProcess;
  out(): string;
  err(): string;
  /** Its exit code; null when a signal ended it. */
  readonly code: Promise<number | null>;
}

const started = new Set<ChildProcess>();

/** Ends what a failed test left running, so that the suite ends too. */
export function endStarted(): void {
  for (const child of started) child.kill('SIGKILL');
}

function start(entry: string, args: readonly string[]): Running {
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  child.once('exit', () => started.delete(child));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const code = once(child, 'close').then(([exit]) => exit as number | null);
  return { child, out: () => out, err: () => err, code };
}

/** Starts `tribune` as a process of its own. */
export function startTribune(...args: string[]): Running {
  return start(TRIBUNE, args);
}

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a command of `tribune` to its end, in this process, which saves a start of Node. */
export async function tribune(...args: string[]): Promise<Ended> {
  let [out, err] = ['', ''];
  const terminal = new Terminal({ write: (text) => (out += text) }, { write: (text) => (err += text) });
  const code = await runCommand(args, terminal);
  return { code, out, err };
}

/** The same in a process of its own, as operators do. */
export async function tribuneByItself(...args: string[]): Promise<Ended> {
  const running = startTribune(...args);
  const code = await running.code;
  return { code, out: running.out(), err: running.err() };
}

/** Starts the store alone; resolves when it has printed its URI or has ended. */
export async function serveAlone(
  ...args: string[]
): Promise<Running & { uri: string; stop(): Promise<number | null> }> {
  const running = start(EMBEDDED_MONGO, args);
  await until(() => running.out().includes('\n') || running.child.exitCode !== null, 'it listens or gives up');
  return {
    ...running,
    uri: running.out().trim(),
    stop: () => {
      running.child.kill('SIGTERM');
      return running.code;
    },
  };
}
