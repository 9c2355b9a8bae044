import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A folder is not what was asked for; the message says what to give instead. */
export class StoreFolderError extends Error {
  override readonly name = 'StoreFolderError';
}

const DATA_FILE = 'data.mdb';

/** The file of the LMDB environment in a store's folder. */
export function dataFile(folder: string): string {
  return join(folder, DATA_FILE);
}

/**
 * The absolute path of a store that exists.
 * @throws StoreFolderError when there is none: the folder is missing, is the data folder around a store, or another one
 */
export function existingStore(folder: string): string {
  const path = resolve(folder);
  if (!isFolder(path)) throw new StoreFolderError(`There is no folder ${path}. Please give the folder of a store.`);
  if (existsSync(dataFile(path))) return path;
  refuseAround(path);
  throw new StoreFolderError(
    `There is no store in ${path}: it has no ${DATA_FILE}. Please give the folder of a store.`,
  );
}

/**
 * The absolute path of a folder that holds a store or can take one.
 * @throws StoreFolderError when it is a file, the data folder around a store, or holds something else
 */
export function storeOrNew(folder: string): string {
  const path = resolve(folder);
  if (!existsSync(path)) return path;
  if (!isFolder(path)) throw new StoreFolderError(`${path} is a file. Please give a folder.`);
  if (existsSync(dataFile(path))) return path;
  refuseAround(path);
  const foreign = readdirSync(path).find((name) => !/^(lock|taking)\.|^(run|format\.json(\.new)?)$/.test(name));
  if (foreign === undefined) return path;
  throw new StoreFolderError(
    `${path} holds other things (${foreign}) and no store. Please give the folder of a store, or an empty one.`,
  );
}

/** People know the data folder; the store is one level below. */
function refuseAround(path: string): void {
  const inside = join(path, 'store');
  if (!existsSync(dataFile(inside))) return;
  throw new StoreFolderError(`${path} is the data folder; its store is in ${inside}. Please give that one.`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
