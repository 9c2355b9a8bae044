import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import type { Trouble } from './api.ts';
import { useSpeech } from './language.tsx';
import { TroubleNote } from './trouble-note.tsx';

interface Props {
  trouble: Trouble | null;
  /** What could not be read. */
  failed?: Message;
  onRetry: () => void;
}

/** Says why something could not be read, and reads it once more; nothing while all is well. */
export function Retry({ trouble, failed, onRetry }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} class="retry" tabIndex={-1}>
      {trouble !== null && failed !== undefined && <p>{say(failed)}</p>}
      <TroubleNote trouble={trouble} />
      {trouble !== null && (
        <button
          type="button"
          class="button"
          data-do="retry"
          onClick={() => {
            // The button goes with the trouble; whoever pressed it goes on from here.
            place.current?.focus();
            onRetry();
          }}
        >
          {say(words.page.tryAgain)}
        </button>
      )}
    </div>
  );
}
