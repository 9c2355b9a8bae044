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
  /** Null where rows cannot be picked. */
  isPicked: boolean | null;
  place: number;
  total: number;
  onSelect: (id: string) => void;
  /** `isRange`: with all from the one picked last. */
  onPick: (id: string, isRange: boolean) => void;
}

const EXCERPT = 180;
const CHIPS = 2;

export function rowId(commentId: string): string {
  return `row-${commentId}`;
}

/** One waiting comment in the list: who, what, why, since when. */
export function ReviewRow({
  entry,
  me,
  now,
  isSelected,
  isPicked,
  place,
  total,
  onSelect,
  onPick,
}: Props): JSX.Element {
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
      aria-checked={isPicked ?? undefined}
      aria-posinset={place}
      aria-setsize={total}
      aria-busy={standing.kind === 'sending'}
      // Shift would select text on the way.
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => (event.shiftKey && isPicked !== null ? onPick(card.id, true) : onSelect(card.id))}
    >
      <div class="row-head">
        {isPicked !== null && (
          // For pointers; the row itself says whether it is picked, and x picks it.
          <span
            class="row-pick"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onPick(card.id, event.shiftKey);
            }}
          />
        )}
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
