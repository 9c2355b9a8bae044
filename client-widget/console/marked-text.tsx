import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { LEVELS } from '../../shared/moderation-terms.ts';
import type { Field, Hit, Level } from '../../shared/moderation.ts';
import { useSpeech } from './language.tsx';
import { cutAtMarks } from './marks.ts';
import { explain } from './reasons.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { isVeiled, VeilContext } from './veil.ts';
import { VeiledWord } from './veiled-word.tsx';

/** What was judged, and how: a card of the queue, or a text that is only being tried. */
export type Judged = Pick<ReviewCard, 'text' | 'verdict' | 'queue'> & { author: Pick<ReviewCard['author'], 'name'> };

interface Props {
  card: Judged;
  field: Field;
  /** Tells the marks of several judged texts of one page apart. */
  scope?: string;
  /** The reason that is pointed at, by its index. */
  active: number | null;
  onReason: (index: number) => void;
}

export function markId(index: number, scope = ''): string {
  return `${scope}mark-${index + 1}`;
}

/**
 * The original text with every match marked and numbered like its reason. The numbers are drawn by the style sheet, so
 * that the text itself, and what is copied of it, stays what its author wrote.
 */
export function MarkedText({ card, field, scope, active, onReason }: Props): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  const { hits } = card.verdict;
  const isVeiling = useContext(VeilContext);
  const text = field === 'name' ? card.author.name : card.text;
  const segments = cutAtMarks(
    text,
    hits.map((hit) => ((hit.field === 'name') === (field === 'name') ? hit.span : undefined)),
  );
  return (
    <>
      {segments.map((segment, index) =>
        segment.over.length === 0 ? (
          segment.text
        ) : (
          <mark
            key={index}
            class={`mark ${gravest(segment.over.flatMap((at) => hits[at] ?? []))}`}
            data-active={active !== null && segment.over.includes(active)}
          >
            {isVeiling && segment.over.some((at) => isVeiledHit(hits[at])) ? (
              <VeiledWord text={segment.text} n={(segment.over[0] ?? 0) + 1} />
            ) : (
              segment.text
            )}
            {segment.ends.map((at) => {
              const hit = hits[at];
              if (hit === undefined) return null;
              const title = explain(hit, card, speech).title;
              return (
                <button
                  key={at}
                  type="button"
                  id={markId(at, scope)}
                  class="mark-number"
                  data-n={at + 1}
                  aria-label={say(words.reasons.jump, { n: at + 1, title })}
                  onClick={() => onReason(at)}
                />
              );
            })}
          </mark>
        ),
      )}
    </>
  );
}

function gravest(hits: readonly Hit[]): Level {
  const ranks = hits.map(({ level }) => LEVELS.indexOf(level));
  return LEVELS[Math.max(0, ...ranks)] ?? 'pass';
}

function isVeiledHit(hit: Hit | undefined): boolean {
  return hit !== undefined && isVeiled(hit);
}
