import type { JSX } from 'preact';
import type { Role } from '../../shared/identity.ts';
import { HintedChoice } from './hinted-choice.tsx';
import { useSpeech } from './language.tsx';

interface Props {
  roles: readonly Role[];
  value: Role;
  onPick: (role: Role) => void;
}

/** One of the roles, each with what it may do. */
export function RoleChoice({ roles, ...props }: Props): JSX.Element {
  const { words } = useSpeech();
  return (
    <HintedChoice legend={words.team.role} values={roles} names={words.roles} hints={words.roleHints} {...props} />
  );
}
