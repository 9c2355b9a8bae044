import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Scope } from '../../shared/identity.ts';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import type { TeamMember } from '../../shared/team.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { useSpeech } from './language.tsx';
import { focusHeading, Page } from './page.tsx';
import type { PageProps } from './page.tsx';
import { Retry } from './retry.tsx';
import { useRoleOn } from './role-on.ts';
import { RemoveDialog, RoleDialog } from './team-dialogs.tsx';
import { TeamHistory } from './team-history.tsx';
import { ResetDialog, TeamSecurity } from './team-security.tsx';
import { ageOf, dateOf, momentOf } from './times.ts';
import { useLoaded } from './use-loaded.ts';

type Asked = { what: 'invite' } | { what: 'role' | 'remove' | 'reset'; member: TeamMember };

const NO_SITES: readonly SiteSummary[] = [];

/** Who is in the team, what became of it, and, for whoever may, what to change about it. */
export function TeamPage({ api, me }: PageProps): JSX.Element {
  const { words, say } = useSpeech();
  const { value: team, trouble, again } = useLoaded(() => api.team());
  const sites = useLoaded(() => api.sites()).value?.items ?? NO_SITES;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  // The button that opened the dialog may have gone with the member.
  useEffect(() => {
    if (said !== '' && document.activeElement === document.body) focusHeading();
  }, [said]);

  return (
    <Page title={say(words.pages.team)}>
      <div class="team">
        <Retry trouble={trouble} onRetry={() => void again()} />
        {team === null && trouble === null && <p class="quiet">{say(words.team.loading)}</p>}
        <p role="status" class="quiet">
          {said}
        </p>
        {team !== null && (
          <>
            {team.mayGive.length > 0 && (
              <button
                type="button"
                class="button primary"
                data-do="invite"
                onClick={() => setAsked({ what: 'invite' })}
              >
                {say(words.invitation.open)}
              </button>
            )}
            {team.secondFactor.mayChange && (
              <TeamSecurity api={api} required={team.secondFactor.required} onChanged={() => void again()} />
            )}
            <ul class="members">
              {team.members.map((member) => (
                <Member
                  key={member.id}
                  member={member}
                  sites={sites}
                  isMe={member.id === me.id}
                  mayChange={
                    member.id !== me.id && team.mayGive.includes(member.role) && isWithin(me.sites, member.sites)
                  }
                  mayReset={member.id !== me.id && team.secondFactor.mayChange && member.hasSecondFactor === true}
                  onAsk={(what) => setAsked({ what, member })}
                />
              ))}
            </ul>
            <TeamHistory changes={team.changes} events={team.events} sites={sites} />
            {dialog()}
          </>
        )}
      </div>
    </Page>
  );

  function dialog(): JSX.Element | null {
    if (asked === null || team === null) return null;
    const onClose = (): void => setAsked(null);
    if (asked.what === 'invite')
      return <InviteDialog api={api} roles={team.mayGive} scope={me.sites} sites={sites} onClose={onClose} />;
    // As they are by now; of who has gone meanwhile, as they were, so that one can read why it was refused.
    const member = team.members.find(({ id }) => id === asked.member.id) ?? asked.member;
    const onDone = async (sentence: string): Promise<void> => {
      await again();
      setAsked(null);
      setSaid(sentence);
    };
    const given = {
      api,
      member,
      onClose,
      onDone: (sentence: string) => void onDone(sentence),
      onRefused: () => void again(),
    };
    switch (asked.what) {
      case 'role':
        return <RoleDialog {...given} roles={team.mayGive} scope={me.sites} sites={sites} />;
      case 'remove':
        return <RemoveDialog {...given} />;
      case 'reset':
        return <ResetDialog {...given} />;
    }
  }
}

interface MemberProps {
  member: TeamMember;
  sites: readonly SiteSummary[];
  isMe: boolean;
  mayChange: boolean;
  mayReset: boolean;
  onAsk: (what: 'role' | 'remove' | 'reset') => void;
}

function Member({ member, sites, isMe, mayChange, mayReset, onAsk }: MemberProps): JSX.Element {
  const { locale, words, say } = useSpeech();
  const roleOn = useRoleOn(sites);
  const { name, role, since, lastActiveAt, hasSecondFactor } = member;
  const named = (what: string): JSX.Element => (
    <>
      {what}
      <span class="unseen">
        {' '}
        – <bdi>{name}</bdi>
      </span>
    </>
  );
  return (
    <li class="member" data-member={member.id}>
      <div>
        <p class="member-name">
          <bdi>{name}</bdi>
          {isMe && <span class="chip">{say(words.team.you)}</span>}
        </p>
        <p class="hint">
          <time dateTime={since}>{say(words.team.since, { when: dateOf(since, locale) })}</time>
          {lastActiveAt === null ? (
            <span>{say(words.team.neverActive)}</span>
          ) : (
            <time dateTime={lastActiveAt} title={momentOf(lastActiveAt, locale)}>
              {say(words.team.active, { age: ageOf(lastActiveAt, Date.now(), locale, 'long') })}
            </time>
          )}
          {hasSecondFactor !== null && (
            <span>{say(hasSecondFactor ? words.teamSecurity.has : words.teamSecurity.hasNot)}</span>
          )}
        </p>
      </div>
      <p class="member-role">{roleOn(role, member.sites)}</p>
      <div class="button-row">
        {mayChange && (
          <>
            <button type="button" class="button" data-do="role" onClick={() => onAsk('role')}>
              {named(say(words.team.changeRole))}
            </button>
            <button type="button" class="button" data-do="remove" onClick={() => onAsk('remove')}>
              {named(say(words.team.remove))}
            </button>
          </>
        )}
        {mayReset && (
          <button type="button" class="button" data-do="reset" onClick={() => onAsk('reset')}>
            {named(say(words.teamSecurity.reset))}
          </button>
        )}
      </div>
    </li>
  );
}

/** Whether a member is on no site but one's own; the service shows no others, and says so if they have. */
function isWithin(own: Scope, theirs: Scope): boolean {
  return own === null || theirs !== null;
}
