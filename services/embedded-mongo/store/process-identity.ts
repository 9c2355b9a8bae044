import { readFileSync, readlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

/** When a process started, in a form that differs for another process with the same number; undefined if it is gone. */
export function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    try {
      // Field 22 of /proc/<pid>/stat; the name in field 2 may itself hold spaces and brackets (man 5 proc).
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Tells this machine's process numbers from another's: the boot and the process namespace (a container has its own). */
export function processSpace(): string {
  if (process.platform !== 'linux') return process.platform;
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}
