import { noticeRoutes } from './notice-routes.ts';
import { providerRoutes, signInRoutes } from './sign-in-routes.ts';

/**
 * Paths that readers' pages ask, apart from the others so that the widget carries no more than these. `:name` parts are
 * filled in by `path()`.
 */
export const readerRoutes = {
  comments: '/v1/sites/:siteId/comments',
  threadSearch: '/v1/sites/:siteId/comments/search',
  featured: '/v1/sites/:siteId/comments/featured',
  comment: '/v1/sites/:siteId/comments/:commentId',
  ownComment: '/v1/sites/:siteId/comments/:commentId/mine',
  replies: '/v1/sites/:siteId/comments/:commentId/replies',
  report: '/v1/sites/:siteId/comments/:commentId/report',
  appeal: '/v1/sites/:siteId/comments/:commentId/appeal',
  vote: '/v1/sites/:siteId/comments/:commentId/vote',
  emoji: '/v1/sites/:siteId/comments/:commentId/reaction',
  changes: '/v1/sites/:siteId/changes',
  mine: '/v1/sites/:siteId/mine',
  preview: '/v1/sites/:siteId/preview',
  passages: '/v1/sites/:siteId/passages',
  participants: '/v1/sites/:siteId/participants',
  reaction: '/v1/sites/:siteId/reaction',
  rating: '/v1/sites/:siteId/rating',
  guests: '/v1/sites/:siteId/guests',

  notifications: '/v1/me/notifications',
  notificationsRead: '/v1/me/notifications/read',
  ownComments: '/v1/me/comments',
  ownExport: '/v1/me/export',
  erasure: '/v1/me/erasure',
  mail: '/v1/me/mail',
  mailConfirmation: '/v1/me/mail/confirmation',
} as const;

