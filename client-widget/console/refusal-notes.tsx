import type { JSX } from 'preact';
import { Sentence, useSpeech } from './language.tsx';
import type { Refusal } from './refusals.ts';
import { troubleSentence } from './trouble-note.tsx';
import { useVeiled } from './veil.ts';

interface Props {
  refusals: readonly Refusal[];
  onClose: (id: string) => void;
}

/** Says, aloud too, what was wished and not done. The element is always there, so that screen readers notice the change. */
export function RefusalNotes({ refusals, onClose }: Props): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  const veil = useVeiled();
  return (
    <div role="alert">
      {refusals.map(({ wish, card, trouble }) => {
        const { name } = veil(card).author;
        return (
          <p key={card.id} class="banner refusal">
            <span>
              <Sentence
                of={words.refused[wish]}
                parts={{ name: <bdi>{name}</bdi>, why: troubleSentence(trouble, speech) }}
              />
            </span>
            <button
              type="button"
              class="button minor"
              aria-label={`${say(words.page.close)} – ${name}`}
              onClick={() => onClose(card.id)}
            >
              {say(words.page.close)}
            </button>
          </p>
        );
      })}
    </div>
  );
}
