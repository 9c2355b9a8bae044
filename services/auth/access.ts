import { ROLES, type ModeratorView, type Role, type Scope } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
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
  'sites.remove': ['owner'],
  'settings.read': ['moderator', 'admin', 'owner'],
  'settings.change': ['admin', 'owner'],
  /** Addresses of readers, too. */
  'mail.read': ['admin', 'owner'],
  'mail.change': ['admin', 'owner'],
  'team.read': ['moderator', 'admin', 'owner'],
  'team.invite': ['admin', 'owner'],
  'team.change': ['admin', 'owner'],
  /** Require second factors, and take away those that somebody has lost. */
  'team.secure': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

/** Which roles each may give to others, and take from them. */
const GIVES: Record<Role, readonly Role[]> = { moderator: [], admin: ['moderator', 'admin'], owner: ROLES };

export type Action = keyof typeof ALLOWED;

/** Whoever asks: what they may do, and on which sites. */
export type By = Pick<ModeratorView, 'role' | 'sites'>;

export function may(by: By, action: Action): boolean {
  return (ALLOWED[action] as readonly Role[]).includes(by.role);
}

/**
 * @param siteId the site it is about, where it is about one
 * @throws Problem `not-allowed`
 */
export function requireAccess(by: By, action: Action, siteId?: string): void {
  if (!may(by, action) || (siteId !== undefined && !covers(by.sites, [siteId]))) throw new Problem('not-allowed');
}

/** Whether all of these sites are among those somebody has their role on; null stands for all there are. */
export function covers(scope: Scope, sites: readonly string[] | null): boolean {
  if (scope === null) return true;
  return sites?.every((site) => scope.some((own) => own === site)) ?? false;
}

/** What somebody sees of a member's sites; null for all, undefined for none. */
export function seenOf(scope: Scope, sites: Scope): Scope | undefined {
  if (scope === null || sites === null) return sites;
  const shared = sites.filter((site) => scope.includes(site));
  return shared.length === 0 ? undefined : shared;
}

/**
 * The sites a question is about: the one that was asked for, or all that whoever asks may see.
 * @throws Problem `not-allowed`
 */
export function sitesAsked(by: By, asked: SiteId | undefined): Scope {
  if (asked === undefined) return by.sites;
  if (!covers(by.sites, [asked])) throw new Problem('not-allowed');
  return [asked];
}

export function rolesGivenBy(role: Role): Role[] {
  return [...GIVES[role]];
}

/** Whether somebody may give a role on these sites, or take it. */
export function gives(by: By, { role, sites }: By): boolean {
  return GIVES[by.role].includes(role) && covers(by.sites, sites);
}

/** @throws Problem `owner-only`, or `not-allowed` where it is about other sites than theirs */
export function requireGiving(by: By, ...posts: By[]): void {
  if (!posts.every(({ role }) => GIVES[by.role].includes(role))) throw new Problem('owner-only');
  if (!posts.every((post) => gives(by, post))) throw new Problem('not-allowed');
}
