import type { JSX } from 'preact';
import type { Connection } from './desk.ts';
import { useSpeech } from './language.tsx';

/** Says calmly that news is not live, and that work goes on. */
export function ConnectionNote({ connection }: { connection: Connection }): JSX.Element {
  const { words, say } = useSpeech();
  const note =
    connection === 'polling'
      ? words.connection.pollingLead
      : connection === 'offline'
        ? words.connection.offlineLead
        : null;
  return <div role="status">{note !== null && <p class={`banner ${connection}`}>{say(note)}</p>}</div>;
}
