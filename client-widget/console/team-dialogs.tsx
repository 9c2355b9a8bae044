import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Role, Scope } from '../../shared/identity.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import type { TeamMember } from '../../shared/team.ts';
import type { ConsoleApi } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { RoleChoice } from './role-choice.tsx';
import { SitesChoice } from './sites-choice.tsx';
import { isSameScope, useRoleOn } from './role-on.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

export interface MemberDialogProps {
  api: ConsoleApi;
  member: TeamMember;
  onClose: () => void;
  /** It is done; what is to be said of it. */
  onDone: (said: string) => void;
  /** It was refused, perhaps because the team is another by now. */
  onRefused: () => void;
}

/** Gives a member another role. */
export function RoleDialog({
  roles,
  scope,
  sites,
  ...props
}: MemberDialogProps & { roles: readonly Role[]; scope: Scope; sites: readonly SiteSummary[] }): JSX.Element {
  const { api, member, onClose, onDone } = props;
  const { words, say } = useSpeech();
  const roleOn = useRoleOn(sites);
  const [role, setRole] = useState(member.role);
  const [chosen, setChosen] = useState<Scope>(member.sites);
  const { isSending, trouble, send } = useSending(props.onRefused);
  const save = (): void => {
    const after = role === 'owner' ? null : chosen;
    if (after?.length === 0) return;
    if (role === member.role && isSameScope(after, member.sites)) return onClose();
    void send(
      () => api.changeRole(member.id, { before: member.role, sitesBefore: member.sites, role, sites: after }),
      () => onDone(say(words.team.roleChanged, { name: member.name, role: roleOn(role, after) })),
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
        {role !== 'owner' && (sites.length > 1 || chosen !== null) && (
          <SitesChoice sites={sites} value={chosen} mayGiveAll={scope === null} onPick={setChosen} />
        )}
        <TroubleNote trouble={trouble} />
        <button type="submit" class="button primary" data-do="save" aria-disabled={isSending}>
          {say(words.team.save)}
        </button>
      </form>
    </Dialog>
  );
}

/** Asks before a member is removed. */
export function RemoveDialog(props: MemberDialogProps): JSX.Element {
  const { api, member, onClose, onDone } = props;
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending(props.onRefused);
  const remove = (): void =>
    void send(
      () => api.removeMember(member.id),
      () => onDone(say(words.team.removed, { name: member.name })),
    );
  return (
    <Dialog title={say(words.team.removeTitle, { name: member.name })} onClose={onClose}>
      <p>{say(words.team.removeLead)}</p>
      <TroubleNote trouble={trouble} />
      <DialogButtons
        go={words.team.remove}
        does="remove"
        isDanger
        isSending={isSending}
        onGo={remove}
        onCancel={onClose}
      />
    </Dialog>
  );
}
