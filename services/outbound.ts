import { lookup as lookUpName } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './outbound-address.ts';

/** What a whole call may take, name and connection included, milliseconds. */
const PATIENCE_MS = 5000;
const ANSWER_MAX_BYTES = 256 * 1024;
const USER_AGENT = 'Tribune';

/** One call to an address outside. */
export interface OutboundCall {
  url: string;
  method: 'GET' | 'POST';
  /** Sent as JSON unless the headers say otherwise. */
  body?: string;
  /** By lower-case name, beside those of every call. */
  headers?: Readonly<Record<string, string>>;
}

export type OutboundFault =
  /** It is no https address that could be called, or carries a password. */
  | 'not-callable'
  /** The name leads, or may lead, to a place that is not on the public internet. */
  | 'not-public'
  | 'unresolved'
  | 'too-slow'
  | 'too-large'
  /** The answer leads elsewhere, where we do not go. */
  | 'redirected'
  /** No connection, or one that broke. */
  | 'unreachable';

export type OutboundAnswer =
  | { ok: true; status: number; type: string; body: string }
  | { ok: false; fault: OutboundFault; detail: string };

/** The one way out: whatever is fetched from, or sent to, an address that somebody typed goes by here. */
export interface Outbound {
  /** Never throws. */
  call: (call: OutboundCall) => Promise<OutboundAnswer>;
  /** Whether an address could be called, as far as can be seen from it without asking where its name leads. */
  mayCall: (url: string) => boolean;
}

interface Resolved {
  address: string;
  family: number;
}

export interface OutboundOptions {
  /** Hosts inside the house with their port, as "chat.internal:8065": called wherever they are, over http, too. */
  allow: readonly string[];
  /** Every address of a name; rejects if there is none. */
  resolve?: (name: string) => Promise<Resolved[]>;
  patienceMs?: number;
}

class Fault extends Error {
  readonly fault: OutboundFault;

  constructor(fault: OutboundFault, detail: string) {
    super(detail);
    this.fault = fault;
  }
}

/**
 * Resolves the name itself, refuses it if one of its addresses is not public, and connects to the very addresses it has looked at,
 * so that a name that changes in between changes nothing (DNS rebinding). Redirects are not followed, nothing is remembered.
 */
export function createOutbound({ allow, resolve = addressesOf, patienceMs = PATIENCE_MS }: OutboundOptions): Outbound {
  const call: Outbound['call'] = async (call) => {
    const signal = AbortSignal.timeout(patienceMs);
    try {
      const url = callable(call.url, allow);
      const addresses = await Promise.race([resolved(url, { allow, resolve }), expiry(signal)]);
      const answer = await send({ url, call, addresses, signal });
      const { statusCode: status = 0 } = answer;
      if (status >= 300 && status < 400) {
        answer.destroy();
        throw new Fault('redirected', `answered ${status}, and redirects are not followed`);
      }
      return { ok: true, status, type: answer.headers['content-type'] ?? '', body: await bodyOf(answer) };
    } catch (error) {
      if (signal.aborted) return { ok: false, fault: 'too-slow', detail: `no answer within ${patienceMs / 1000} s` };
      if (error instanceof Fault) return { ok: false, fault: error.fault, detail: error.message };
      const { code, message } = error as NodeJS.ErrnoException;
      return { ok: false, fault: 'unreachable', detail: code ?? message };
    }
  };
  return { call, mayCall: (url) => isCallable(url, allow) };
}

function isCallable(text: string, allow: readonly string[]): boolean {
  try {
    const url = callable(text, allow);
    const host = hostOf(url);
    return isIP(host) === 0 || isAllowed(url, allow) || isPublicAddress(host);
  } catch {
    return false;
  }
}

/** The brackets of an IPv6 address are not part of it. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function isAllowed({ hostname, port, protocol }: URL, allow: readonly string[]): boolean {
  return allow.includes(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`);
}

function callable(text: string, allow: readonly string[]): URL {
  if (!URL.canParse(text)) throw new Fault('not-callable', 'no address');
  const url = new URL(text);
  const { protocol, username, password, hostname } = url;
  if (protocol !== 'https:' && !(protocol === 'http:' && isAllowed(url, allow)))
    throw new Fault('not-callable', 'only https addresses are called');
  if (username !== '' || password !== '' || hostname === '')
    throw new Fault('not-callable', 'an address with a name or password in it is not called');
  return url;
}

async function resolved(
  url: URL,
  { allow, resolve }: Required<Pick<OutboundOptions, 'allow' | 'resolve'>>,
): Promise<Resolved[]> {
  const host = hostOf(url);
  const family = isIP(host);
  const addresses =
    family !== 0
      ? [{ address: host, family }]
      : await resolve(host).catch(() => {
          throw new Fault('unresolved', `nothing is known by the name ${host}`);
        });
  if (addresses.length === 0) throw new Fault('unresolved', `nothing is known by the name ${host}`);
  if (!isAllowed(url, allow) && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new Fault('not-public', `${host} is not on the public internet`);
  return addresses;
}

function addressesOf(name: string): Promise<Resolved[]> {
  return lookUpName(name, { all: true, verbatim: true });
}

function expiry(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new Error('too slow'));
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
  });
}

/** The name stays in Host and in the handshake; only where it leads is settled by now. */
function send(from: {
  url: URL;
  call: OutboundCall;
  addresses: readonly Resolved[];
  signal: AbortSignal;
}): Promise<IncomingMessage> {
  const { url, call, addresses, signal } = from;
  const [first] = addresses;
  const lookup: LookupFunction = (_, options, done) => {
    if (options.all === true) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
  const body = call.body === undefined ? null : Buffer.from(call.body);
  const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    method: call.method,
    agent: false, // a connection of its own, closed after it
    headers: {
      'user-agent': USER_AGENT,
      accept: 'application/json, text/plain;q=0.9, */*;q=0.1',
      ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }),
      ...call.headers,
    },
    lookup,
    signal,
  });
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // It stays: what breaks once the answer has begun is told here as well.
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

async function bodyOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > ANSWER_MAX_BYTES) throw new Fault('too-large', `answered more than ${ANSWER_MAX_BYTES / 1024} KB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
