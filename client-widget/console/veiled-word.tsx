import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Hit } from '../../shared/moderation.ts';
import { useSpeech } from './language.tsx';
import { cutAtMarks } from './marks.ts';
import { isVeiled, VeilContext } from './veil.ts';

/**
 * A word that is blurred until it is pointed at, focused or pressed; read aloud only once it was pressed.
 * @param n of its reason, where reasons are listed
 */
export function VeiledWord({ text, n = null }: { text: string; n?: number | null }): JSX.Element {
  const { words, say } = useSpeech();
  const { show, hide, showAny, hideAny } = words.veil;
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
        aria-label={n === null ? say(isShown ? hideAny : showAny) : say(isShown ? hide : show, { n })}
        onClick={() => setShown(!isShown)}
      />
    </span>
  );
}

/** A text as it was written, its worst words veiled as the moderator wishes. */
export function VeiledText({ text: whole, hits }: { text: string; hits: readonly Hit[] }): JSX.Element {
  const isVeiling = useContext(VeilContext);
  const spans = hits.map((hit) => (isVeiling && isVeiled(hit) && hit.field !== 'name' ? hit.span : undefined));
  return (
    <>
      {cutAtMarks(whole, spans).map(({ text, over: [at] }, index) =>
        at === undefined ? text : <VeiledWord key={index} text={text} />,
      )}
    </>
  );
}
