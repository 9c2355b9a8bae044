import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DumpError } from './dump-error.ts';

/** Beside the databases, as `sha256sum -c` reads it; mongorestore passes it over. */
const CHECKSUMS = 'SHA256SUMS';
/** What an import reads of a dump. */
const LOADED = /\.(?:bson|metadata\.json)(?:\.gz)?$/;

/** Writes down what every file of a dump is, since BSON itself does not tell one text from another. */
export async function writeChecksums(folder: string): Promise<void> {
  const lines: string[] = [];
  for (const file of filesIn(folder)) lines.push(`${await checksumOf(join(folder, file))}  ${file}\n`);
  writeFileSync(join(folder, CHECKSUMS), lines.join(''), { flush: true });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Holds every file of a dump against what it was when it was written. A dump of mongodump has nothing to be held against.
 * @throws DumpError naming the first file that is another one, gone, or was not there
 */
export async function verifyChecksums(folder: string): Promise<void> {
  const list = join(folder, CHECKSUMS);
  if (!existsSync(list)) return;
  const unknown = new Set(filesIn(folder).filter((file) => LOADED.test(file)));
  for (const line of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
    const [, checksum, file = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (checksum === undefined) throw new DumpError(`${list} is damaged. Nothing was loaded.`);
    const path = join(folder, file);
    unknown.delete(file);
    if (!existsSync(path)) throw new DumpError(`${path} is missing. Nothing was loaded.`);
    if ((await checksumOf(path)) !== checksum)
      throw new DumpError(`${path} is damaged: it is not what was exported. Nothing was loaded.`);
  }
  for (const file of unknown) throw new DumpError(`${join(folder, file)} was not exported. Nothing was loaded.`);
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
