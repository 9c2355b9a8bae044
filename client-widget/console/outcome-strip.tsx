import type { JSX } from 'preact';
import type { CommentState } from './comment-state.ts';
import { useSpeech } from './language.tsx';

const SHOWN = 30;
const STEP = 8;
const HEIGHT = 24;

/** The graver, the higher, so that it can be read without colours, too. */
const HEIGHTS: Record<CommentState, number> = { published: 8, withdrawn: 8, erased: 8, held: 16, refused: HEIGHT };

/**
 * What became of the latest comments, one bar each, the newest at the end.
 * @param states the newest first
 */
export function OutcomeStrip({ states }: { states: readonly CommentState[] }): JSX.Element | null {
  const { words, say } = useSpeech();
  const latest = states.slice(0, SHOWN).reverse();
  if (latest.length === 0) return null;
  const count = (state: CommentState): number => latest.filter((one) => one === state).length;
  const label = say(words.person.strip, {
    ...{ published: count('published'), held: count('held'), refused: count('refused') },
  });
  return (
    <svg
      class="strip"
      role="img"
      aria-label={label}
      width={latest.length * STEP}
      height={HEIGHT}
      viewBox={`0 0 ${latest.length * STEP} ${HEIGHT}`}
    >
      <title>{label}</title>
      {latest.map((state, index) => (
        <rect
          key={index}
          class={`bar-${state}`}
          x={index * STEP}
          y={HEIGHT - HEIGHTS[state]}
          width={STEP - 2}
          height={HEIGHTS[state]}
        />
      ))}
    </svg>
  );
}
