import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The service's own key: the one given, or one made on first start and kept in the data folder, readable by the owner
 * alone. Two processes that start together end up with the same one.
 */
export async function readServiceKey(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'service-key');
  const existing = await readFile(file, 'utf8').catch(() => null);
  if (existing !== null && existing.trim().length >= 32) {
    await chmod(file, 0o600);
    return existing.trim();
  }
  const fresh = randomBytes(32).toString('base64url');
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${fresh}\n`, { mode: 0o600 });
  // A hard link is made or fails as a whole: nobody ever reads half a key, and the first one stays.
  await link(draft, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(draft);
  return (await readFile(file, 'utf8')).trim();
}
