import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Invite, Role, Scope } from '../../shared/identity.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import type { ConsoleApi } from './api.ts';
import { Dialog } from './dialog.tsx';
import { useSpeech } from './language.tsx';
import { RoleChoice } from './role-choice.tsx';
import { SitesChoice } from './sites-choice.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import { useSending } from './use-sending.ts';

interface Props {
  api: Pick<ConsoleApi, 'invite'>;
  /** Roles that whoever invites may give. */
  roles: readonly Role[];
  /** The sites they may give them on, and those there are. */
  scope: Scope;
  sites: readonly SiteSummary[];
  onClose: () => void;
}

/** Makes a one-time link for a colleague, for one role, and shows it, once. */
export function InviteDialog({ api, roles, scope, sites, onClose }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [role, setRole] = useState<Role>('moderator');
  const [chosen, setChosen] = useState<Scope>(scope);
  const { isSending, trouble, send } = useSending();
  const [made, setMade] = useState<{ invite: Invite; role: Role } | null>(null);
  const post = { role, sites: role === 'owner' ? null : chosen };
  const make = (): void => {
    if (post.sites?.length === 0) return;
    void send(
      ({ key }) => api.invite(post, key),
      (invite) => setMade({ invite, role }),
      post,
    );
  };
  return (
    <Dialog title={say(words.invitation.open)} onClose={onClose}>
      <p>{say(words.invitation.lead)}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <RoleChoice roles={roles} value={role} onPick={setRole} />
        {role !== 'owner' && (sites.length > 1 || chosen !== null) && (
          <SitesChoice sites={sites} value={chosen} mayGiveAll={scope === null} onPick={setChosen} />
        )}
        <TroubleNote trouble={trouble} />
        <button
          type="submit"
          class={made === null ? 'button primary' : 'button'}
          data-do="make"
          aria-disabled={isSending || post.sites?.length === 0}
        >
          {say(isSending ? words.invitation.making : made === null ? words.invitation.make : words.invitation.another)}
        </button>
      </form>
      {made !== null && <Link key={made.invite.url} {...made} />}
    </Dialog>
  );
}

function Link({ invite, role }: { invite: Invite; role: Role }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  // It is what one came for, and on a small screen it would be out of sight.
  useEffect(() => field.current?.focus(), []);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(invite.url);
      setCopied(true);
    } catch {
      // Not allowed here: selected, the link can be copied by hand.
      field.current?.select();
    }
  }

  return (
    <div class="field">
      <label for={id}>{say(words.invitation.address)}</label>
      <div class="copy-row">
        <input ref={field} id={id} readonly value={invite.url} onFocus={() => field.current?.select()} />
        <button type="button" class="button primary" onClick={() => void copy()}>
          {say(isCopied ? words.invitation.copied : words.invitation.copy)}
        </button>
      </div>
      <p class="hint">
        {say(words.invitation.expires, { when: momentOf(invite.expiresAt, locale), role: say(words.roles[role]) })}
      </p>
      <p role="status" class="unseen">
        {isCopied && say(words.invitation.copied)}
      </p>
    </div>
  );
}
