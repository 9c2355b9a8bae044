import { hostname, totalmem, cpus } from 'node:os';
import { MAX_DOCUMENT_BYTES } from '../store/documents.ts';
import { MAX_MESSAGE_BYTES } from '../wire/framing.ts';
import { type Command, ok } from './command.ts';

/** The MongoDB whose behaviour this server follows. */
const VERSION = '7.0.14';
export const FEATURE_VERSION = VERSION.split('.').slice(0, 2).join('.');
const WIRE_VERSION = 21;
const MAX_WRITE_BATCH = 100_000;

const hello: Command = {
  names: ['hello', 'isMaster', 'ismaster'],
  fields: [
    'client',
    'compression',
    'helloOk',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'topologyVersion',
    'maxAwaitTimeMS',
    'loadBalanced',
    'backpressure',
  ],
  run: (request, { connectionId }) =>
    ok({
      helloOk: true,
      ...(request.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: MAX_WRITE_BATCH,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    }),
};

const ping: Command = { names: ['ping'], fields: [], run: () => ok() };

const buildInfo: Command = {
  names: ['buildInfo', 'buildinfo'],
  fields: [],
  run: () =>
    ok({
      version: VERSION,
      versionArray: VERSION.split('.').map(Number).concat(0),
      gitVersion: 'embedded',
      modules: [],
      javascriptEngine: 'none',
      bits: 64,
      debug: false,
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      storageEngines: ['lmdb'],
    }),
};

const hostInfo: Command = {
  names: ['hostInfo'],
  fields: [],
  run: () =>
    ok({
      system: {
        currentTime: new Date(),
        hostname: hostname(),
        cpuAddrSize: 64,
        memSizeMB: Math.round(totalmem() / 1024 / 1024),
        numCores: cpus().length,
      },
      os: { type: process.platform, name: process.platform, version: '' },
      extra: {},
    }),
};

const connectionStatus: Command = {
  names: ['connectionStatus'],
  fields: ['showPrivileges'],
  run: (request) => {
    const privileges = request.flag('showPrivileges') ? { authenticatedUserPrivileges: [] } : {};
    return ok({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], ...privileges } });
  },
};

const serverStatus: Command = {
  names: ['serverStatus'],
  // Every section may be switched on or off; none of them has more than this to say.
  fields: ['repl', 'metrics', 'locks', 'tcmalloc', 'opcounters', 'connections', 'network', 'mem'],
  run: (_request, { started, cursors, connected }) => {
    const { rss } = process.memoryUsage();
    return ok({
      host: hostname(),
      version: VERSION,
      process: 'embedded-mongo',
      pid: process.pid,
      uptime: (Date.now() - started) / 1000,
      localTime: new Date(),
      mem: { bits: 64, resident: Math.round(rss / 1024 / 1024), supported: true },
      connections: { current: connected() },
      metrics: { cursor: { open: { total: cursors.size } } },
      storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
    });
  },
};

export const HELLO_COMMANDS: readonly Command[] = [hello, ping, buildInfo, hostInfo, connectionStatus, serverStatus];
