import type { JSX } from 'preact';
import type { SiteSummary } from '../../shared/site-moderation.ts';
import type { TeamChange } from '../../shared/team.ts';
import { Sentence, useSpeech } from './language.tsx';
import { useRoleOn } from './role-on.ts';
import { momentOf } from './times.ts';

interface Props {
  changes: readonly TeamChange[];
  sites: readonly SiteSummary[];
}

/** What was changed about the team, newest first. */
export function TeamHistory({ changes, sites }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <section class="team-history" aria-labelledby="team-changes">
      <h3 id="team-changes">{say(words.team.changes)}</h3>
      {changes.length === 0 && <p class="hint">{say(words.team.noChanges)}</p>}
      <ol>
        {changes.map((change) => (
          <li key={change.version}>
            <Change change={change} sites={sites} />
          </li>
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
