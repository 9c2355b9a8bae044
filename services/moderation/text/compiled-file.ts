import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Compiled } from './compile.ts';

/** Beside the compiled JavaScript, written by the build. */
const FILE = new URL('lexicons.bin', import.meta.url);

/** What the build writes: V8's own format, in which arrays of numbers are copied as they are. */
export function toFile(compiled: Compiled): Buffer {
  return serialize(compiled);
}

/** The lexicons the build compiled; null where there was no build, as in tests that run from the sources. */
export async function readCompiled(): Promise<Compiled | null> {
  try {
    return deserialize(await readFile(FILE)) as Compiled;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
