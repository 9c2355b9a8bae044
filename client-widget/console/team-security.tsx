import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ConsoleApi } from './api.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import type { MemberDialogProps } from './team-dialogs.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: ConsoleApi;
  required: boolean;
  onChanged: () => void;
}

/** Whether everybody in the team has to have a second factor; for owners. */
export function TeamSecurity({ api, required, onChanged }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const { isSending, trouble, send } = useSending();
  return (
    <div class="team-security">
      <label class="check">
        <input
          type="checkbox"
          checked={required}
          aria-describedby={id}
          data-do="require"
          onChange={(event) => {
            // It shows what holds, which is for the service to say.
            event.currentTarget.checked = required;
            if (!isSending) void send(() => api.requireSecondFactor(!required), onChanged);
          }}
        />
        <span>{say(words.teamSecurity.required)}</span>
      </label>
      <p id={id} class="hint">
        {say(words.teamSecurity.requiredLead)}
      </p>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

/** Asks before a member's second factor is taken away. */
export function ResetDialog({ api, member, onClose, onDone, onRefused }: MemberDialogProps): JSX.Element {
  const { words, say } = useSpeech();
  const { isSending, trouble, send } = useSending(onRefused);
  return (
    <Dialog title={say(words.teamSecurity.resetTitle, { name: member.name })} onClose={onClose}>
      <p>{say(words.teamSecurity.resetLead)}</p>
      <TroubleNote trouble={trouble} />
      <DialogButtons
        go={words.teamSecurity.reset}
        does="reset"
        isDanger
        isSending={isSending}
        onGo={() =>
          void send(
            () => api.resetSecondFactor(member.id),
            () => onDone(say(words.teamSecurity.resetDone, { name: member.name })),
          )
        }
        onCancel={onClose}
      />
    </Dialog>
  );
}
