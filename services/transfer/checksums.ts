import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DumpError } from './dump-error.ts';

/** Beside the databases, as `sha256sum -c` reads it; mongorestore passes it over. */
const CHECKSUMS = 'SHA256SUMS';

/** Writes down what every file of a dump is, since BSON itself does not tell one text from another. */
export async function writeChecksums(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const lines: string[] = [];
  for (const file of files) lines.push(`${await checksumOf(join(folder, file))}  ${file}\n`);
  writeFileSync(join(folder, CHECKSUMS), lines.join(''), { flush: true });
}

/**
 * Holds every file of a dump against what it was when it was written. A dump of mongodump has nothing to be held against.
 * @throws DumpError naming the first file that is another one, or gone
 */
export async function verifyChecksums(folder: string): Promise<void> {
  const list = join(folder, CHECKSUMS);
  if (!existsSync(list)) return;
  for (const line of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const [, checksum, file = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (checksum === undefined) throw new DumpError(`${list} is damaged. Nothing was loaded.`);
    const path = join(folder, file);
    if (!existsSync(path)) throw new DumpError(`${path} is missing. Nothing was loaded.`);
    if ((await checksumOf(path)) !== checksum)
      throw new DumpError(`${path} is damaged: it is not what was exported. Nothing was loaded.`);
  }
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
