import type { JSX } from 'preact';
import type { Done } from './done.ts';
import { Sentence, useSpeech } from './language.tsx';
import { useVeiled } from './veil.ts';

interface Props {
  done: readonly Done[];
  hints: boolean;
  onUndo: (eventId: string) => void;
}

/** What I did last, newest first, each with the way back. */
export function DoneLine({ done, hints, onUndo }: Props): JSX.Element | null {
  const { words, say } = useSpeech();
  const veil = useVeiled();
  if (done.length === 0) return null;
  return (
    <section class="done-line" aria-label={say(words.done.title)}>
      <ul>
        {done.map(({ eventId, act, card, isUndoing }, index) => (
          <li key={eventId}>
            <span>
              <Sentence
                of={words.done.line}
                parts={{ what: say(words.acts[act]), name: <bdi>{veil(card).author.name}</bdi> }}
              />
            </span>
            <button
              type="button"
              class="button minor"
              data-do="undo"
              aria-keyshortcuts={hints && index === 0 ? 'Control+Z' : undefined}
              aria-disabled={isUndoing}
              onClick={() => onUndo(eventId)}
            >
              {say(isUndoing ? words.done.undoing : words.done.undo)}
              <span class="unseen">{` – ${say(words.acts[act])}, ${veil(card).author.name}`}</span>
              {hints && index === 0 && <kbd aria-hidden="true">ctrl z</kbd>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
