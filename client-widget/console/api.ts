import type { Invite, ModeratorView, SocketTicket } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Decided, Decision, ReviewCard, ReviewPage } from '../../shared/review.ts';

/** Why a request brought nothing: the service said so, in the page's language, or it was never reached. */
export type Trouble = { kind: 'problem'; document: ProblemDocument } | { kind: 'unreachable' };
export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

export interface ConsoleApi {
  session(): Promise<Answer<ModeratorView>>;
  signIn(credentials: { name: string; password: string }): Promise<Answer<ModeratorView>>;
  setUp(form: { code: string; name: string; password: string }): Promise<Answer<ModeratorView>>;
  signOut(): Promise<Answer<null>>;
  invite(): Promise<Answer<Invite>>;
  ticket(): Promise<Answer<SocketTicket>>;
  page(cursor: string | null): Promise<Answer<ReviewPage>>;
  item(id: string): Promise<Answer<ReviewCard>>;
  /** `key` is the decision's own and stays the same however often it is sent. */
  decide(id: string, decision: Decision, key: string): Promise<Answer<Decided>>;
}

export interface ApiOptions {
  /** Language of the sentences the service answers with. */
  lang: () => string;
  /** The session ended while working. */
  onSignedOut: () => void;
}

interface Call {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  key?: string;
  /** A 401 is an ordinary answer here, not the end of a session. */
  isDoor?: boolean;
}

const TIMEOUT_MS = 15_000;

/** The console's own API, same-origin; the session is an HttpOnly cookie no script sees. */
export function createApi({ lang, onSignedOut }: ApiOptions): ConsoleApi {
  async function call<T>(url: string, { method = 'GET', body, key, isDoor = false }: Call = {}): Promise<Answer<T>> {
    const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': lang() };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (key !== undefined) headers['Idempotency-Key'] = key;
    const init: RequestInit = { method, headers, credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT_MS) };
    if (body !== undefined) init.body = JSON.stringify(body);
    const answer = await read<T>(url, init);
    if (!answer.ok && !isDoor && statusOf(answer.trouble) === 401) onSignedOut();
    return answer;
  }

  return {
    session: () => call(routes.session, { isDoor: true }),
    signIn: (body) => call(routes.session, { method: 'POST', body, isDoor: true }),
    setUp: (body) => call(routes.setup, { method: 'POST', body, isDoor: true }),
    signOut: () => call(routes.session, { method: 'DELETE', isDoor: true }),
    invite: () => call(routes.invites, { method: 'POST', body: {} }),
    ticket: () => call(routes.socketTicket, { method: 'POST', body: {} }),
    page: (cursor) => call(path(routes.review, {}, { cursor: cursor ?? undefined })),
    item: (commentId) => call(path(routes.reviewItem, { commentId })),
    decide: (commentId, body, key) => call(path(routes.decision, { commentId }), { method: 'POST', body, key }),
  };
}

/** The status of a refusal, null when nobody answered. */
export function statusOf(trouble: Trouble): number | null {
  return trouble.kind === 'problem' ? trouble.document.status : null;
}

/** The fresh card a refused decision comes with, if any. */
export function cardOf(trouble: Trouble): ReviewCard | null {
  if (trouble.kind !== 'problem') return null;
  const { card } = trouble.document;
  return typeof card === 'object' && card !== null && 'id' in card && 'verdict' in card ? (card as ReviewCard) : null;
}

async function read<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: body as T };
    if (isProblem(body)) return { ok: false, trouble: { kind: 'problem', document: body } };
  } catch {
    // No connection, a timeout, or a page of some proxy in between: the service itself was not reached.
  }
  return { ok: false, trouble: { kind: 'unreachable' } };
}

function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;
}
