import type { JSX } from 'preact';
import type { TeamChange, TeamEvent } from '../../shared/team.ts';
import { Sentence, useSpeech } from './language.tsx';
import { momentOf } from './times.ts';

interface Props {
  changes: readonly TeamChange[];
  events: readonly TeamEvent[];
}

/** What was changed about the team and what else happened in it, newest first. */
export function TeamHistory({ changes, events }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const lines = [
    ...changes.map((change) => ({ at: change.at, key: `change-${change.version}`, line: <Change change={change} /> })),
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

function Change({ change: { by, at, member, before, after } }: { change: TeamChange }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const sentence = before === null ? words.team.joined : after === null ? words.team.left : words.team.moved;
  const parts = {
    by: <bdi>{by.name}</bdi>,
    member: <bdi>{member.name}</bdi>,
    before: before === null ? '' : say(words.roles[before]),
    after: after === null ? '' : say(words.roles[after]),
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
} as const;

function Event({ event: { what, by, at, member, left } }: { event: TeamEvent }): JSX.Element {
  const { locale, words } = useSpeech();
  const parts = { by: <bdi>{by.name}</bdi>, member: <bdi>{member?.name ?? ''}</bdi> };
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
