import type { JSX } from 'preact';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import type { TeamChange, TeamEvent } from '../../shared/team.ts';
import { Sentence, useSpeech } from './language.tsx';
import { useRoleOn } from './role-on.ts';
import { momentOf } from './times.ts';

interface Props {
  changes: readonly TeamChange[];
  events: readonly TeamEvent[];
  sites: readonly SiteSummary[];
}

/** What was changed about the team and what else happened in it, newest first. */
export function TeamHistory({ changes, events, sites }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const lines = [
    ...changes.map((change) => ({
      at: change.at,
      key: `change-${change.version}`,
      line: <Change change={change} sites={sites} />,
    })),
    ...events.map((event) => ({ at: event.at, key: event.id, line: <Event event={event} /> })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section class="team-history" aria-labelledby="team-changes">
      <h3 id="team-changes">{say(words.team.changes)}</h3>
      {lines.length === 0 && <p class="hint">{say(words.team.noChanges)}</p>}
      <ol>
        {lines.map(({ key, line }) => (
          <li key={key}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

function Change({ change, sites }: { change: TeamChange; sites: Props['sites'] }): JSX.Element {
  const { by, at, member, before, after } = change;
  const { locale, words } = useSpeech();
  const roleOn = useRoleOn(sites);
  const sentence = before === null ? words.team.joined : after === null ? words.team.left : words.team.moved;
  const parts = {
    by: <bdi>{by.name}</bdi>,
    member: <bdi>{member.name}</bdi>,
    before: before === null ? '' : roleOn(before, change.sites.before),
    after: after === null ? '' : roleOn(after, change.sites.after),
  };
  return (
    <>
      <p>
        <Sentence of={sentence} parts={parts} />
      </p>
      <time class="hint" dateTime={at}>
        {momentOf(at, locale)}
      </time>
    </>
  );
}

const EVENTS = {
  required: 'eventRequired',
  optional: 'eventOptional',
  reset: 'eventReset',
  'recovery-code': 'eventRecoveryCode',
  'site-removed': 'eventSiteRemoved',
  'rescue-link': 'eventRescueLink',
  rescued: 'eventRescued',
} as const;

function Event({ event: { what, by, at, member, left, site } }: { event: TeamEvent }): JSX.Element {
  const { locale, words } = useSpeech();
  const parts = {
    by: <bdi>{by.name}</bdi>,
    member: <bdi>{member?.name ?? ''}</bdi>,
    site: <bdi>{site?.name ?? ''}</bdi>,
  };
  return (
    <>
      <p>
        <Sentence of={words.teamSecurity[EVENTS[what]]} params={{ n: left ?? 0 }} parts={parts} />
      </p>
      <time class="hint" dateTime={at}>
        {momentOf(at, locale)}
      </time>
    </>
  );
}
