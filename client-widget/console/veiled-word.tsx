import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';

/** A word that is blurred until it is pointed at, focused or pressed; read aloud only once it was pressed. */
export function VeiledWord({ text, n }: { text: string; n: number }): JSX.Element {
  const { words, say } = useSpeech();
  const [isShown, setShown] = useState(false);
  return (
    <button
      type="button"
      class="veiled-word"
      aria-expanded={isShown}
      aria-label={isShown ? `${text} – ${say(words.veil.hide, { n })}` : say(words.veil.show, { n })}
      onClick={() => setShown(!isShown)}
    >
      {/* Read aloud as part of the label, once it may be. */}
      <span aria-hidden="true">{text}</span>
    </button>
  );
}
