import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { History } from '../../shared/audit.ts';
import type { Answer } from './api.ts';
import { AuditEventText } from './audit-event.tsx';
import { useSpeech } from './language.tsx';
import { Retry } from './retry.tsx';
import { useLoaded } from './use-loaded.ts';

interface Props {
  /** The comment, and its version: another one has more of a history. */
  id: string;
  v: number;
  load: (id: string) => Promise<Answer<History>>;
}

/** Everything that happened to a comment, read once it is unfolded, and whether that accounts for where it stands. */
export function CardHistory({ id, v, load }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const { value, trouble, again } = useLoaded(() => load(id), isOpen ? `${id} ${v}` : null);
  return (
    <details class="card-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.history.title)}</summary>
      {value !== null && (
        <>
          <p class={value.intact ? 'hint' : 'trouble'}>
            {say(value.intact ? words.history.intact : words.history.broken)}
          </p>
          <ol>
            {value.items.map((event) => (
              <li key={event.id}>
                <AuditEventText event={event} />
              </li>
            ))}
          </ol>
        </>
      )}
      {isOpen && value === null && trouble === null && (
        <p class="hint" role="status">
          {say(words.page.loading)}
        </p>
      )}
      <Retry trouble={trouble} failed={words.history.failed} onRetry={() => void again()} />
    </details>
  );
}
