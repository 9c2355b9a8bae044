import type { z } from 'zod';
import type { ModeratorView } from '../../shared/identity.ts';
import type { Site } from '../../shared/site.ts';
import type { Caller } from '../sites/sites.ts';
import type { PersonDoc } from '../storage/people.ts';

/** What a request is after it passed the door: parsed, checked, and with the caller known. */
export interface Call<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  /** The client's Idempotency-Key, where a route takes one. */
  key: string | undefined;
  /** A keyed hash of the caller's network prefix; null for this machine itself. */
  address: string | null;
  /** The same for telling clients apart; never null, never stored. */
  client: string;
  /** What the caller's program says it is; empty if it says nothing. */
  userAgent: string;
  /** Which page, at which address of this service, the request comes from. */
  caller: Caller;
}

/** What a handler answers; the door writes it. */
export interface Answer<Body = unknown> {
  status: number;
  body?: Body;
  headers?: Record<string, string>;
  /** The body piece by piece, instead of `body`, for what is too long to be held in memory. */
  stream?: AsyncGenerator<string, void>;
}

export interface Shapes<Params, Query, Body> {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
}

/** How a route appears in the API description. */
export interface About {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  tag: 'threads' | 'readers' | 'review' | 'people' | 'console' | 'service';
  summary: string;
  description?: string;
  /** Whether the route takes an Idempotency-Key. */
  idempotent?: boolean;
  /** Answers take longer than others by nature, since much has to be counted. */
  slow?: true;
  /** Schema of the body by success status, null for none; `alsoAs` is a type the same can be had as that is not JSON, or the only one. */
  answers: Record<number, { description: string; schema: z.ZodType | null; alsoAs?: string }>;
}

interface Base<Params, Query, Body> extends About, Shapes<Params, Query, Body> {}

/** A route of a site's pages: the site exists and allows the caller's origin. */
export interface SiteRoute<Params, Query, Body> extends Base<Params, Query, Body> {
  who: 'anyone';
  handle: (call: Call<Params, Query, Body> & { site: Site }) => Promise<Answer>;
}
/** The same for a reader who has shown a token of that site. */
export interface ReaderOfSiteRoute<Params, Query, Body> extends Base<Params, Query, Body> {
  who: 'reader-of-site';
  handle: (call: Call<Params, Query, Body> & { site: Site; person: PersonDoc }) => Promise<Answer>;
}
/** The same for whoever may have shown one; a token that is nothing counts as none. */
export interface PerhapsReaderRoute<Params, Query, Body> extends Base<Params, Query, Body> {
  who: 'perhaps-reader';
  handle: (call: Call<Params, Query, Body> & { site: Site; person: PersonDoc | null }) => Promise<Answer>;
}
/** A route about the reader themselves, whichever site they are of; `session` is the one they are signed in by, null for a guest. */
export interface ReaderRoute<Params, Query, Body> extends Base<Params, Query, Body> {
  who: 'reader';
  handle: (
    call: Call<Params, Query, Body> & { site: Site; person: PersonDoc; session: string | null },
  ) => Promise<Answer>;
}
/** A route of the console before sign-in; `session` is the secret of one that somebody still brings, good or not. */
export interface VisitorRoute<Params, Query, Body> extends Base<Params, Query, Body> {
  who: 'visitor';
  handle: (call: Call<Params, Query, Body> & { session: string | null }) => Promise<Answer>;
}
/** A route of the console. */
export interface ModeratorRoute<Params, Query, Body> extends Base<Params, Query, Body> {
  who: 'moderator';
  /** Whether it is also for who has to set up a second factor before anything else. */
  settingUp?: true;
  /** Whether a password is hashed on the way. */
  hashes?: true;
  handle: (call: Call<Params, Query, Body> & { moderator: ModeratorView; session: string }) => Promise<Answer>;
}

export type AnyRoute<Params, Query, Body> =
  | SiteRoute<Params, Query, Body>
  | ReaderOfSiteRoute<Params, Query, Body>
  | PerhapsReaderRoute<Params, Query, Body>
  | ReaderRoute<Params, Query, Body>
  | VisitorRoute<Params, Query, Body>
  | ModeratorRoute<Params, Query, Body>;

/** A route whose types have done their work. */
export type Route = AnyRoute<never, never, never>;

/** Declares a route; the handler sees exactly what the schemas let through. */
export function route<Params = unknown, Query = unknown, Body = unknown>(
  declared: AnyRoute<Params, Query, Body>,
): Route {
  return declared as unknown as Route;
}
