import type { JSX } from 'preact';
import type { AuditEvent } from '../../shared/audit.ts';
import { Sentence, useSpeech } from './language.tsx';
import { momentOf } from './times.ts';

/** "Approved by Inès Vidal, 3 March 14:03", and what else is known of it. */
export function AuditEventText({ event }: { event: AuditEvent }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { actor, at, undone, codes, takenFrom, until, openMs, note, remark } = event;
  const by = actor.kind === 'user' ? <bdi>{actor.name}</bdi> : say(words.actors[actor.kind]);
  const more = [
    ...codes.map((code) => say(words.codes[code])),
    ...(takenFrom === null ? [] : [say(words.audit.from, { name: takenFrom.name })]),
    ...(until === null ? [] : [say(words.audit.until, { when: momentOf(until, locale) })]),
    ...(openMs === null ? [] : [say(words.audit.open, { time: timeSpent(openMs, locale) })]),
  ];
  return (
    <>
      <p class="audit-act">
        <strong>
          <Sentence of={words.events[event.type]} parts={{ by }} />
        </strong>
        <time class="quiet" dateTime={at}>
          {momentOf(at, locale)}
        </time>
        {undone && <span class="chip">{say(words.audit.undone)}</span>}
      </p>
      {more.length > 0 && <p class="hint">{more.join(' · ')}</p>}
      {note !== null && (
        <p class="hint" dir="auto">
          {say(event.type === 'appealed' ? words.audit.appeal : words.audit.note, { text: note })}
        </p>
      )}
      {remark !== null && (
        <p class="hint" dir="auto">
          {say(words.audit.remark, { text: remark })}
        </p>
      )}
    </>
  );
}

/** A short span in the unit a person would use: "4 sec", "3 min". */
export function timeSpent(ms: number, locale: string): string {
  const [value, unit] = ms < 90_000 ? [ms / 1000, 'second'] : [ms / 60_000, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(value);
}
