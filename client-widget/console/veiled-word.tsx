import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';

/** A word that is blurred until it is pointed at, focused or pressed; read aloud only once it was pressed. */
export function VeiledWord({ text, n }: { text: string; n: number }): JSX.Element {
  const { words, say } = useSpeech();
  const [isShown, setShown] = useState(false);
  return (
    <span class={isShown ? 'veiled-word shown' : 'veiled-word'}>
      <span class="veiled-text" aria-hidden={!isShown}>
        {text}
      </span>
      {/* Lies over the word, so that the text itself stays what its author wrote. */}
      <button
        type="button"
        class="veil"
        aria-expanded={isShown}
        aria-label={say(isShown ? words.veil.hide : words.veil.show, { n })}
        onClick={() => setShown(!isShown)}
      />
    </span>
  );
}
