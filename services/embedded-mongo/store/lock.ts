import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { processSpace, startOf } from './process-identity.ts';

/** Another process serves this folder. */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError';
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`the store in ${folder} is in use by process ${pid}`);
    this.folder = folder;
    this.pid = pid;
  }
}

interface Holder {
  readonly pid: number;
  readonly start: string;
  readonly parent: number;
  readonly parentStart: string;
  readonly space: string;
}

/** A holder in another container cannot be looked up; it is alive while it touches its file. */
const BEAT_MS = 1_000;
const DEAD_AFTER_MS = 4_000;
/** After a crash of its parent a child needs a moment to go. */
const PATIENCE_MS = 5_000;
const RETRY_MS = 50;

/** A held lock; `release` gives it up. */
export interface FolderLock {
  release(): void;
}

/**
 * Locks a folder for this process. Node has no flock, so: lock files are numbered, and whoever creates the next number
 * (link(2) fails if it exists) while the highest one belongs to a dead process holds the lock. The highest number is
 * never removed by anyone else, so that two who start together, or one who has slept over it, cannot both win.
 * @throws StoreInUseError when the holder lives: at once if its parent lives too, else after five seconds
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const patience = Date.now() + PATIENCE_MS;
  for (;;) {
    const highest = Math.max(0, ...lockNumbers(folder));
    const holder = highest === 0 ? undefined : readHolder(folder, highest);
    if (holder === undefined || !isAlive(folder, highest, holder)) {
      if (tryTake(folder, highest + 1)) return hold(folder, highest + 1);
    } else if (isSettled(holder) || Date.now() > patience) throw new StoreInUseError(folder, holder.pid);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

function fileOf(folder: string, number: number): string {
  return join(folder, `lock.${number}`);
}

function lockNumbers(folder: string): number[] {
  return readdirSync(folder).flatMap((name) => (/^lock\.[1-9]\d*$/.test(name) ? [Number(name.slice(5))] : []));
}

function readHolder(folder: string, number: number): Holder | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(folder, number), 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(folder: string, number: number, holder: Holder): boolean {
  if (holder.space === processSpace()) return startOf(holder.pid) === holder.start;
  try {
    return Date.now() - statSync(fileOf(folder, number)).mtimeMs < DEAD_AFTER_MS;
  } catch {
    return false;
  }
}

/** Whether the holder will not go away by itself: the process that started it is still there. */
function isSettled(holder: Holder): boolean {
  return holder.space === processSpace() && holder.parent > 1 && startOf(holder.parent) === holder.parentStart;
}

function tryTake(folder: string, number: number): boolean {
  const own: Holder = {
    pid: process.pid,
    start: startOf(process.pid) ?? '',
    parent: process.ppid,
    parentStart: startOf(process.ppid) ?? '',
    space: processSpace(),
  };
  // Written aside and linked, so that nobody ever reads half a lock.
  const aside = join(folder, `taking.${randomUUID()}`);
  writeFileSync(aside, JSON.stringify(own), { mode: 0o600 });
  try {
    linkSync(aside, fileOf(folder, number));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(aside);
  }
  const others = lockNumbers(folder);
  if (others.some((other) => other > number)) {
    unlinkSync(fileOf(folder, number));
    return false;
  }
  for (const other of others) if (other < number) removeQuietly(fileOf(folder, other));
  for (const name of readdirSync(folder)) if (name.startsWith('taking.')) removeIfOld(join(folder, name));
  return true;
}

function hold(folder: string, number: number): FolderLock {
  const file = fileOf(folder, number);
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // The folder is gone or read-only; the next write will say so.
    }
  }, BEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      // Emptied, not removed: the highest number must stay (see above). An empty lock has no holder.
      writeFileSync(file, '');
    },
  };
}

function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // Someone else was quicker.
  }
}

/** Leftovers of a process killed while taking the lock. */
function removeIfOld(file: string): void {
  try {
    if (Date.now() - statSync(file).mtimeMs > 60_000) unlinkSync(file);
  } catch {
    // Someone else was quicker.
  }
}
