import type { IncomingMessage } from 'node:http';
import type { DefaultEventsMap, ExtendedError, Server, Socket } from 'socket.io';
import { z } from 'zod';
import { threadKeySchema } from '../../shared/comment.ts';
import type { PersonId } from '../../shared/ids.ts';
import { JOINED_AT_ONCE_MAX } from '../../shared/limits.ts';
import { Problem, type ProblemDocument } from '../../shared/problem.ts';
import type { ClientToServer, ServerToClient } from '../../shared/realtime.ts';
import { idSchema } from '../../shared/shapes.ts';
import type { Site } from '../../shared/site.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Readers } from '../identity/readers.ts';
import { allowsOrigin, isOwnPage, type Caller, type Sites } from '../sites/sites.ts';
import { rooms } from './broadcast.ts';
import { callerOf } from './remote.ts';

export interface HandshakeDeps {
  sites: Sites;
  readers: Readers;
  sessions: Pick<Sessions, 'byTicket'>;
  /** An error as the same document HTTP would answer. */
  problemDocument: (error: unknown, acceptLanguage: string | undefined) => ProblemDocument;
  publicOrigin: () => string;
}

interface SocketData {
  site: Site | null;
  /** The rooms that are for this person, or this session of theirs, alone. */
  own: readonly string[];
  /** The console's window this is the socket of. */
  desk: string | null;
  acceptLanguage: string | undefined;
  /** What `joined` says as soon as it is let in, JSON. */
  joined: string | null;
}

export type AppServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type AppSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

const handshakeSchema = z.strictObject({
  site: z.string().max(63).optional(),
  token: z.string().max(2000).nullish(),
  threads: z.array(threadKeySchema).max(JOINED_AT_ONCE_MAX).optional(),
  since: z.array(z.int().min(0).nullable()).max(JOINED_AT_ONCE_MAX).optional(),
  ticket: z.string().max(200).optional(),
  desk: idSchema.optional(),
});

/** Whether a page may open a socket at all. */
export async function admits(deps: HandshakeDeps, caller: Caller): Promise<boolean> {
  return isOwnPage(caller, deps.publicOrigin()) || deps.sites.anyAllows(caller);
}

/** What a reader has said at the handshake: for themselves, and where they listen. */
export interface Arrival {
  site: Site;
  personId: PersonId | null;
  threads: readonly string[] | null;
  /** The last change they have seen of each of these, in the same order; null or left out for one they were not in. */
  since: readonly (number | null)[];
}

/**
 * Who a new socket is: a moderator with a ticket, or a reader of a site, perhaps with a token.
 * @returns null for a moderator
 * @throws Problem `validation-failed`, `origin-not-allowed`, `unknown-site`, and what is wrong with the ticket or token
 */
export async function authenticate(deps: HandshakeDeps, socket: AppSocket): Promise<Arrival | null> {
  const { auth, headers } = socket.handshake;
  const acceptLanguage = headers['accept-language'];
  socket.data = { site: null, own: [], desk: null, acceptLanguage, joined: null };
  const said = handshakeSchema.safeParse(auth);
  if (!said.success) throw new Problem('validation-failed');
  const { site: siteId, token, threads = null, since = [], ticket, desk } = said.data;
  const caller = callerOf(socket.handshake);
  if (ticket !== undefined) {
    if (!isOwnPage(caller, deps.publicOrigin())) throw new Problem('origin-not-allowed');
    const { moderator, sessionHash } = await deps.sessions.byTicket(ticket);
    await socket.join([rooms.review(moderator.sites), rooms.session(sessionHash)]);
    socket.data.desk = desk ?? null;
    return null;
  }
  const site = siteId === undefined ? null : await deps.sites.byId(siteId);
  if (site === null) throw new Problem('unknown-site');
  if (!allowsOrigin(site, caller)) throw new Problem('origin-not-allowed');
  socket.data.site = site;
  return { site, threads, since, personId: token == null ? null : await joinPerson(deps, socket, site, token) };
}

/**
 * Lets a socket hear what is for one person alone, and nobody else.
 * @throws Problem `token-invalid`, `token-expired`, `session-ended`
 */
export async function joinPerson(deps: HandshakeDeps, socket: AppSocket, site: Site, token: string): Promise<PersonId> {
  const { person, session } = await deps.readers.authenticate(token);
  if (person.siteId !== site.id) throw new Problem('token-invalid');
  const own = [rooms.person(person._id), ...(session === null ? [] : [rooms.readerSession(session)])];
  for (const room of socket.data.own) if (!own.includes(room)) await socket.leave(room);
  socket.data.own = own;
  await socket.join(own);
  return person._id;
}

/** Why a socket is refused, as Socket.IO sends it. */
export function refusal(deps: HandshakeDeps, socket: AppSocket, error: unknown): ExtendedError {
  const document = deps.problemDocument(error, socket.data.acceptLanguage);
  return Object.assign(new Error(document.code), { data: document });
}

/**
 * Lets go of what a handshake came with, once all that is wanted of it has been read: there are many sockets, most of them idle, and
 * each would keep its request with all headers as long as it lasts.
 */
export function forgetHandshake(socket: AppSocket): void {
  const { conn, request } = socket;
  Object.assign(socket, { handshake: null });
  Object.assign(conn, { request: null });
  // Whoever polls may still be answered on this very request.
  if (conn.transport.name === 'websocket') forgetHeaders(request);
}

/** Something in the engine keeps the request itself. */
function forgetHeaders(request: IncomingMessage): void {
  Object.assign(request, { headers: NOTHING, rawHeaders: NONE });
}

const NOTHING = Object.freeze({});
const NONE: readonly string[] = [];
