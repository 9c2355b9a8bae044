import { parseArgs } from 'node:util';

/** How the store's process was told to run: on a socket file, or on a TCP port of 127.0.0.1 (0: a free one). */
export interface ServeOptions {
  readonly path: string;
  readonly socket: string | undefined;
  readonly port: number | undefined;
}

/** The command line cannot be understood; the message says why and how it is used. */
export class OptionError extends Error {
  override readonly name = 'OptionError';

  constructor(why: string) {
    super(`${why}\nUsage: npm run embedded-mongo -- --path DIR [--port N | --socket FILE]`);
  }
}

/** A unix socket's path must fit into sockaddr_un (108 bytes with its zero). */
export const MAX_SOCKET_PATH = 107;

/** Reads the arguments behind the script's name. @throws OptionError */
export function readOptions(args: string[]): ServeOptions {
  const { path, socket, port } = parse(args);
  if (path === undefined || path === '') throw new OptionError('--path is missing: the folder of the store.');
  if (socket !== undefined && port !== undefined)
    throw new OptionError('--port and --socket exclude each other: give one of them.');
  if (socket !== undefined && (socket === '' || Buffer.byteLength(socket) > MAX_SOCKET_PATH))
    throw new OptionError(`--socket takes a path of at most ${MAX_SOCKET_PATH} bytes.`);
  if (socket !== undefined) return { path, socket, port: undefined };
  const number = port ?? '0';
  if (!/^\d{1,5}$/.test(number) || Number(number) > 65_535)
    throw new OptionError(`--port takes a number from 0 (a free one) to 65535, not '${number}'.`);
  return { path, socket: undefined, port: Number(number) };
}

function parse(args: string[]): { path?: string | undefined; socket?: string | undefined; port?: string | undefined } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { path: text, socket: text, port: text } }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}
