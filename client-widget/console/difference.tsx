import type { JSX } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { Hit } from '../../shared/moderation.ts';
import { useSpeech } from './language.tsx';
import { isVeiled, VeilContext } from './veil.ts';
import { diffWords } from './word-diff.ts';

interface Props {
  /** What was found in either text: where words of them are veiled, both are folded until one asks for them. */
  hits: readonly Hit[];
  before: string;
  after: string;
  /** Over the two texts; what they are. */
  titles: readonly [before: string, after: string];
}

/** Two texts side by side, or one under the other where there is no room, with what differs marked. */
export function Difference({ hits, before, after, titles }: Props): JSX.Element {
  const changes = useMemo(() => diffWords(before, after), [before, after]);
  const { words, say } = useSpeech();
  const isFolded = useContext(VeilContext) && hits.some(isVeiled);
  const texts = (
    <div class="difference">
      {(['removed', 'added'] as const).map((kind, index) => (
        <figure key={kind}>
          <figcaption class="quiet">{titles[index]}</figcaption>
          <blockquote dir="auto">
            {changes
              .filter((change) => change.kind === 'same' || change.kind === kind)
              .map(({ kind: how, text }, at) =>
                how === 'same' ? (
                  text
                ) : how === 'removed' ? (
                  <del key={at}>
                    <span class="unseen"> ({say(words.around.removed)}) </span>
                    {text}
                  </del>
                ) : (
                  <ins key={at}>
                    <span class="unseen"> ({say(words.around.added)}) </span>
                    {text}
                  </ins>
                ),
              )}
          </blockquote>
        </figure>
      ))}
    </div>
  );
  if (!isFolded) return texts;
  return (
    <details>
      <summary>{titles.join(' – ')}</summary>
      {texts}
    </details>
  );
}
