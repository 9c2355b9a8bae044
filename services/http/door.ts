import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { ModeratorView } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { Holder, Readers } from '../identity/readers.ts';
import type { OriginWatch } from '../sites/origin-watch.ts';
import { allowsOrigin, isOwnPage, type Caller, type Sites } from '../sites/sites.ts';
import type { PersonDoc } from '../storage/people.ts';
import type { Site } from '../../shared/site.ts';
import type { Answer, Call, Route } from './call.ts';
import { hashAddress, isLoopback } from './client-address.ts';
import { DEADLINE_MS, PASSWORD_DEADLINE_MS, SLOW_DEADLINE_MS, withDeadline } from './deadline.ts';
import type { Lanes } from './lanes.ts';
import { sendPieces } from './stream.ts';
import { validate } from './validate.ts';

export interface DoorDeps {
  sites: Sites;
  /** Hears which pages use which site. */
  origins: Pick<OriginWatch, 'note'>;
  readers: Readers;
  sessions: Pick<Sessions, 'bySession'>;
  serviceKey: string;
  /** Moderators' requests, each moderator's a few at a time. */
  lanes: Lanes;
  cookieName: string;
  publicOrigin: () => string;
  now: () => Date;
}

const NO_QUERY = z.strictObject({});

type AnyCall = Call<unknown, unknown, unknown>;
type AnyHandle = (call: AnyCall & Record<string, unknown>) => Promise<Answer>;

/** Turns a declared route into a handler: who is calling, may they, is the request in order; then the use case. */
export function openDoor(deps: DoorDeps, declared: Route): RequestHandler {
  const { params, body } = declared;
  const query: z.ZodType = declared.query ?? NO_QUERY;
  const handle = declared.handle as unknown as AnyHandle;
  const deadline = deadlineOf(declared);
  const answer = async (req: Request, res: Response): Promise<Answer> => {
    const until = performance.now() + deadline;
    const caller = callerOf(req);
    if (declared.who === 'visitor' || declared.who === 'moderator') {
      res.set('Cross-Origin-Resource-Policy', 'same-origin');
      requireOwnPage(deps, req, caller);
    }
    const checkedParams: unknown = validate(params, req.params);
    const extra = await identify(deps, { declared, req, res, params: checkedParams, caller });
    const address = addressOf(deps, req);
    const userAgent = req.get('user-agent') ?? '';
    const call = {
      params: checkedParams,
      query: validate(query, req.query),
      body: validate(body, body === undefined || mayDoWithout(body, req) ? undefined : jsonBody(req)),
      key: declared.idempotent ? keyOf(req) : undefined,
      address: isLoopback(req.ip ?? '') ? null : address,
      client: `${address}\n${userAgent}`,
      userAgent,
      caller,
      ...extra,
    };
    const moderator = extra['moderator'] as ModeratorView | undefined;
    return moderator === undefined ? handle(call) : deps.lanes.run(moderator.id, until, () => handle(call));
  };
  return async (req, res) => {
    await write(res, await withDeadline(answer(req, res), deadline));
  };
}

function deadlineOf(declared: Route): number {
  const { who, slow } = declared;
  if (who === 'visitor' || (who === 'moderator' && declared.hashes)) return PASSWORD_DEADLINE_MS;
  return slow === true ? SLOW_DEADLINE_MS : DEADLINE_MS;
}

async function identify(
  deps: DoorDeps,
  from: { declared: Route; req: Request; res: Response; params: unknown; caller: Caller },
): Promise<Record<string, unknown>> {
  const { declared, req, res, params, caller } = from;
  switch (declared.who) {
    case 'anyone':
      return { site: await siteOf(deps, params, { res, caller }) };
    case 'reader-of-site': {
      const site = await siteOf(deps, params, { res, caller });
      const { person } = await holder(deps, req);
      if (person.siteId !== site.id) throw new Problem('token-invalid');
      return { site, person };
    }
    case 'perhaps-reader': {
      const site = await siteOf(deps, params, { res, caller });
      return { site, person: await perhapsHolder(deps, req) };
    }
    case 'reader': {
      if (!(await deps.sites.anyAllows(caller))) throw new Problem('origin-not-allowed');
      allow(res, caller);
      const { person, session } = await holder(deps, req);
      const site = await deps.sites.byId(person.siteId);
      if (site === null || !allowsOrigin(site, caller)) throw new Problem('origin-not-allowed');
      return { site, person, session };
    }
    case 'moderator': {
      const session = cookieOf(req, deps.cookieName);
      if (session === null) throw new Problem('token-missing');
      const { settingUp = false } = declared;
      return { moderator: await deps.sessions.bySession(session, { settingUp }), session };
    }
    case 'visitor':
      return { session: cookieOf(req, deps.cookieName) };
  }
}

