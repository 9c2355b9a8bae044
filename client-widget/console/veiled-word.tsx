import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';
import type { Judged } from './marked-text.tsx';
import { cutAtMarks } from './marks.ts';
import { isVeiled, VeilContext } from './veil.ts';

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

/** A text as it was written, its worst words veiled as the moderator wishes. */
export function VeiledText({ card }: { card: Judged }): JSX.Element {
  const isVeiling = useContext(VeilContext);
  const { hits } = card.verdict;
  const spans = hits.map((hit) => (isVeiling && isVeiled(hit) && hit.field !== 'name' ? hit.span : undefined));
  return (
    <>
      {cutAtMarks(card.text, spans).map(({ text, over: [at] }, index) =>
        at === undefined ? text : <VeiledWord key={index} text={text} n={at + 1} />,
      )}
    </>
  );
}
