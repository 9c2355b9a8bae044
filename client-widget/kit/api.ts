import type { FieldProblem, ProblemCode, ProblemDocument } from '../../shared/problem.ts';
import { setClock } from './clock.ts';

/**
 * A problem the service answered with: `detail` is a sentence in the page's language, `fields` say what to correct. It takes
 * its status from the document, so that no page carries the registry of all codes.
 */
export class ApiProblem extends Error {
  declare readonly code: ProblemCode;
  declare readonly status: number;
  declare readonly detail: string;
  declare readonly fields: readonly FieldProblem[];
  declare readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    const { code, status, detail, errors = [] } = document;
    super(code);
    Object.assign(this, { code, status, detail, fields: errors, document });
  }
}

/** No answer came: the network is down, the request took too long, or something between us and the service replied. */
export class Unreachable extends Error {}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Bearer token. Left out for public reads, so that they stay cacheable. */
  token?: string | null;
  /** The same for every retry of the same post; makes a post safe to send again. */
  idempotencyKey?: string;
  /** Milliseconds for one attempt; 10,000 unless told. */
  timeout?: number;
}

export interface ApiOptions {
  /** Origin of the service, without a slash at the end; '' on the service's own pages. */
  base: string;
  /** BCP 47 tag the sentences of problems should come in. */
  lang: () => string;
  credentials?: RequestCredentials;
}

/** Calls a path of the service and gives the parsed JSON. Throws ApiProblem or Unreachable, nothing else. */
export type Api = <T>(path: string, call?: Call) => Promise<T>;

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 300;
/** A wait longer than this is for the reader to decide. */
const LONGEST_WAIT_MS = 2000;

export function createApi(options: ApiOptions): Api {
  return async <T>(path: string, call: Call = {}): Promise<T> => {
    const { method = 'GET', idempotencyKey } = call;
    const safe = method !== 'POST' || idempotencyKey !== undefined;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once<T>(options, path, call);
      } catch (error) {
        const wait = FIRST_WAIT_MS * 3 ** (attempt - 1);
        if (!safe || attempt === ATTEMPTS || !isPassing(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  };
}

/** Whether trying again by ourselves, at once, is likely to help. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiProblem)
    return error.status === 503 && (error.document.retryAfter ?? 0) * 1000 <= LONGEST_WAIT_MS;
  return navigator.onLine;
}

async function once<T>({ base, lang, credentials = 'omit' }: ApiOptions, path: string, call: Call): Promise<T> {
  const { method = 'GET', body, token, idempotencyKey, timeout = 10_000 } = call;
  const headers: Record<string, string> = { 'Accept-Language': lang() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  let status: number;
  let answer: unknown;
  try {
    const response = await fetch(base + path, {
      method,
      headers,
      credentials,
      signal: AbortSignal.timeout(timeout),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    setClock(response);
    status = response.status;
    answer = status === 204 ? null : await response.json();
  } catch (cause) {
    throw new Unreachable(undefined, { cause });
  }
  if (status < 400) return answer as T;
  if (isProblem(answer)) throw new ApiProblem(answer);
  throw new Unreachable(String(status));
}

/** Whether an answer is the service's own, and not that of something before it. */
function isProblem(answer: unknown): answer is ProblemDocument {
  return (answer as Partial<ProblemDocument> | null)?.type?.startsWith?.('urn:tribune:problem:') === true;
}

/** A fresh Idempotency-Key. Works on plain-http pages too, where crypto.randomUUID does not exist. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
