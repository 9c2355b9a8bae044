import type { JSX } from 'preact';
import type { TeamChange } from '../../shared/team.ts';
import { Sentence, useSpeech } from './language.tsx';
import { momentOf } from './times.ts';

/** What was changed about the team, newest first. */
export function TeamHistory({ changes }: { changes: readonly TeamChange[] }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <section class="team-history" aria-labelledby="team-changes">
      <h3 id="team-changes">{say(words.team.changes)}</h3>
      {changes.length === 0 && <p class="hint">{say(words.team.noChanges)}</p>}
      <ol>
        {changes.map((change) => (
          <li key={change.version}>
            <Change change={change} />
          </li>
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
