import { BSON, bytesOf, type RawValue } from '../bson/raw.ts';
import { elementsOf, fieldsOf } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { type Command, ok } from './command.ts';
import type { Request } from './request.ts';

/** The id of the session a command belongs to, as text; undefined when it names none. */
export function sessionOf(request: Request): string | undefined {
  const lsid = request.object('lsid');
  return lsid === undefined ? undefined : idIn(lsid);
}

function idIn(lsid: RawValue): string | undefined {
  const id = fieldsOf(lsid).get('id');
  return id === undefined ? undefined : bytesOf(id).toString('latin1');
}

/** The sessions a command like endSessions names. @throws CommandError 14 */
function sessionsOf(request: Request): string[] {
  const named = request.raw(request.name);
  if (named?.type !== BSON.array) throw new CommandError(14, `BSON field '${request.name}' must be an array`);
  return elementsOf(named).flatMap((one) => {
    const id = one.type === BSON.object ? idIn(one) : undefined;
    return id === undefined ? [] : [id];
  });
}

const end: Command = {
  names: ['endSessions', 'killSessions'],
  fields: [],
  run: (request, { cursors }) => {
    cursors.endSessions(new Set(sessionsOf(request)));
    return ok();
  },
};

const refresh: Command = {
  names: ['refreshSessions'],
  fields: [],
  run: (request, { cursors }) => {
    cursors.refreshSessions(sessionsOf(request));
    return ok();
  },
};

/** All sessions of users, and there are no users. */
const killAll: Command = { names: ['killAllSessions'], fields: [], run: () => ok() };

export const SESSION_COMMANDS: readonly Command[] = [end, refresh, killAll];
