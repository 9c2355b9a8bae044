import { fromObject } from '../bson/writer.ts';
import { CommandError, codeName } from '../errors.ts';
import type { Store } from '../store/store.ts';
import type { CursorLife, Cursors } from './cursors.ts';
import type { Request } from './request.ts';

/** What a connection's commands work with. */
export interface ConnectionContext {
  readonly store: Store;
  readonly cursors: Cursors;
  readonly connectionId: number;
  /** How many clients are connected. */
  readonly connected: () => number;
  readonly started: number;
}

/** What a command works with. */
export interface Context extends ConnectionContext {
  /** How long the cursors it opens live: as long as the request's session, if it is in one. */
  readonly life: CursorLife;
}

/** A command: its names, the fields it knows beside the generic ones, and what it does. */
export interface Command {
  readonly names: readonly string[];
  readonly fields: readonly string[];
  readonly run: (request: Request, context: Context) => Promise<Buffer> | Buffer;
}

/** A successful reply. */
export function ok(fields: Readonly<Record<string, unknown>> = {}): Buffer {
  return fromObject({ ...fields, ok: 1.0 });
}

/** The reply to a failed command, in MongoDB's shape. */
export function failure(error: unknown): Buffer {
  const known = error instanceof CommandError ? error : undefined;
  const code = known?.code ?? 1;
  const errmsg = known?.message ?? 'internal error of the embedded store';
  return fromObject({ ok: 0.0, errmsg, code, codeName: codeName(code), ...known?.extra });
}
