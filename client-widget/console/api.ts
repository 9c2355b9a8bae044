import type { AuditHours, AuditPage, AuditPeople, History } from '../../shared/audit.ts';
import type { BulkList, BulkPreview, BulkRequest, BulkSelection, BulkView } from '../../shared/bulk.ts';
import type { ConsoleMail } from '../../shared/console-mail.ts';
import type { ConsoleWebhooks } from '../../shared/console-webhooks.ts';
import type { Discussion, DiscussionActs } from '../../shared/discussion.ts';
import type { HotThreads } from '../../shared/heat.ts';
import type { SocketTicket } from '../../shared/identity.ts';
import type { DistinctionKind } from '../../shared/moderation.ts';
import type { ProblemCode, ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type {
  ModerationTest,
  ModerationTested,
  SettingsChanges,
  SiteList,
  SiteModeration,
  SiteModerationPut,
} from '../../shared/site-moderation.ts';
import type { People, PersonCard, PersonComments, SanctionOrder } from '../../shared/people.ts';
import type {
  ClaimRequest,
  Decided,
  Decision,
  ReviewCard,
  ReviewContext,
  ReviewFigures,
  ReviewFilter,
  ReviewPage,
  SnoozedPage,
} from '../../shared/review.ts';
import type { SearchPage } from '../../shared/search.ts';
import { createAccountApi, createEntryApi } from './account-api.ts';
import type { AccountApi, Entry, EntryApi } from './account-api.ts';
import { ApiProblem, createApi } from '../kit/api.ts';
import type { Call } from '../kit/api.ts';
import { createSiteAccountsApi } from './site-accounts-api.ts';
import type { SiteAccountsApi } from './site-accounts-api.ts';
import { createSitesApi } from './sites-api.ts';
import type { SitesApi } from './sites-api.ts';
import { createTeamApi } from './team-api.ts';
import type { TeamApi } from './team-api.ts';

/** Why a request brought nothing: the service said so, in the page's language, or it was never reached. */
export type Trouble =
  | { kind: 'problem'; document: ProblemDocument }
  | { kind: 'unreachable' }
  /** The browser had no passkey to show, or nobody wanted to; or the device has one of this account already. */
  | { kind: 'no-passkey' | 'passkey-known' };
export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

export interface ConsoleApi extends EntryApi, AccountApi, SitesApi, SiteAccountsApi, TeamApi {
  /** How much mail there is, and some of what could not be sent; with a cursor, from there on. */
  mail(cursor: string | null): Promise<Answer<ConsoleMail>>;
  retryLetter: (letterId: string) => Promise<Answer<null>>;
  dropLetter: (letterId: string) => Promise<Answer<null>>;
  /** The same of what chats are told. */
  webhooks(cursor: string | null): Promise<Answer<ConsoleWebhooks>>;
  retryCall: (callId: string) => Promise<Answer<null>>;
  dropCall: (callId: string) => Promise<Answer<null>>;
  ticket(): Promise<Answer<SocketTicket>>;
  page(filter: ReviewFilter, cursor: string | null, limit?: number): Promise<Answer<ReviewPage>>;
  /** What was put aside, of one site or of all. */
  snoozed(siteId: string | undefined): Promise<Answer<SnoozedPage>>;
  figures(): Promise<Answer<ReviewFigures>>;
  item(id: string): Promise<Answer<ReviewCard>>;
  context(id: string): Promise<Answer<ReviewContext>>;
  /** Which discussions boil over. */
  heat(): Promise<Answer<HotThreads>>;
  /** `key` is the decision's own and stays the same however often it is sent. */
  decide(id: string, decision: Decision, key: string): Promise<Answer<Decided>>;
  undo(id: string, eventId: string, key: string): Promise<Answer<Decided>>;
  /** Sets a comment apart from the others of its discussion, or no more. */
  distinguish(kind: DistinctionKind, id: string, expectedRev: number): Promise<Answer<Decided>>;
  undistinguish(kind: DistinctionKind, id: string): Promise<Answer<Decided>>;
  /** An article's comments as a whole, by the site and its name for the article. */
  discussion(siteId: string, thread: string): Promise<Answer<Discussion>>;
  setClosed(siteId: string, thread: string, closed: boolean): Promise<Answer<Discussion>>;
  claim(id: string, request: ClaimRequest): Promise<Answer<Decided>>;
  release(id: string): Promise<Answer<null>>;
  /** How many an act on many comments would be about, and the first of them. */
  previewBulk(select: BulkSelection): Promise<Answer<BulkPreview>>;
  /** `key` stays the same however often one act is sent. */
  startBulk(request: BulkRequest, key: string): Promise<Answer<BulkView>>;
  /** The newest acts on many comments. */
  bulks(): Promise<Answer<BulkList>>;
  undoBulk(bulkId: string): Promise<Answer<BulkView>>;
  /** Some of all comments; with a cursor, from there on. */
  search(query: Record<string, string>, cursor: string | null): Promise<Answer<SearchPage>>;
  /** Everything that happened to a comment. */
  history(id: string): Promise<Answer<History>>;
  /** `query` is what of the audit is asked for. */
  audit(query: string): Promise<Answer<AuditPage>>;
  /** Who decided what since then; with null, lately. */
  auditPeople(from: string | null): Promise<Answer<AuditPeople>>;
  auditHours(): Promise<Answer<AuditHours>>;
  /** Which discussions were closed and reopened; `query` as above, but for what only comments have. */
  auditDiscussions(query: URLSearchParams): Promise<Answer<DiscussionActs>>;
  sites(): Promise<Answer<SiteList>>;
  people(query: { site: string; q?: string; cursor?: string }): Promise<Answer<People>>;
  person(personId: string): Promise<Answer<PersonCard>>;
  personComments(personId: string, query: { only?: 'refused'; cursor?: string }): Promise<Answer<PersonComments>>;
  /** For this and the two below, `key` stays the same however often one and the same is sent. */
  sanction(personId: string, order: SanctionOrder, key: string): Promise<Answer<PersonCard>>;
  lift(personId: string, sanctionId: string, remark: string, key: string): Promise<Answer<PersonCard>>;
  addNote(personId: string, text: string, key: string): Promise<Answer<PersonCard>>;
  rules(siteId: string): Promise<Answer<SiteModeration>>;
  /** `version` is the one the settings were made from. */
  changeRules(siteId: string, change: SiteModerationPut): Promise<Answer<SiteModeration>>;
  /** What was changed before a version, newest first; with null, the newest. */
  rulesChanges(siteId: string, before: number | null): Promise<Answer<SettingsChanges>>;
  tryRules(siteId: string, test: ModerationTest): Promise<Answer<ModerationTested>>;
}

export interface ApiOptions {
  /** Language of the sentences the service answers with. */
  lang: () => string;
  /** The session ended while working, or lets nothing more be done until a second factor is set up. */
  onSignedOut: (mustSetUp: boolean) => void;
}

/** Cards asked for at once. */
const PAGE = 50;

/** The console's own API, same-origin; the session is an HttpOnly cookie no script sees. */
export function createConsoleApi({ lang, onSignedOut }: ApiOptions): ConsoleApi {
  const api = createApi({ base: '', lang, credentials: 'same-origin' });

  /** At the door a 401 is an ordinary answer. */
  async function knock<T>(url: string, call: Call = {}): Promise<Answer<T>> {
    try {
      return { ok: true, value: await api<T>(url, call) };
    } catch (error) {
      return { ok: false, trouble: troubleIn(error) };
    }
  }

  let entered = 0;
  async function enter(url: string, body: unknown): Promise<Answer<Entry>> {
    const answer = await knock<Entry>(url, { method: 'POST', body });
    if (answer.ok && !('next' in answer.value)) entered++;
    return answer;
  }

  /** At work it is the end of the session, unless one has begun since: then it is asked again in that. */
  async function ask<T>(url: string, call: Call = {}): Promise<Answer<T>> {
    const asked = entered;
    const answer = await knock<T>(url, call);
    if (answer.ok) return answer;
    const mustSetUp = codeOf(answer.trouble) === 'second-factor-needed';
    if (statusOf(answer.trouble) !== 401 && !mustSetUp) return answer;
    if (asked !== entered) return ask(url, call);
    onSignedOut(mustSetUp);
    return answer;
  }

  return {
    ...createEntryApi(enter, knock),
    ...createAccountApi(ask),
    ...createSitesApi(ask),
    ...createSiteAccountsApi(ask),
    ...createTeamApi(ask),
    mail: (cursor) => ask(path(routes.consoleMail, {}, { cursor: cursor ?? undefined })),
    retryLetter: (letterId) => ask(path(routes.consoleMailRetry, { letterId }), { method: 'POST' }),
    dropLetter: (letterId) => ask(path(routes.consoleMailDrop, { letterId }), { method: 'POST' }),
    webhooks: (cursor) => ask(path(routes.consoleWebhooks, {}, { cursor: cursor ?? undefined })),
    retryCall: (callId) => ask(path(routes.consoleWebhookRetry, { callId }), { method: 'POST' }),
    dropCall: (callId) => ask(path(routes.consoleWebhookDrop, { callId }), { method: 'POST' }),
    ticket: () => ask(routes.socketTicket, { method: 'POST' }),
    page: (filter, cursor, limit = PAGE) =>
      ask(path(routes.review, {}, { ...filter, limit, cursor: cursor ?? undefined })),
    snoozed: (site) => ask(path(routes.reviewSnoozed, {}, { site })),
    figures: () => ask(routes.reviewFigures),
    context: (commentId) => ask(path(routes.reviewContext, { commentId })),
    heat: () => ask(routes.heat),
    item: (commentId) => ask(path(routes.reviewItem, { commentId })),
    decide: (commentId, body, idempotencyKey) =>
      ask(path(routes.decision, { commentId }), { method: 'POST', body, idempotencyKey }),
    undo: (commentId, eventId, idempotencyKey) =>
      ask(path(routes.reviewUndo, { commentId }), { method: 'POST', body: { eventId }, idempotencyKey }),
    distinguish: (kind, commentId, expectedRev) =>
      ask(path(routes[kind], { commentId }), { method: 'PUT', body: { expectedRev } }),
    undistinguish: (kind, commentId) => ask(path(routes[kind], { commentId }), { method: 'DELETE' }),
    discussion: (siteId, thread) => ask(path(routes.discussion, { siteId }, { thread })),
    setClosed: (siteId, thread, closed) =>
      ask(path(routes.discussionClosed, { siteId }), { method: 'PUT', body: { thread, closed } }),
    claim: (commentId, body) => ask(path(routes.reviewClaim, { commentId }), { method: 'POST', body }),
    release: (commentId) => ask(path(routes.reviewClaim, { commentId }), { method: 'DELETE' }),
    previewBulk: (select) => ask(routes.bulkPreview, { method: 'POST', body: { select } }),
    startBulk: (body, idempotencyKey) => ask(routes.bulk, { method: 'POST', body, idempotencyKey }),
    bulks: () => ask(routes.bulk),
    undoBulk: (bulkId) => ask(path(routes.bulkUndo, { bulkId }), { method: 'POST' }),
    search: (query, cursor) => ask(path(routes.search, {}, { ...query, cursor: cursor ?? undefined })),
    history: (commentId) => ask(path(routes.reviewHistory, { commentId })),
    audit: (query) => ask(`${routes.audit}?${query}`),
    auditPeople: (from) => ask(path(routes.auditPeople, {}, { from: from ?? undefined })),
    auditHours: () => ask(routes.auditHours),
    auditDiscussions: (query) => ask(`${routes.auditDiscussions}?${query.toString()}`),
    sites: () => ask(routes.sites),
    people: (query) => ask(path(routes.people, {}, query)),
    person: (personId) => ask(path(routes.person, { personId })),
    personComments: (personId, query) => ask(path(routes.personComments, { personId }, query)),
    sanction: (personId, body, idempotencyKey) =>
      ask(path(routes.personSanctions, { personId }), { method: 'POST', body, idempotencyKey }),
    lift: (personId, sanctionId, remark, idempotencyKey) =>
      ask(path(routes.personLift, { personId, sanctionId }), { method: 'POST', body: { remark }, idempotencyKey }),
    addNote: (personId, text, idempotencyKey) =>
      ask(path(routes.personNotes, { personId }), { method: 'POST', body: { text }, idempotencyKey }),
    rules: (siteId) => ask(path(routes.siteModeration, { siteId })),
    changeRules: (siteId, body) => ask(path(routes.siteModeration, { siteId }), { method: 'PUT', body }),
    rulesChanges: (siteId, before) =>
      ask(path(routes.siteModerationChanges, { siteId }, { before: before ?? undefined })),
    tryRules: (siteId, body) => ask(path(routes.siteModerationTest, { siteId }), { method: 'POST', body }),
  };
}

function troubleIn(error: unknown): Trouble {
  return error instanceof ApiProblem ? { kind: 'problem', document: error.document } : { kind: 'unreachable' };
}

/** What a refusal is, null when it is none of the service. */
export function codeOf(trouble: Trouble): ProblemCode | null {
  return trouble.kind === 'problem' ? trouble.document.code : null;
}

/** The status of a refusal, null when nobody answered. */
export function statusOf(trouble: Trouble): number | null {
  return trouble.kind === 'problem' ? trouble.document.status : null;
}

/** The settings as somebody else has left them, with a change that came too late; null for any other trouble. */
export function rulesOf(trouble: Trouble): SiteModeration | null {
  if (trouble.kind !== 'problem' || trouble.document.code !== 'settings-changed') return null;
  return trouble.document['current'] as SiteModeration;
}

/** What it is about by now, where another number was confirmed, or none; acts on many have examples. Null for other troubles. */
export function previewOf(trouble: Trouble): BulkPreview | null {
  if (trouble.kind !== 'problem' || trouble.document.code !== 'confirm-number') return null;
  const { count, examples } = trouble.document;
  return { count, examples } as BulkPreview;
}

/** The fresh card a refused decision comes with, if any. */
export function cardOf(trouble: Trouble): ReviewCard | null {
  if (trouble.kind !== 'problem') return null;
  const { card } = trouble.document;
  return typeof card === 'object' && card !== null && 'id' in card && 'verdict' in card ? (card as ReviewCard) : null;
}
