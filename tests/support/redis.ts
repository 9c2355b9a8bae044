import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a Redis is installed here. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  url: string;
  /** A command, as one would type it; its answer as text. */
  ask(...command: string[]): string;
  freeze(): void;
  thaw(): void;
  /** Ends it the hard way; nothing of it is left. */
  kill(): Promise<void>;
  /** Begins again where it was, empty. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A real Redis in a temporary folder, on a free port of this machine alone. */
export async function bootRedis(): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'tribune-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const start = async (): Promise<void> => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', dir];
    child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const chunk of child.stdout!) if (/Ready to accept connections/.test(String(chunk))) break;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    ask: (...command) => spawnSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8' }).stdout.trim(),
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
    kill,
    start,
    async remove() {
      await kill();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
