import { CommandError } from './errors.ts';
import { OptionError } from './options.ts';
import { StoreFolderError } from './store/folder.ts';
import { FolderVersionError } from './store/format.ts';
import { StoreInUseError } from './store/lock.ts';

const DISK_FULL = 'The disk is full. Please make room; nothing that was there is lost.';

/**
 * What went wrong and what to do about it, in words for whoever typed the command; undefined for an error that is not
 * theirs to put right.
 */
export function complaint(error: unknown): string | undefined {
  if (error instanceof OptionError || error instanceof StoreFolderError) return error.message;
  if (error instanceof StoreInUseError)
    return `The store in ${error.folder} is in use by process ${error.pid}. Please stop that process first.`;
  if (error instanceof FolderVersionError)
    return `The store in ${error.folder} has format ${error.version}, which is newer than this program knows. Please use the newer version of the program that wrote it.`;
  if (!(error instanceof Error)) return undefined;
  if (error instanceof CommandError && error.code === 14031) return DISK_FULL;
  const { code, port: number, path, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  // Node says -1 for a socket file.
  const port = number === -1 ? undefined : number;
  const place = path ?? address ?? '';
  switch (code) {
    case 'EADDRINUSE':
      return port === undefined
        ? `Another server listens on ${place}. Please give another --socket.`
        : `Port ${port} is in use. Please give another --port, or 0 for a free one.`;
    case 'EACCES':
    case 'EPERM':
      return port === undefined
        ? `${place} may not be read or written. Please give this user the right to, or choose another place.`
        : `Port ${port} may not be opened by this user. Please give a --port above 1023, or 0 for a free one.`;
    case 'ENOSPC':
      return DISK_FULL;
    case 'EROFS':
      return `${place} is on a read-only file system. Please choose a place that can be written.`;
    default:
      return undefined;
  }
}