/** The site of a request whose origin it allows. */
export async function siteOf(
  deps: Pick<DoorDeps, 'sites' | 'origins'>,
  params: unknown,
  { res, caller }: { res: Response; caller: Caller },
): Promise<Site> {
  const site = await deps.sites.byId((params as { siteId: string }).siteId);
  if (site === null) throw new Problem('unknown-site');
  const isAllowed = allowsOrigin(site, caller);
  if (caller.origin !== undefined) deps.origins.note(site.id, caller.origin, isAllowed);
  if (!isAllowed) throw new Problem('origin-not-allowed');
  allow(res, caller);
  return site;
}

export function callerOf(req: Request): Caller {
  return { origin: req.get('origin'), host: req.get('host') };
}

/** Lets the page at the caller's origin read the answer (Fetch standard, CORS protocol). */
function allow(res: Response, { origin }: Caller): void {
  if (origin !== undefined) res.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Date' });
}

async function holder(deps: DoorDeps, req: Request): Promise<Holder> {
  const header = req.get('authorization');
  if (header === undefined) throw new Problem('token-missing');
  const token = /^Bearer ([A-Za-z0-9._-]{1,2000})$/.exec(header)?.[1];
  if (token === undefined) throw new Problem('token-invalid');
  return deps.readers.authenticate(token);
}

async function perhapsHolder(deps: DoorDeps, req: Request): Promise<PersonDoc | null> {
  try {
    return (await holder(deps, req)).person;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/**
 * A request that comes with the console's cookie must come from the service's own pages, one that only reads, too: a browser
 * sends a cookie that is kept from other sites along from a publisher's page on the same site, whose scripts cannot read the
 * answer, but see how long a search takes.
 */
function requireOwnPage(deps: DoorDeps, req: Request, caller: Caller): void {
  const site = req.get('sec-fetch-site');
  if (!isOwnPage(caller, deps.publicOrigin()) || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    throw new Problem('origin-not-allowed');
}

/** Whether a request came without a body where the route has a default for it. */
function mayDoWithout(schema: z.ZodType, req: Request): boolean {
  const isEmpty = Number(req.get('content-length') ?? 0) === 0 && req.get('transfer-encoding') === undefined;
  return isEmpty && schema.safeParse(undefined).success;
}

function jsonBody(req: Request): unknown {
  if (req.is('application/json') !== false) return req.body as unknown;
  throw new Problem(req.get('content-type') === undefined ? 'invalid-json' : 'unsupported-media-type');
}

function keyOf(req: Request): string | undefined {
  const key = req.get('idempotency-key');
  if (key !== undefined && !/^[A-Za-z0-9_-]{8,100}$/.test(key)) throw new Problem('idempotency-key-invalid');
  return key;
}

function addressOf(deps: DoorDeps, req: Request): string {
  return hashAddress(req.ip ?? '', deps.serviceKey, deps.now());
}

/** One cookie's value (RFC 6265); null if it was not sent. */
export function cookieOf(req: { headers: { cookie?: string | undefined } }, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined && value !== '') return value;
  }
  return null;
}

async function write(res: Response, { status, body, headers = {}, stream }: Answer): Promise<void> {
  res.set({ 'Cache-Control': 'no-store', ...headers }).status(status);
  if (stream !== undefined) await sendPieces(res, stream);
  else if (body === undefined) res.end();
  else res.json(body);
}
