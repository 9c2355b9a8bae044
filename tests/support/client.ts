import { randomUUID } from 'node:crypto';
import type {
  CommentView,
  EditableComment,
  OwnCommentView,
  ThreadChanges,
  ThreadMine,
  ThreadPage,
} from '../../shared/comment.ts';
import type { Guest, ModeratorView, Role, SocketTicket } from '../../shared/identity.ts';
import type { Inbox } from '../../shared/notification.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { Decided, Decision, ReviewCard, ReviewContext, ReviewPage } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { RatingState } from '../../shared/rating.ts';
import type { Team, TeamMember } from '../../shared/team.ts';
import type { VoiceState } from '../../shared/votes.ts';

export interface Reply<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface RequestOptions {
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request; the body is parsed when it is JSON. */
export async function request<Body>(
  url: string,
  method: string,
  { body, headers = {} }: RequestOptions = {},
): Promise<Reply<Body>> {
  const init: RequestInit = { method, headers: { ...headers } };
  if (body !== undefined) {
    init.body = typeof body === 'string' ? body : JSON.stringify(body);
    init.headers = { 'Content-Type': 'application/json', ...headers };
  }
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

export const SITE = 'demo';

/** A reader of one thread, over HTTP. */
export class Reader {
  readonly url: string;
  readonly name: string;
  readonly thread: string;
  token = '';
  personId = '';

  private constructor(url: string, name: string, thread: string) {
    this.url = url;
    this.name = name;
    this.thread = thread;
  }

  /** A guest with a token. */
  static async guest(url: string, name: string, thread: string): Promise<Reader> {
    const reader = new Reader(url, name, thread);
    const { body } = await request<Guest>(url + path(routes.guests, { siteId: SITE }), 'POST', {
      headers: { 'Idempotency-Key': randomUUID() },
    });
    reader.token = body.token;
    reader.personId = body.personId;
    return reader;
  }

  get auth(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }

  /** Posts; the status says whether it was published (201) or held (202). */
  post(
    text: string,
    { parentId, key = randomUUID() }: { parentId?: string; key?: string } = {},
  ): Promise<Reply<OwnCommentView>> {
    return this.send(
      {
        thread: { key: this.thread },
        author: { name: this.name },
        text,
        ...(parentId === undefined ? {} : { parentId }),
      },
      key,
    );
  }

  /** Sends any body as a comment. */
  send<Body = OwnCommentView>(
    body: unknown,
    key: string = randomUUID(),
    headers: Record<string, string> = {},
  ): Promise<Reply<Body>> {
    return request(this.url + path(routes.comments, { siteId: SITE }), 'POST', {
      body,
      headers: { ...this.auth, 'Idempotency-Key': key, ...headers },
    });
  }

  page(query: { sort?: string; cursor?: string; limit?: number; passage?: string } = {}): Promise<Reply<ThreadPage>> {
    return request(this.url + path(routes.comments, { siteId: SITE }, { thread: this.thread, ...query }), 'GET');
  }

  changes(since: number): Promise<Reply<ThreadChanges>> {
    return request(this.url + path(routes.changes, { siteId: SITE }, { thread: this.thread, since }), 'GET');
  }

  mine(): Promise<Reply<ThreadMine>> {
    return request(this.url + path(routes.mine, { siteId: SITE }, { thread: this.thread }), 'GET', {
      headers: this.auth,
    });
  }

  react(value: 'like' | null): Promise<Reply<{ reactions: { like: number }; reaction: string | null }>> {
    return request(this.url + path(routes.reaction, { siteId: SITE }), 'PUT', {
      body: { thread: { key: this.thread }, value },
      headers: this.auth,
    });
  }

  vote(commentId: string, vote: 'up' | 'down' | null): Promise<Reply<VoiceState & ProblemDocument>> {
    return request(this.url + path(routes.vote, { siteId: SITE, commentId }), 'PUT', {
      body: { vote },
      headers: this.auth,
    });
  }

  reactTo(commentId: string, emoji: string | null): Promise<Reply<VoiceState & ProblemDocument>> {
    return request(this.url + path(routes.emoji, { siteId: SITE, commentId }), 'PUT', {
      body: { emoji },
      headers: this.auth,
    });
  }

  rate(stars: number | null): Promise<Reply<RatingState & ProblemDocument>> {
    return request(this.url + path(routes.rating, { siteId: SITE }), 'PUT', {
      body: { thread: { key: this.thread }, stars },
      headers: this.auth,
    });
  }

  /** Reports a comment; 204 with nothing, or a problem. */
  report(commentId: string, body: unknown = { reason: 'abuse' }, at = this.url): Promise<Reply<ProblemDocument>> {
    return request(at + path(routes.report, { siteId: SITE, commentId }), 'POST', { body, headers: this.auth });
  }

  own(commentId: string): Promise<Reply<EditableComment>> {
    return request(this.url + path(routes.ownComment, { siteId: SITE, commentId }), 'GET', { headers: this.auth });
  }

  edit(commentId: string, text: string, expectedRev = 1): Promise<Reply<OwnCommentView & ProblemDocument>> {
    return request(this.url + path(routes.comment, { siteId: SITE, commentId }), 'PUT', {
      body: { text, expectedRev },
      headers: this.auth,
    });
  }

  withdraw(commentId: string): Promise<Reply<ProblemDocument>> {
    return request(this.url + path(routes.comment, { siteId: SITE, commentId }), 'DELETE', { headers: this.auth });
  }

  appeal(commentId: string, text: string): Promise<Reply<OwnCommentView & ProblemDocument>> {
    return request(this.url + path(routes.appeal, { siteId: SITE, commentId }), 'POST', {
      body: { text },
      headers: this.auth,
    });
  }

  inbox(): Promise<Reply<Inbox>> {
    return request(this.url + path(routes.notifications, {}), 'GET', { headers: this.auth });
  }

  markRead(which: unknown): Promise<Reply<{ unread: number }>> {
    return request(this.url + path(routes.notificationsRead, {}), 'POST', { body: which, headers: this.auth });
  }
}

/** Everything a page shows, branch after branch. */
export function flatten(page: ThreadPage): CommentView[] {
  return page.items.flatMap((branch) => [branch.root, ...branch.replies]);
}

/** A moderator with a session, over HTTP. */
export class Moderator {
  readonly url: string;
  readonly name: string;
  readonly cookie: string;
  readonly view: ModeratorView;

  private constructor(url: string, name: string, cookie: string, view: ModeratorView) {
    this.url = url;
    this.name = name;
    this.cookie = cookie;
    this.view = view;
  }

  /** Redeems a setup or invitation code. */
  static async redeem(url: string, name: string, code: string, password = 'correct horse battery'): Promise<Moderator> {
    const { status, body, headers } = await request<ModeratorView>(url + path(routes.setup, {}), 'POST', {
      body: { code, name, password },
    });
    if (status !== 201) throw new Error(`setup answered ${status}: ${JSON.stringify(body)}`);
    return new Moderator(url, name, headers.get('set-cookie')?.split(';')[0] ?? '', body);
  }

  /** The same member at another of their sessions, perhaps in another process. */
  at(cookie: string, url = this.url): Moderator {
    return new Moderator(url, this.name, cookie, this.view);
  }

  /** The code of an invitation. */
  async inviteCode(role: Role = 'moderator'): Promise<string> {
    const { status, body } = await this.ask<{ url: string }>('POST', routes.invites, { body: { role } });
    if (status !== 201) throw new Error(`invitation answered ${status}`);
    return body.url.split('#invite=')[1] ?? '';
  }

  /** One more member of the team, by an invitation of this one. */
  async invite(name: string, role: Role = 'moderator'): Promise<Moderator> {
    return Moderator.redeem(this.url, name, await this.inviteCode(role));
  }

  team(): Promise<Reply<Team>> {
    return this.ask('GET', routes.team);
  }

  changeRole(of: Moderator, role: Role, before: Role = of.view.role): Promise<Reply<TeamMember & ProblemDocument>> {
    return this.ask('PUT', path(routes.teamMember, { memberId: of.view.id }), { body: { role, before } });
  }

  remove(whom: Moderator): Promise<Reply<ProblemDocument>> {
    return this.ask('DELETE', path(routes.teamMember, { memberId: whom.view.id }));
  }

  ask<Body>(method: string, at: string, options: RequestOptions = {}): Promise<Reply<Body>> {
    return request(this.url + at, method, { ...options, headers: { Cookie: this.cookie, ...options.headers } });
  }

  queue(query: Record<string, string | number | undefined> = {}): Promise<Reply<ReviewPage>> {
    return this.ask('GET', path(routes.review, {}, query));
  }

  decide(commentId: string, decision: Decision, key: string = randomUUID()): Promise<Reply<Decided & ProblemDocument>> {
    return this.ask('POST', path(routes.decision, { commentId }), {
      body: decision,
      headers: { 'Idempotency-Key': key },
    });
  }

  async card(commentId: string): Promise<ReviewCard> {
    return (await this.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId }))).body;
  }

  /** Decides about a comment as it is now. */
  async decideNow(
    commentId: string,
    what:
      | { action: 'approve' | 'spam' | 'uphold' | 'overturn' }
      | { action: 'refuse'; codes: ['abuse']; note?: string },
  ): Promise<Reply<Decided & ProblemDocument>> {
    const { v, rev } = await this.card(commentId);
    return this.decide(commentId, { ...what, expectedV: v, expectedRev: rev });
  }

  /** Takes back the last act. */
  async undo(commentId: string): Promise<Reply<Decided & ProblemDocument>> {
    const { undo } = await this.card(commentId);
    return this.ask('POST', path(routes.reviewUndo, { commentId }), { body: { eventId: undo?.eventId } });
  }

  async context(commentId: string): Promise<ReviewContext> {
    return (await this.ask<ReviewContext>('GET', path(routes.reviewContext, { commentId }))).body;
  }

  async ticket(): Promise<string> {
    return (await this.ask<SocketTicket>('POST', path(routes.socketTicket, {}))).body.ticket;
  }
}
