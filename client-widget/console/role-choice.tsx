import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Role } from '../../shared/identity.ts';
import { useSpeech } from './language.tsx';

interface Props {
  roles: readonly Role[];
  value: Role;
  onPick: (role: Role) => void;
}

/** One of the roles, each with what it may do. */
export function RoleChoice({ roles, value, onPick }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const name = useId();
  return (
    <fieldset class="roles">
      <legend>{say(words.team.role)}</legend>
      {roles.map((role) => (
        <div key={role} class="role">
          <label class="check">
            <input
              type="radio"
              name={name}
              value={role}
              checked={role === value}
              aria-describedby={`${name}-${role}`}
              onChange={() => onPick(role)}
            />
            <span>{say(words.roles[role])}</span>
          </label>
          <p id={`${name}-${role}`} class="hint">
            {say(words.roleHints[role])}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
