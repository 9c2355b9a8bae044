import { CommandError } from '../errors.ts';
import { AGGREGATE_COMMANDS } from './aggregate.ts';
import { CATALOGUE_COMMANDS } from './catalogue.ts';
import type { Command, ConnectionContext } from './command.ts';
import { COUNT_COMMANDS } from './count.ts';
import { EXPLAIN_COMMANDS } from './explain.ts';
import { FIND_AND_MODIFY_COMMANDS } from './find-and-modify.ts';
import { FIND_COMMANDS } from './find.ts';
import { DIAGNOSTIC_COMMANDS } from './diagnostics.ts';
import { HELLO_COMMANDS } from './hello.ts';
import { Request } from './request.ts';
import { SESSION_COMMANDS, sessionOf } from './sessions.ts';
import { STATS_COMMANDS } from './stats.ts';
import { WRITE_COMMANDS } from './write.ts';
import type { Message } from '../wire/message.ts';

interface Registered {
  readonly command: Command;
  readonly fields: ReadonlySet<string>;
}

const COMMANDS = new Map<string, Registered>();
for (const command of [
  ...HELLO_COMMANDS,
  ...SESSION_COMMANDS,
  ...DIAGNOSTIC_COMMANDS,
  ...FIND_COMMANDS,
  ...WRITE_COMMANDS,
  ...FIND_AND_MODIFY_COMMANDS,
  ...COUNT_COMMANDS,
  ...AGGREGATE_COMMANDS,
  ...CATALOGUE_COMMANDS,
  ...EXPLAIN_COMMANDS,
  ...STATS_COMMANDS,
]) {
  const fields = new Set(command.fields);
  for (const name of command.names) COMMANDS.set(name, { command, fields });
}

/** Runs the command of a message. @throws CommandError 59 for one that does not exist, and what the command throws */
export async function runCommand(message: Message, context: ConnectionContext): Promise<Buffer> {
  const registered = COMMANDS.get(message.name);
  if (registered === undefined) throw new CommandError(59, `no such command: '${message.name}'`);
  const request = new Request(message);
  request.check(registered.fields);
  const session = sessionOf(request);
  if (session !== undefined) context.cursors.refreshSessions([session]);
  const life = { session, noTimeout: request.name === 'find' && request.flag('noCursorTimeout') };
  return registered.command.run(request, { ...context, life });
}
