import { ROLES, type ModeratorView, type Role } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';

/** Who may do what; the one table. */
const ALLOWED = {
  'review.read': ['moderator', 'admin', 'owner'],
  'review.decide': ['moderator', 'admin', 'owner'],
  'review.bulk': ['moderator', 'admin', 'owner'],
  /** Pin comments, close discussions and reopen them. */
  'discussion.steer': ['moderator', 'admin', 'owner'],
  /** What a colleague has passed on. */
  'review.decide-escalated': ['admin', 'owner'],
  'review.undo-others': ['admin', 'owner'],
  /** Everyone sees what everyone did, colleagues by their names: it keeps them honest. */
  'audit.read': ['moderator', 'admin', 'owner'],
  'audit.export': ['admin', 'owner'],
  'people.read': ['moderator', 'admin', 'owner'],
  /** Notes, warnings, reading first, and suspensions of a few days. */
  'people.sanction': ['moderator', 'admin', 'owner'],
  /** Longer suspensions, and bans. */
  'people.sanction-gravely': ['admin', 'owner'],
  /** Name, language and allowed origins, and whether it is closed. */
  'sites.change': ['admin', 'owner'],
  'sites.create': ['owner'],
  'settings.read': ['moderator', 'admin', 'owner'],
  'settings.change': ['admin', 'owner'],
  /** Addresses of readers, too. */
  'mail.read': ['admin', 'owner'],
  'mail.change': ['admin', 'owner'],
  'team.read': ['moderator', 'admin', 'owner'],
  'team.invite': ['admin', 'owner'],
  'team.change': ['admin', 'owner'],
} as const satisfies Record<string, readonly Role[]>;

/** Which roles each may give to others, and take from them. */
const GIVES: Record<Role, readonly Role[]> = { moderator: [], admin: ['moderator', 'admin'], owner: ROLES };

export type Action = keyof typeof ALLOWED;

export function may(role: Role, action: Action): boolean {
  return (ALLOWED[action] as readonly Role[]).includes(role);
}

/** @throws Problem `not-allowed` */
export function requireAccess(by: Pick<ModeratorView, 'role'>, action: Action): void {
  if (!may(by.role, action)) throw new Problem('not-allowed');
}

export function rolesGivenBy(role: Role): Role[] {
  return [...GIVES[role]];
}

/** @throws Problem `owner-only` */
export function requireGiving(by: Pick<ModeratorView, 'role'>, ...roles: Role[]): void {
  if (!roles.every((role) => GIVES[by.role].includes(role))) throw new Problem('owner-only');
}
