import type { JSX } from 'preact';
import type { Message } from '../../shared/messages/format.ts';
import type { OutcomeView, ReviewCard } from '../../shared/review.ts';
import { Sentence, useSpeech } from './language.tsx';
import type { Speech } from './language.tsx';
import { isPutAside, waits } from './queue-order.ts';
import { dayOf, isSameDay, timeOf } from './times.ts';

interface Props {
  card: ReviewCard;
  me: string;
  now: number;
}

/** Who decided, what, and when; or who saw to it that it waits elsewhere. */
export function OutcomeSentence({ card, me, now }: Props): JSX.Element {
  const speech = useSpeech();
  const told = actOf(card, me, speech.words);
  if (told === null) return <>{speech.say(speech.words.outcome.withdrawn)}</>;
  const at = <time dateTime={told.at}>{whenOf(told.at, now, speech)}</time>;
  return <Sentence of={told.sentence} parts={{ at, by: <bdi>{told.by}</bdi> }} />;
}

/** The same as plain text, for the live region. */
export function outcomeText({ card, me, now }: Props, speech: Speech): string {
  const told = actOf(card, me, speech.words);
  if (told === null) return speech.say(speech.words.outcome.withdrawn);
  return speech.say(told.sentence, { at: whenOf(told.at, now, speech), by: told.by });
}

/** The act a card tells of; null where there is none, since the comment itself is gone. */
function actOf(
  card: ReviewCard,
  me: string,
  { outcome: words, notes }: Speech['words'],
): { sentence: Message; by: string; at: string } | null {
  const { outcome, undo } = card;
  if (waits(card) || isPutAside(card)) {
    if (undo === null) return { sentence: notes.moved, by: '', at: card.queuedAt ?? card.createdAt };
    return { sentence: isPutAside(card) ? notes.putAside : notes.passedOn, by: undo.by.name, at: undo.at };
  }
  if (outcome === null) return null;
  return { sentence: sentenceOf(outcome, me, words), by: outcome.by.name, at: outcome.at };
}

function sentenceOf({ kind, by }: OutcomeView, me: string, words: Speech['words']['outcome']): Message {
  if (kind === 'withdrawn' || kind === 'erased') return words.byAuthor;
  if (by.kind === 'rule') return words.byRule;
  const isMine = by.id === me;
  if (kind === 'approved') return isMine ? words.approvedByMe : words.approved;
  return isMine ? words.refusedByMe : words.refused;
}

function whenOf(iso: string, now: number, { locale, words, say }: Speech): string {
  const time = timeOf(iso, locale);
  return isSameDay(iso, now)
    ? say(words.outcome.today, { time })
    : say(words.outcome.otherDay, { time, date: dayOf(iso, locale) });
}
