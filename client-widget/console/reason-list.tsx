import type { JSX } from 'preact';
import type { Message } from '../../shared/messages/format.ts';
import type { Hit } from '../../shared/moderation.ts';
import { useSpeech } from './language.tsx';
import type { Judged } from './marked-text.tsx';
import { explain } from './reasons.ts';
import { useVeiled } from './veil.ts';

interface Props {
  card: Judged;
  /** Over the reasons; why a comment is in the queue, unless something else is said. */
  title?: Message;
  scope?: string;
  active: number | null;
  /** Shows in the text what a reason is about. */
  onMark: (index: number) => void;
}

export function reasonId(index: number, scope = ''): string {
  return `${scope}reason-${index + 1}`;
}

/** Every reason in words, numbered like its mark in the text. */
export function ReasonList({ card: plain, title, scope = '', active, onMark }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const card = useVeiled()(plain);
  const { hits, errors } = card.verdict;
  return (
    <section class="reasons" aria-labelledby={`${scope}reasons-title`}>
      <h3 id={`${scope}reasons-title`}>{say(title ?? words.reasons.title)}</h3>
      {hits.length === 0 && <p>{say(card.queue === 'premod' ? words.reasons.nonePremod : words.reasons.none)}</p>}
      <ol>
        {hits.map((hit, index) => (
          <ReasonItem key={index} {...{ card, scope, hit, index, onMark }} isActive={active === index} />
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
  card: Judged;
  scope: string;
  hit: Hit;
  index: number;
  isActive: boolean;
  onMark: (index: number) => void;
}

function ReasonItem({ card, scope, hit, index, isActive, onMark }: ItemProps): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  const { title, sentence, facts } = explain(hit, card, speech);
  const n = index + 1;
  return (
    <li id={reasonId(index, scope)} class="reason-item" tabIndex={-1} data-active={isActive}>
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
