import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Role } from '../../shared/identity.ts';
import type { TeamMember } from '../../shared/team.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { RoleChoice } from './role-choice.tsx';
import { TroubleNote } from './trouble-note.tsx';

interface Props {
  api: ConsoleApi;
  member: TeamMember;
  onClose: () => void;
  /** It is done; what is to be said of it. */
  onDone: (said: string) => void;
  /** It was refused, perhaps because the team is another by now. */
  onRefused: () => void;
}

/** Sends something once at a time, and keeps why it was refused. */
function useSending({ onRefused }: Pick<Props, 'onRefused'>): {
  isSending: boolean;
  trouble: Trouble | null;
  send: (work: () => Promise<Answer<unknown>>, done: () => void) => Promise<void>;
} {
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  return {
    isSending,
    trouble,
    async send(work, done) {
      if (isSending) return;
      setSending(true);
      setTrouble(null);
      const answer = await work();
      setSending(false);
      if (answer.ok) return done();
      setTrouble(answer.trouble);
      onRefused();
    },
  };
}

/** Gives a member another role. */
export function RoleDialog({ roles, ...props }: Props & { roles: readonly Role[] }): JSX.Element {
  const { api, member, onClose, onDone } = props;
  const { words, say } = useSpeech();
  const [role, setRole] = useState(member.role);
  const { isSending, trouble, send } = useSending(props);
  const save = (): void => {
    if (role === member.role) return onClose();
    void send(
      () => api.changeRole(member.id, { before: member.role, role }),
      () => onDone(say(words.team.roleChanged, { name: member.name, role: say(words.roles[role]) })),
    );
  };
  return (
    <Dialog title={member.name} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <RoleChoice roles={roles} value={role} onPick={setRole} />
        <TroubleNote trouble={trouble} />
        <button type="submit" class="button primary" data-do="save" aria-disabled={isSending}>
          {say(words.team.save)}
        </button>
      </form>
    </Dialog>
  );
}

/** Asks before a member is removed. */
export function RemoveDialog(props: Props): JSX.Element {
  const { api, member, onClose, onDone } = props;
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending(props);
  const remove = (): void =>
    void send(
      () => api.removeMember(member.id),
      () => onDone(say(words.team.removed, { name: member.name })),
    );
  return (
    <Dialog title={say(words.team.removeTitle, { name: member.name })} onClose={onClose}>
      <p>{say(words.team.removeLead)}</p>
      <TroubleNote trouble={trouble} />
      <div class="button-row">
        <button type="button" class="button danger" data-do="remove" aria-disabled={isSending} onClick={remove}>
          {say(words.team.remove)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {say(words.page.cancel)}
        </button>
      </div>
    </Dialog>
  );
}
