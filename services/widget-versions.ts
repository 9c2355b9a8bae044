import { copyFile, mkdir, readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Logger } from './logger.ts';

/** Caches keep a file for a year; whatever leads to one that is no longer of the build is older than this then. Milliseconds. */
const KEPT_MS = 400 * 24 * 3600 * 1000;

/**
 * Whether a file of the widget is of one version for ever: the version, a hash of all its files, is at the end of its name or the
 * name of its folder (tools/one-version.mjs). Together with what is packed.
 */
export const isOfOneVersion = (path: string): boolean =>
  /(-[A-Z0-9]{8}|(^|[\\/])[A-Z0-9]{8}[\\/][\w-]+)\.js(\.br|\.gz)?$/.test(path);

/**
 * Lays this build's widget files, which are called after its version, beside those of earlier versions: a page that is
 * open or cached during a deployment loads its later parts from the version it began with, and so do pages that pin one. What
 * has not been of a build for 400 days is removed. Without a folder to write to, the service runs all the same.
 * @param from the widget's folder of the build
 * @param to the folder that outlives the build
 * @returns `to`, to be served
 */
export async function keepWidget({ from, to, log }: { from: string; to: string; log: Logger }): Promise<string> {
  try {
    const now = new Date();
    const names = await filesIn(from);
    await Promise.all([...new Set(names.map(dirname))].map((folder) => mkdir(join(to, folder), { recursive: true })));
    await Promise.all(names.map((name) => keepFile(join(from, name), join(to, name), now)));
    for (const name of await filesIn(to)) {
      const { mtimeMs } = await stat(join(to, name));
      if (now.getTime() - mtimeMs <= KEPT_MS) continue;
      await rm(join(to, name), { force: true });
      // The folder goes with the last of its files; with others in it, it stays.
      await rmdir(dirname(join(to, name))).catch(() => undefined);
    }
  } catch (err) {
    log.warn({ err }, 'the widget of this version could not be kept for the pages that will outlive it');
  }
  return to;
}

/** Lays a file there, or says that the one that is there is still of a build. */
async function keepFile(built: string, kept: string, now: Date): Promise<void> {
  const [{ size }, there] = await Promise.all([stat(built), stat(kept).catch(() => null)]);
  // What is called after its content has it, but for what a power cut has left.
  if (there?.size === size) return utimes(kept, now, now);
  // Another process may be serving it: there is the whole file under its name, or none.
  await copyFile(built, `${kept}.part`);
  await utimes(`${kept}.part`, now, now);
  await rename(`${kept}.part`, kept);
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter(isOfOneVersion);
}
