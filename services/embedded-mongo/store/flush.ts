import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Flushes a file, or a folder's list of names, to the disk: a file is not safe before the entry that names it is. */
export function flush(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
