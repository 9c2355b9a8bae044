import { BSON } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import { IDLE_MS, SESSION_MS } from './cursors.ts';
import { FEATURE_VERSION } from './hello.ts';
import { type Command, ok } from './command.ts';
import type { Request } from './request.ts';

/** What shells and tools ask a server before anything else; none of it holds more than this store has to say. */
function requireAdmin(request: Request): void {
  if (request.db !== 'admin') throw new CommandError(13, `${request.name} may only be run against the admin database.`);
}

/** The parameters there are, in MongoDB's names. */
const PARAMETERS: Readonly<Record<string, unknown>> = {
  featureCompatibilityVersion: { version: FEATURE_VERSION },
  authenticationMechanisms: [],
  cursorTimeoutMillis: IDLE_MS,
  localLogicalSessionTimeoutMinutes: SESSION_MS / 60_000,
  ttlMonitorSleepSecs: 60,
};
/** The one that can be set, until the store ends. */
const SETTABLE = 'ttlMonitorEnabled';

const getParameter: Command = {
  names: ['getParameter'],
  fields: ['allParameters', 'showDetails', SETTABLE, ...Object.keys(PARAMETERS)],
  run: (request, { store }) => {
    requireAdmin(request);
    const all = request.raw('getParameter')?.type === BSON.string || request.flag('allParameters');
    const now = { ...PARAMETERS, [SETTABLE]: store.expires };
    const wanted = Object.entries(now).filter(([name]) => all || request.has(name));
    if (wanted.length === 0) throw new CommandError(72, 'no option found to get');
    return ok(Object.fromEntries(wanted));
  },
};

const setParameter: Command = {
  names: ['setParameter'],
  fields: [SETTABLE],
  run: (request, { store }) => {
    requireAdmin(request);
    if (!request.has(SETTABLE)) throw new CommandError(72, `only ${SETTABLE} can be set here`);
    const was = store.expires;
    store.expires = request.flag(SETTABLE);
    return ok({ was });
  },
};

const LOGS = ['global', 'startupWarnings'];

/** The store keeps no lines in memory; what it has to say goes to its parent's log. */
const getLog: Command = {
  names: ['getLog'],
  fields: [],
  run: (request) => {
    requireAdmin(request);
    const name = request.string('getLog') ?? '';
    if (name === '*') return ok({ names: LOGS });
    if (!LOGS.includes(name)) throw new CommandError(96, `No log named '${name}'`);
    return ok({ totalLinesWritten: 0, log: [] });
  },
};

const getCmdLineOpts: Command = {
  names: ['getCmdLineOpts'],
  fields: [],
  run: (request) => {
    requireAdmin(request);
    return ok({ argv: [], parsed: {} });
  },
};

/** Usage by collection is not counted; an empty table is what MongoDB shows just after its start. */
const top: Command = {
  names: ['top'],
  fields: [],
  run: (request) => {
    requireAdmin(request);
    return ok({ totals: { note: 'all times in microseconds' } });
  },
};

const whatsMyUri: Command = {
  names: ['whatsmyuri'],
  fields: [],
  run: (_request, { connectionId }) => ok({ you: `connection ${connectionId}` }),
};

/** Tells shells that this is no member of a replica set. */
const replSetGetStatus: Command = {
  names: ['replSetGetStatus'],
  fields: ['initialSync'],
  run: (request) => {
    requireAdmin(request);
    throw new CommandError(76, 'not running with --replSet');
  },
};

export const DIAGNOSTIC_COMMANDS: readonly Command[] = [
  ...[getParameter, setParameter, getLog, getCmdLineOpts],
  ...[top, whatsMyUri, replSetGetStatus],
];
