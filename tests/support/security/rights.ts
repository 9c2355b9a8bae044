import { may, type Action } from '../../../services/auth/access.ts';
import { ROLES } from '../../../shared/identity.ts';
import type { Operation } from './operations.mjs';

/** What a member of the team must be allowed for each operation of the console; null for what every member may. */
export const RIGHTS: Readonly<Record<string, Action | null>> = {
  getConsoleSession: null,
  deleteConsoleSession: null,
  postConsoleSocketTicket: null,

  getReview: 'review.read',
  getReviewFigures: 'review.read',
  getReviewSnoozed: 'review.read',
  getReviewOne: 'review.read',
  getReviewContext: 'review.read',
  getReviewHistory: 'audit.read',
  getSearch: 'review.read',
  getHeat: 'review.read',
  getConsoleSitesDiscussion: 'review.read',
  postReviewNext: 'review.decide',
  postReviewClaim: 'review.decide',
  deleteReviewClaim: 'review.decide',
  postReviewDecision: 'review.decide',
  postReviewUndo: 'review.decide',
  getReviewBulk: 'review.bulk',
  getReviewBulkOne: 'review.bulk',
  postReviewBulk: 'review.bulk',
  postReviewBulkPreview: 'review.bulk',
  postReviewBulkUndo: 'review.bulk',
  putReviewPin: 'discussion.steer',
  deleteReviewPin: 'discussion.steer',
  putReviewFeature: 'discussion.steer',
  deleteReviewFeature: 'discussion.steer',
  putConsoleSitesDiscussionClosed: 'discussion.steer',

  getAudit: 'audit.read',
  getAuditPeople: 'audit.read',
  getAuditHours: 'audit.read',
  getAuditDiscussions: 'audit.read',
  getAuditExport: 'audit.export',

  getPeople: 'people.read',
  getPeopleOne: 'people.read',
  getPeopleComments: 'people.read',
  getSanctions: 'people.read',
  postPeopleNotes: 'people.sanction',
  postPeopleSanctions: 'people.sanction',
  postPeopleSanctionsLift: 'people.sanction',

  getConsoleSites: 'settings.read',
  postConsoleSites: 'sites.create',
  getConsoleSitesOne: 'settings.read',
  getConsoleSiteRemovals: 'sites.remove',
  postConsoleSitesRemoval: 'sites.remove',
  putConsoleSitesOne: 'sites.change',
  getConsoleSitesChanges: 'settings.read',
  getConsoleSitesModeration: 'settings.read',
  getConsoleSitesModerationChanges: 'settings.read',
  postConsoleSitesModerationTest: 'settings.read',
  getConsoleSitesRetention: 'settings.read',
  putConsoleSitesModeration: 'settings.change',
  getConsoleSitesAccounts: 'settings.read',
  postConsoleSitesAccountsKeys: 'settings.change',
  deleteConsoleSitesAccountsKeysOne: 'settings.change',
  postConsoleSitesAccountsCheck: 'settings.change',
  putConsoleSitesAccountsProvidersOne: 'settings.change',
  deleteConsoleSitesAccountsProvidersOne: 'settings.change',

  getConsoleMail: 'mail.read',
  postConsoleMailRetry: 'mail.change',
  postConsoleMailDrop: 'mail.change',
  getConsoleWebhooks: 'mail.read',
  postConsoleWebhooksRetry: 'mail.change',
  postConsoleWebhooksDrop: 'mail.change',

  getConsoleTeam: 'team.read',
  postConsoleInvites: 'team.invite',
  putConsoleTeamOne: 'team.change',
  deleteConsoleTeamOne: 'team.change',
  putConsoleSecondFactor: 'team.secure',
  deleteConsoleTeamSecondFactor: 'team.secure',

  getConsoleAccount: null,
  putConsoleAccountPassword: null,
  postConsoleAccountProof: null,
  postConsoleAccountProofOptions: null,
  postConsoleAccountTotp: null,
  deleteConsoleAccountTotp: null,
  postConsoleAccountTotpConfirm: null,
  postConsoleAccountRecoveryCodes: null,
  postConsoleAccountPasskeys: null,
  postConsoleAccountPasskeysOptions: null,
  deleteConsoleAccountPasskeysOne: null,
  deleteConsoleAccountSessions: null,
  deleteConsoleAccountSessionsOne: null,
};

/** What comes of a reader's act on a comment of their own, on somebody else's of their site, and on one of another site. */
interface Objects {
  own: readonly number[];
  others: readonly number[];
  elsewhere: readonly number[];
}

const PUBLIC: Objects = { own: [200], others: [200], elsewhere: [404] };
/** What only its author has. */
const OWN: Objects = { own: [200, 204], others: [404], elsewhere: [404] };
/** What is said of others; to say it of oneself is a mistake. */
const OF_OTHERS: Objects = { own: [403, 409, 422], others: [200, 204], elsewhere: [404] };

/** For every operation of readers that names a comment. */
export const OBJECTS: Readonly<Record<string, Objects>> = {
  getSitesCommentsOne: PUBLIC,
  getSitesCommentsReplies: PUBLIC,
  getSitesCommentsMine: OWN,
  putSitesCommentsOne: OWN,
  // A published comment has nothing to be appealed.
  postSitesCommentsAppeal: { own: [409, 422], others: [404], elsewhere: [404] },
  postSitesCommentsReport: OF_OTHERS,
  putSitesCommentsVote: OF_OTHERS,
  putSitesCommentsReaction: OF_OTHERS,
  deleteSitesCommentsOne: OWN,
};

/** Two tables for people: who may what, and which routes ask for it; docs/roles.md holds both. */
export function tablesOf(operations: readonly Operation[]): string {
  const actions = [...new Set(Object.values(RIGHTS))].filter((action) => action !== null).sort();
  const rights = actions.map(
    (action) =>
      `| \`${action}\` | ${ROLES.map((role) => (may({ role, sites: null }, action) ? 'yes' : '–')).join(' | ')} |`,
  );
  const routes = operations
    .filter(({ who }) => who === 'moderator')
    .map(({ id, method, path }) => {
      const right = RIGHTS[id];
      return `| ${method} \`${path}\` | ${typeof right === 'string' ? `\`${right}\`` : 'any member'} |`;
    });
  return [
    `| right | ${ROLES.join(' | ')} |`,
    `| --- | ${ROLES.map(() => '---').join(' | ')} |`,
    ...rights,
    '',
    '## Which right a route asks for',
    '',
    '| route | right |',
    '| --- | --- |',
    ...routes,
    '',
  ].join('\n');
}
