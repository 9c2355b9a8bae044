import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The layout of tables and keys this version reads and writes. */
export const FORMAT_VERSION = 1;

/** The folder was written by a newer version of this program. */
export class FolderVersionError extends Error {
  override readonly name = 'FolderVersionError';
  readonly folder: string;
  readonly version: number;

  constructor(folder: string, version: number) {
    super(`the store in ${folder} has format ${version}; this program knows formats up to ${FORMAT_VERSION}`);
    this.folder = folder;
    this.version = version;
  }
}

/** Notes the format in a new folder, and checks it in an old one. @throws FolderVersionError */
export function checkFormat(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'format.json');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, JSON.stringify({ version: FORMAT_VERSION }));
    renameSync(`${file}.new`, file);
    return;
  }
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown };
  if (typeof version !== 'number' || version > FORMAT_VERSION) throw new FolderVersionError(folder, Number(version));
}
