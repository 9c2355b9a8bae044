import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Random } from './random.ts';

/** What reached the kernel, in the order in which the calls ended. `through` writes are durable when they return. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer; readonly through: boolean }
  | { readonly kind: 'truncate'; readonly size: number }
  | { readonly kind: 'sync' }
  | { readonly kind: 'note'; readonly text: string };

/** What a disk writes whole or not at all. */
const SECTOR_BYTES = 512;
const CALLS = 'openat,close,lseek,write,pwrite64,writev,pwritev,fdatasync,fsync,msync,ftruncate';

/** Whether system calls can be recorded here: strace is installed, and allowed to trace. */
export function canRecord(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

/**
 * Runs a program and records every write and sync of one file, and every write to `notes`.
 * @throws Error with what the program printed, when it fails, or wrote by a call that is not understood
 */
export async function record(
  program: readonly string[],
  { file, notes, log }: { file: string; notes: string; log: string },
): Promise<DiskEvent[]> {
  const paths = ['-P', file, '-P', notes];
  const options = ['-f', '-qq', '-y', '-xx', '-s', '16777216', '-o', log, '-e', `trace=${CALLS}`, ...paths];
  const { status, stderr } = spawnSync('strace', [...options, ...program], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the recorded program failed: ${stderr}`);
  const reader = new TraceReader(notes);
  for await (const line of createInterface({ input: createReadStream(log) })) reader.line(line);
  return reader.events;
}

/** Reads the lines strace prints. */
class TraceReader {
  readonly events: DiskEvent[] = [];
  private readonly unfinished = new Map<string, string>();
  private readonly position = new Map<string, number>();
  private readonly through = new Set<string>();
  private readonly notes: string;

  constructor(notes: string) {
    this.notes = notes;
  }

  line(line: string): void {
    const [, thread, rest] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    if (thread === undefined || rest === undefined || rest.startsWith('+++') || rest.startsWith('---')) return;
    const cut = rest.indexOf(' <unfinished ...>');
    if (cut >= 0) {
      this.unfinished.set(thread, rest.slice(0, cut));
      return;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest);
    this.call(resumed === null ? rest : `${this.unfinished.get(thread) ?? ''}${resumed[1]!}`);
  }

  private call(text: string): void {
    const name = text.slice(0, text.indexOf('('));
    const result = Number(/\) += (-?\d+)[^=]*$/.exec(text)?.[1]);
    if (Number.isNaN(result)) throw new Error(`not understood: ${text.slice(0, 100)}`);
    if (result < 0) return;
    const fd = /\((\d+)/.exec(text)?.[1] ?? '';
    if (name === 'openat') {
      const opened = String(result);
      this.position.set(opened, 0);
      if (/O_D?SYNC/.test(text)) this.through.add(opened);
      else this.through.delete(opened);
      return;
    }
    if (text.includes(hex(this.notes))) this.note(text);
    else this.disk(name, fd, text, result);
  }

  private note(text: string): void {
    this.events.push({ kind: 'note', text: Buffer.concat(buffersIn(text)).toString() });
  }

  private disk(name: string, fd: string, text: string, result: number): void {
    const at = this.position.get(fd) ?? 0;
    if (name === 'lseek') this.position.set(fd, result);
    else if (name === 'fdatasync' || name === 'fsync' || name === 'msync') this.events.push({ kind: 'sync' });
    else if (name === 'ftruncate') this.events.push({ kind: 'truncate', size: Number(/, (\d+)\)/.exec(text)?.[1]) });
    else if (name !== 'close') {
      const bytes = Buffer.concat(buffersIn(text)).subarray(0, result);
      const positioned = name.startsWith('pwrite');
      const offset = positioned ? Number(/, (\d+)\) += /.exec(text)?.[1]) : at;
      if (!positioned) this.position.set(fd, at + result);
      this.events.push({ kind: 'write', at: offset, bytes, through: this.through.has(fd) });
    }
  }
}

function hex(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** The data among the arguments; paths stand in angle brackets and are not quoted. */
function buffersIn(text: string): Buffer[] {
  return [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, bytes]) =>
    Buffer.from(bytes!.replaceAll('\\x', ''), 'hex'),
  );
}

/**
 * The file as a power cut during event `cut` may leave it: what was synced is there; of every other write, and of the
 * one under way, each sector by itself is there or not, whatever the order. With `lying`, nothing is ever synced.
 */
export function imageAfterCut(events: readonly DiskEvent[], cut: number, random: Random, lying = false): Buffer {
  const past = events.slice(0, cut + 1);
  const lastSync = lying ? -1 : past.findLastIndex((event, i) => event.kind === 'sync' && i < cut);
  const size = Math.max(0, ...past.map((event) => (event.kind === 'write' ? event.at + event.bytes.length : 0)));
  const image = Buffer.alloc(size);
  let end = 0;
  const odds = random.pick([0.1, 0.5, 0.9]);
  past.forEach((event, i) => {
    if (event.kind === 'truncate') end = Math.max(end, event.size);
    if (event.kind !== 'write') return;
    const durable = i < lastSync || (event.through && i < cut && !lying);
    for (let from = 0; from < event.bytes.length; from += SECTOR_BYTES) {
      if (!durable && !random.chance(odds)) continue;
      const piece = event.bytes.subarray(from, from + SECTOR_BYTES);
      piece.copy(image, event.at + from);
      end = Math.max(end, event.at + from + piece.length);
    }
  });
  return image.subarray(0, end);
}
