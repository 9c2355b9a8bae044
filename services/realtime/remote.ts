import type { Caller } from '../sites/sites.ts';

export type Headers = Record<string, string | string[] | undefined>;

/** Where a connection comes from. */
export interface Remote {
  /** Undefined once the client has gone. */
  remoteAddress: string | undefined;
  request: { headers: Headers };
  /** Polling has no line of its own. */
  transport: { socket?: { terminate(): void } };
}

export function callerOf({ headers }: { headers: Headers }): Caller {
  const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
  return { origin: one(headers.origin), host: one(headers.host) };
}

/** The client's address; behind `trustProxy` proxies, the one the outermost trusted proxy saw. */
export function remoteAddress(trustProxy: number, { request, remoteAddress: direct }: Remote): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return (trustProxy > 0 ? forwarded.at(-trustProxy) : undefined) ?? direct ?? '';
}
