import type { Role } from '../../identity.ts';
import type { Message } from '../format.ts';

/** The page of the team, and invitations. */
export interface TeamSentences {
  team: Record<
    | 'loading'
    | 'you'
    | 'since'
    | 'active'
    | 'neverActive'
    | 'changeRole'
    | 'remove'
    | 'removeTitle'
    | 'removeLead'
    | 'role'
    | 'sites'
    | 'allSites'
    | 'someSites'
    | 'roleOn'
    | 'save'
    | 'roleChanged'
    | 'removed'
    | 'changes'
    | 'noChanges'
    | 'joined'
    | 'moved'
    | 'left',
    Message
  >;
  /** What each role may do. */
  roleHints: Record<Role, Message>;
  invitation: Record<
    'open' | 'lead' | 'make' | 'making' | 'another' | 'address' | 'copy' | 'copied' | 'expires',
    Message
  >;
}
