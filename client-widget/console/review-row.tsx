import type { JSX } from 'preact';
import { Sentence, useSpeech } from './language.tsx';
import { excerptOf } from './excerpt.ts';
import { chipsOf } from './reasons.ts';
import { heldBy } from './presence.ts';
import type { Entry } from './review-state.ts';
import { ageOf, momentOf } from './times.ts';
import { useVeiled } from './veil.ts';

interface Props {
  entry: Entry;
  me: string;
  now: number;
  isSelected: boolean;
  place: number;
  total: number;
  onSelect: (id: string) => void;
}

const EXCERPT = 180;
const CHIPS = 2;

export function rowId(commentId: string): string {
  return `row-${commentId}`;
}

/** One waiting comment in the list: who, what, why, since when. */
export function ReviewRow({ entry, me, now, isSelected, place, total, onSelect }: Props): JSX.Element {
  const { standing } = entry;
  const card = useVeiled()(entry.card);
  const holder = heldBy(card, me, now);
  const speech = useSpeech();
  const { locale, words, say } = speech;
  const chips = chipsOf(card.verdict.hits, speech);
  const since = card.queuedAt ?? card.createdAt;
  return (
    <div
      id={rowId(card.id)}
      class={`row ${standing.kind}`}
      role="option"
      aria-selected={isSelected}
      aria-posinset={place}
      aria-setsize={total}
      aria-busy={standing.kind === 'sending'}
      onClick={() => onSelect(card.id)}
    >
      <div class="row-head">
        <bdi class="row-name">{card.author.name}</bdi>
        <time class="quiet" dateTime={since}>
          {card.snoozedUntil === null ? ageOf(since, now, locale) : momentOf(card.snoozedUntil, locale)}
        </time>
      </div>
      <p class="row-text" dir="auto">
        {excerptOf(card.text, EXCERPT)}
      </p>
      <div class="chips">
        {standing.kind !== 'waiting' ? (
          <span class={`chip state ${standing.kind === 'failed' ? 'level-hold' : 'level-note'}`}>
            {say(words.standings[standing.kind])}
          </span>
        ) : (
          card.queue !== null && <span class={`chip state queue-${card.queue}`}>{say(words.queues[card.queue])}</span>
        )}
        {holder !== null && (
          <span class="chip taken">
            <Sentence of={words.presence.row} parts={{ name: <bdi>{holder.by.name}</bdi> }} />
          </span>
        )}
        {chips.slice(0, CHIPS).map((chip) => (
          <bdi key={chip} class="chip">
            {chip}
          </bdi>
        ))}
        {chips.length > CHIPS && (
          <span class="chip more">{say(words.list.moreReasons, { n: chips.length - CHIPS })}</span>
        )}
      </div>
    </div>
  );
}
