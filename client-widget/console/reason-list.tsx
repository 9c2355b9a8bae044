import type { JSX } from 'preact';
import type { Hit } from '../../shared/moderation.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { useSpeech } from './language.tsx';
import { explain } from './reasons.ts';

interface Props {
  card: ReviewCard;
  active: number | null;
  /** Shows in the text what a reason is about. */
  onMark: (index: number) => void;
}

export function reasonId(index: number): string {
  return `reason-${index + 1}`;
}

/** Every reason in words, numbered like its mark in the text. */
export function ReasonList({ card, active, onMark }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const { hits, errors } = card.verdict;
  return (
    <section class="reasons" aria-labelledby="reasons-title">
      <h3 id="reasons-title">{say(words.reasons.title)}</h3>
      {hits.length === 0 && <p>{say(card.queue === 'premod' ? words.reasons.nonePremod : words.reasons.none)}</p>}
      <ol>
        {hits.map((hit, index) => (
          <ReasonItem key={index} card={card} hit={hit} index={index} isActive={active === index} onMark={onMark} />
        ))}
      </ol>
      {errors.map(({ phase, kind }) => (
        <p key={`${phase}-${kind}`} class="quiet">
          {kind === 'over-budget'
            ? say(words.reasons.slow, { phase: say(words.phases[phase]) })
            : say(words.reasons.failed, { phase: say(words.phases[phase]), kind })}
        </p>
      ))}
    </section>
  );
}

interface ItemProps {
  card: ReviewCard;
  hit: Hit;
  index: number;
  isActive: boolean;
  onMark: (index: number) => void;
}

function ReasonItem({ card, hit, index, isActive, onMark }: ItemProps): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  const { title, sentence, facts } = explain(hit, card, speech);
  const n = index + 1;
  return (
    <li id={reasonId(index)} class="reason-item" tabIndex={-1} data-active={isActive}>
      {hit.span === undefined ? (
        <span class="number">{n}</span>
      ) : (
        <button
          type="button"
          class={`number mark ${hit.level}`}
          aria-label={say(words.reasons.back, { n })}
          onClick={() => onMark(index)}
        >
          {n}
        </button>
      )}
      <div class="reason-body">
        <p>
          <strong>{title}</strong> <span class={`chip level-${hit.level}`}>{say(words.levels[hit.level])}</span>{' '}
          {hit.field === 'name' && <span class="quiet">{say(words.reasons.inName)}</span>}
          {hit.field === 'link' && <span class="quiet">{say(words.reasons.inLink)}</span>}
        </p>
        {sentence !== null && <p>{sentence}</p>}
        <p class="quiet facts-line">
          {facts.map(([name, value]) => (
            <span key={name + value}>
              {name === '' ? value : `${name}${speech.lang === 'fr' ? '\u00a0' : ''}: ${value}`}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}