const otherRoutes = {
  health: '/healthz',
  ready: '/readyz',
  openapi: '/openapi.json',
  apiReference: '/api',
  securityTxt: '/.well-known/security.txt',
  demo: '/demo',
  gallery: '/demo/gallery',
  devMail: '/dev/mail',
  console: '/console',
  widgetScript: '/widget/tribune.js',
  mailLink: '/mail/:link',

  counts: '/v1/sites/:siteId/counts',
  feedAtom: '/v1/sites/:siteId/feed.atom',
  feedJson: '/v1/sites/:siteId/feed.json',
  recent: '/v1/sites/:siteId/recent',
  voted: '/v1/sites/:siteId/voted',
  active: '/v1/sites/:siteId/active',

  me: '/v1/me',
  warningRead: '/v1/me/warnings/:sanctionId/read',

  setup: '/v1/console/setup',
  setupCheck: '/v1/console/setup/check',
  rescue: '/v1/console/rescue',
  session: '/v1/console/session',
  sessionCode: '/v1/console/session/code',
  sessionPasskey: '/v1/console/session/passkey',
  sessionPasskeyOptions: '/v1/console/session/passkey/options',
  account: '/v1/console/account',
  accountPassword: '/v1/console/account/password',
  accountProof: '/v1/console/account/proof',
  accountProofOptions: '/v1/console/account/proof/options',
  accountTotp: '/v1/console/account/totp',
  accountTotpConfirm: '/v1/console/account/totp/confirm',
  accountRecoveryCodes: '/v1/console/account/recovery-codes',
  accountPasskeys: '/v1/console/account/passkeys',
  accountPasskeyOptions: '/v1/console/account/passkeys/options',
  accountPasskey: '/v1/console/account/passkeys/:passkeyId',
  accountSessions: '/v1/console/account/sessions',
  accountSession: '/v1/console/account/sessions/:sessionId',
  socketTicket: '/v1/console/socket-ticket',
  invites: '/v1/console/invites',
  team: '/v1/console/team',
  teamMember: '/v1/console/team/:memberId',
  teamMemberFactor: '/v1/console/team/:memberId/second-factor',
  secondFactor: '/v1/console/second-factor',
  sites: '/v1/console/sites',
  site: '/v1/console/sites/:siteId',
  siteChanges: '/v1/console/sites/:siteId/changes',
  siteRemoval: '/v1/console/sites/:siteId/removal',
  siteRemovals: '/v1/console/site-removals',
  siteAccounts: '/v1/console/sites/:siteId/accounts',
  siteKeys: '/v1/console/sites/:siteId/accounts/keys',
  siteKey: '/v1/console/sites/:siteId/accounts/keys/:kid',
  siteProviderCheck: '/v1/console/sites/:siteId/accounts/check',
  siteProvider: '/v1/console/sites/:siteId/accounts/providers/:providerId',
  siteModeration: '/v1/console/sites/:siteId/moderation',
  siteRetention: '/v1/console/sites/:siteId/retention',
  siteModerationTest: '/v1/console/sites/:siteId/moderation/test',
  siteModerationChanges: '/v1/console/sites/:siteId/moderation/changes',
  consoleMail: '/v1/console/mail',
  consoleMailRetry: '/v1/console/mail/:letterId/retry',
  consoleMailDrop: '/v1/console/mail/:letterId/drop',
  consoleWebhooks: '/v1/console/webhooks',
  consoleWebhookRetry: '/v1/console/webhooks/:callId/retry',
  consoleWebhookDrop: '/v1/console/webhooks/:callId/drop',
  review: '/v1/review',
  reviewItem: '/v1/review/:commentId',
  reviewFigures: '/v1/review/figures',
  reviewSnoozed: '/v1/review/snoozed',
  reviewNext: '/v1/review/next',
  bulk: '/v1/review/bulk',
  bulkPreview: '/v1/review/bulk/preview',
  bulkItem: '/v1/review/bulk/:bulkId',
  bulkUndo: '/v1/review/bulk/:bulkId/undo',
  reviewContext: '/v1/review/:commentId/context',
  reviewClaim: '/v1/review/:commentId/claim',
  reviewHistory: '/v1/review/:commentId/history',
  reviewUndo: '/v1/review/:commentId/undo',
  pin: '/v1/review/:commentId/pin',
  feature: '/v1/review/:commentId/feature',
  decision: '/v1/review/:commentId/decision',
  search: '/v1/search',
  heat: '/v1/heat',
  discussion: '/v1/console/sites/:siteId/discussion',
  discussionClosed: '/v1/console/sites/:siteId/discussion/closed',
  audit: '/v1/audit',
  auditExport: '/v1/audit/export',
  auditPeople: '/v1/audit/people',
  auditHours: '/v1/audit/hours',
  auditDiscussions: '/v1/audit/discussions',
  people: '/v1/people',
  person: '/v1/people/:personId',
  personComments: '/v1/people/:personId/comments',
  personNotes: '/v1/people/:personId/notes',
  personSanctions: '/v1/people/:personId/sanctions',
  personLift: '/v1/people/:personId/sanctions/:sanctionId/lift',
  sanctions: '/v1/sanctions',
} as const;

/** Every URL path of the service. Marked as pure, so that a bundle without it need not keep it. */
export const routes = /* @__PURE__ */ Object.assign(
  {},
  readerRoutes,
  noticeRoutes,
  /* @__PURE__ */ Object.assign({}, signInRoutes, providerRoutes, otherRoutes),
);

type Params<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Record<Name, string> & Params<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Record<Name, string>
    : unknown;

/**
 * A path with its parameters filled in and encoded, and an optional query string; undefined values are left out.
 * @example path(routes.comments, { siteId: 'demo' }, { thread: 'budget' }) // '/v1/sites/demo/comments?thread=budget'
 */
export function path<Path extends string>(
  pattern: Path,
  params: Params<Path>,
  query: Record<string, string | number | undefined> = {},
): string {
  const values = params as Record<string, string>;
  const filled = pattern.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}
