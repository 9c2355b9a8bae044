import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from './logger.ts';

/** Caches keep a file for a year; whatever leads to one that is no longer of the build is older than this then. Milliseconds. */
const KEPT_MS = 400 * 24 * 3600 * 1000;

/**
 * Lays this build's widget files, whose names hold a hash of their content, beside those of earlier versions: a page that is
 * open or cached during a deployment loads its later parts from the version it began with, and so do pages that pin one. What
 * has not been of a build for 400 days is removed. Without a folder to write to, the service runs all the same.
 * @param from the widget's folder of the build
 * @param to the folder that outlives the build
 * @returns `to`, to be served
 */
export async function keepWidget({ from, to, log }: { from: string; to: string; log: Logger }): Promise<string> {
  try {
    const now = new Date();
    for (const name of await hashedIn(from)) {
      const kept = join(to, name);
      await mkdir(dirname(kept), { recursive: true });
      // Another process may be serving it: there is the whole file under its name, or none.
      await copyFile(join(from, name), `${kept}.part`);
      await utimes(`${kept}.part`, now, now);
      await rename(`${kept}.part`, kept);
    }
    for (const name of await hashedIn(to)) {
      const { mtimeMs } = await stat(join(to, name));
      if (now.getTime() - mtimeMs > KEPT_MS) await rm(join(to, name), { force: true });
    }
  } catch (err) {
    log.warn({ err }, 'the widget of this version could not be kept for the pages that will outlive it');
  }
  return to;
}

async function hashedIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  // Together with what is packed.
  return names.filter((name) => /-[A-Z0-9]{8}\.js(\.br|\.gz)?$/.test(name));
}
