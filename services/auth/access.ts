import type { ModeratorView, Role } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';

/** Who may do what; the one table. */
const ALLOWED = {
  'review.read': ['moderator', 'admin', 'owner'],
  'review.decide': ['moderator', 'admin', 'owner'],
  /** What a colleague has passed on. */
  'review.decide-escalated': ['admin', 'owner'],
  'review.undo-others': ['admin', 'owner'],
  'people.read': ['moderator', 'admin', 'owner'],
  /** Notes, warnings, reading first, and suspensions of a few days. */
  'people.sanction': ['moderator', 'admin', 'owner'],
  /** Longer suspensions, and bans. */
  'people.sanction-gravely': ['admin', 'owner'],
  'settings.read': ['moderator', 'admin', 'owner'],
  'settings.change': ['admin', 'owner'],
  'team.invite': ['admin', 'owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof ALLOWED;

export function may(role: Role, action: Action): boolean {
  return (ALLOWED[action] as readonly Role[]).includes(role);
}

/** @throws Problem `not-allowed` */
export function requireAccess(by: ModeratorView, action: Action): void {
  if (!may(by.role, action)) throw new Problem('not-allowed');
}
