import type { JSX } from 'preact';
import type { ReviewCard } from '../../shared/review.ts';
import { Sentence, useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';
import { dayOf, isSameDay, timeOf } from './times.ts';

interface Props {
  card: ReviewCard;
  me: string;
  now: number;
}

/** Who decided, what, and when. */
export function OutcomeSentence({ card, me, now }: Props): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  const { outcome } = card;
  if (outcome === null) return <>{say(words.outcome.withdrawn)}</>;
  const at = <time dateTime={outcome.at}>{whenOf(outcome.at, now, speech)}</time>;
  return <Sentence of={sentenceOf(card, me, words)} parts={{ at, by: <bdi>{outcome.by.name}</bdi> }} />;
}

/** The same as plain text, for the live region. */
export function outcomeText({ card, me, now }: Props, speech: Speech): string {
  const { words, say } = speech;
  if (card.outcome === null) return say(words.outcome.withdrawn);
  const params = { at: whenOf(card.outcome.at, now, speech), by: card.outcome.by.name };
  return say(sentenceOf(card, me, words), params);
}

function sentenceOf(
  { outcome }: ReviewCard,
  me: string,
  { outcome: words }: Speech['words'],
): Speech['words']['outcome']['done'] {
  if (outcome?.by.kind === 'rule') return words.byRule;
  const isMine = outcome?.by.id === me;
  if (outcome?.kind === 'approved') return isMine ? words.approvedByMe : words.approved;
  return isMine ? words.refusedByMe : words.refused;
}

function whenOf(iso: string, now: number, { locale, words, say }: Speech): string {
  const time = timeOf(iso, locale);
  return isSameDay(iso, now)
    ? say(words.outcome.today, { time })
    : say(words.outcome.otherDay, { time, date: dayOf(iso, locale) });
}
