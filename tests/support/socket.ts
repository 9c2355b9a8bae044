import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, HandshakeAuth, ServerToClient } from '../../shared/realtime.ts';
import { until } from './until.ts';

type Name = keyof ServerToClient;
type News<N extends Name> = Parameters<ServerToClient[N]>[0];

/** A second real client: it keeps what it hears, in order, and a test waits until it has heard it. */
export interface Listener {
  socket: Socket<ServerToClient, ClientToServer>;
  heard: { name: Name; news: unknown }[];
  /** What was said of the threads it has joined as it connected. */
  joined: News<'joined'> | null;
  all<N extends Name>(name: N): News<N>[];
  /** Resolves with the first news of a name that fits, which may have come already. */
  hear<N extends Name>(name: N, fits?: (news: News<N>) => boolean): Promise<News<N>>;
  close(): void;
}

const NAMES: readonly Exclude<Name, 'joined'>[] = [
  'comment:published',
  'comment:removed',
  'reaction:changed',
  'rating:changed',
  'votes:counted',
  'thread:paced',
  'comment:decided',
  'standing:changed',
  'notification:created',
  'notification:read',
  'review:opened',
  'review:closed',
  'review:claimed',
  'review:figures',
  'bulk:progress',
  'heat:changed',
];

/** Connects, and joins a thread with that if one is named. */
export async function listen(url: string, said: HandshakeAuth, thread?: string): Promise<Listener> {
  const auth = thread === undefined ? said : { ...said, threads: [thread] };
  const socket: Listener['socket'] = io(url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
  const heard: Listener['heard'] = [];
  for (const name of NAMES) socket.on(name, (news: unknown) => void heard.push({ name, news }));
  const joined = await new Promise<Listener['joined']>((resolve, reject) => {
    if (auth.threads === undefined) socket.once('connect', () => resolve(null));
    else socket.once('joined', resolve);
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
  const all = <N extends Name>(name: N): News<N>[] =>
    heard.filter((item) => item.name === name).map((item) => item.news as News<N>);
  return {
    socket,
    heard,
    joined,
    all,
    hear: (name, fits = () => true) => until(() => all(name).find(fits), `${name} on a socket`),
    close: () => void socket.close(),
  };
}
