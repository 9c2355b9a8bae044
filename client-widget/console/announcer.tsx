import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';
import { outcomeText } from './outcome-sentence.tsx';
import { chipsOf } from './reasons.ts';
import type { ReviewState, Said } from './review-state.ts';
import { troubleSentence } from './trouble-note.tsx';
import { useVeiled } from './veil.ts';

interface Props {
  review: ReviewState;
  me: string;
  now: number;
}

/** Says aloud what just became of a comment and what is at hand now. */
export function Announcer({ review, me, now }: Props): JSX.Element {
  const speech = useSpeech();
  const [text, setText] = useState('');
  const wasEmpty = useRef(true);
  const veil = useVeiled();

  useEffect(() => {
    if (review.said !== null) setText(`${whatHappened(review.said)} ${whatIsNext()}`.trim());
  }, [review.said?.serial]);

  useEffect(() => {
    if (wasEmpty.current && review.count > 0 && review.tick > 2) setText(speech.say(speech.words.announce.arrived));
    wasEmpty.current = review.count === 0;
  }, [review.count === 0]);

  function whatHappened({ kind, card, id, act }: Said): string {
    const { words, say } = speech;
    const { name } = veil(card).author;
    switch (kind) {
      case 'done':
        return say(words.announce.done, { what: act === undefined ? '' : say(words.acts[act]), name });
      case 'undone':
        return say(words.announce.undone, { name });
      case 'taken':
        return `${name}: ${outcomeText({ card, me, now }, speech)}.`;
      case 'lost':
        return say(words.announce.lost, { name, by: card.claim?.by.name ?? '' });
      case 'failed':
      case 'changed': {
        const standing = review.entries.get(id)?.standing;
        const trouble = standing !== undefined && 'trouble' in standing ? standing.trouble : null;
        const why = trouble === null ? say(words.outcome.changed) : troubleSentence(trouble, speech);
        return say(words.announce.failed, { name, why });
      }
    }
  }

  function whatIsNext(): string {
    const { words, say } = speech;
    if (review.selected === null) return review.complete ? say(words.announce.finished) : '';
    const entry = review.entries.get(review.selected);
    if (entry === undefined || review.said?.id === review.selected) return '';
    return say(words.announce.next, {
      name: veil(entry.card).author.name,
      reasons: reasonsOf(veil(entry.card).verdict.hits, speech),
    });
  }

  return (
    <p role="status" class="unseen">
      {text}
    </p>
  );
}

function reasonsOf(hits: Parameters<typeof chipsOf>[0], speech: Speech): string {
  const chips = chipsOf(hits, speech);
  if (chips.length === 0) return speech.say(speech.words.reasons.none);
  return new Intl.ListFormat(speech.locale).format(chips);
}
