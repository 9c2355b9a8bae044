import type { Role } from '../../shared/identity.ts';

/** Who may do what; the one table. */
const ALLOWED = {
  'review.read': ['moderator', 'admin', 'owner'],
  'review.decide': ['moderator', 'admin', 'owner'],
  'team.invite': ['admin', 'owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof ALLOWED;

export function may(role: Role, action: Action): boolean {
  return (ALLOWED[action] as readonly Role[]).includes(role);
}
