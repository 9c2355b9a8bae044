import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { until } from './until.ts';

const MAIN = join(resolve(import.meta.dirname, '../..'), 'dist/bin/main.js');

export interface ServiceProcess {
  child: ChildProcess;
  url: string;
  /** Of the link that makes the first moderator; null once there is one. */
  setupCode: string | null;
  output(): string;
  /** Ends it the hard way and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/**
 * The built service as its users run it, in a process of its own.
 * @throws Error with what it printed, if it ends before it is ready
 */
export async function startProcess(dataDir: string, env: Record<string, string> = {}): Promise<ServiceProcess> {
  let output = '';
  const child = spawn(process.execPath, [MAIN], {
    cwd: dataDir, // no .env of the developer
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      DATA_DIR: dataDir,
      COMMENTS_PER_PERSON: '100000',
      COMMENTS_PER_ADDRESS: '100000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const gone = once(child, 'exit');
  await until(() => output.includes('is ready') || child.exitCode !== null, 'the service starts');
  const url = await until(
    () => /API +(\S+)\/api/.exec(output)?.[1] ?? (child.exitCode === null ? null : 'gone'),
    'the service prints its address',
  );
  if (url === 'gone') throw new Error(output);
  return {
    child,
    url,
    setupCode: /#setup=(\S+)/.exec(output)?.[1] ?? null,
    output: () => output,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
  };
}
