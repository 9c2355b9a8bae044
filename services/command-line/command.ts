import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Terminal } from './terminal.ts';

/** One command of `tribune`. */
export interface Command {
  /** As typed: 'store check'. */
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Everything else `--help` says. */
  readonly details: string;
  /**
   * Runs with the arguments behind the name.
   * @returns the exit code: 0, or 1 when something is wrong with what was looked at
   * @throws UsageError, or an error that `complaint` or its message explains
   */
  readonly run: (args: string[], terminal: Terminal) => Promise<number>;
}

/** The command line cannot be understood; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command cannot do what it was asked to; the message says why and what to do. Exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and positional arguments of a command. @throws UsageError for one it does not know */
export function readArguments<O extends Options>(
  args: string[],
  options: O,
  positionals = 0,
): ReturnType<typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>> {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (parsed.positionals.length > positionals)
    throw new UsageError(`Unexpected argument '${parsed.positionals[positionals] ?? ''}'.`);
  return parsed;
}
