import type { JSX } from 'preact';
import type { ReviewCard } from '../../shared/review.ts';
import { Sentence, useSpeech } from './language.tsx';
import { momentOf } from './times.ts';

interface Props {
  card: ReviewCard;
  /** Brings back what was put aside; null where it cannot be. */
  onWake: (() => void) | null;
}

/** What has to be known before deciding: that its words are gone, that it was put aside or passed on, reported, or appealed against. */
export function CardNotes({ card, onWake }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { flags, snoozedUntil, undo, wipedAt } = card;
  const weight = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(flags?.weight ?? 0);
  return (
    <>
      {wipedAt !== undefined && <p class="card-note">{say(words.notes.wiped, { when: momentOf(wipedAt, locale) })}</p>}
      {snoozedUntil !== null && (
        <div class="card-note">
          <p>{say(words.notes.snoozed, { when: momentOf(snoozedUntil, locale) })}</p>
          {onWake !== null && (
            <button type="button" class="button minor" data-do="wake" onClick={onWake}>
              {say(words.notes.wake)}
            </button>
          )}
        </div>
      )}
      {card.review === 'escalated' && undo !== null && snoozedUntil === null && (
        <p class="card-note">
          <Sentence of={words.notes.escalated} parts={{ name: <bdi>{undo.by.name}</bdi> }} />
        </p>
      )}
      {flags !== null && flags.count > 0 && (
        <p class="card-note">{say(words.notes.flags, { n: flags.count, weight })}</p>
      )}
      <AppealNote card={card} />
    </>
  );
}

/** The author's words, and the refusal they are against. */
function AppealNote({ card }: Pick<Props, 'card'>): JSX.Element | null {
  const { locale, words, say } = useSpeech();
  const { appeal, outcome, queue } = card;
  if (appeal === null || queue !== 'appeal') return null;
  const codes = new Intl.ListFormat(locale).format((outcome?.codes ?? []).map((code) => say(words.codes[code])));
  return (
    <section class="card-note appeal" aria-labelledby="appeal-title">
      <h3 id="appeal-title">{say(words.notes.appeal)}</h3>
      <blockquote dir="auto">{appeal.text}</blockquote>
      <p class="quiet">{say(words.notes.appealOf, { when: momentOf(appeal.at, locale) })}</p>
      {outcome !== null && (
        <p>
          <Sentence
            of={words.notes.against}
            parts={{ name: <bdi>{outcome.by.name}</bdi>, when: momentOf(outcome.at, locale) }}
          />
          {codes !== '' && ` – ${say(words.outcome.code, { code: codes })}`}
        </p>
      )}
      {outcome?.note != null && <p dir="auto">{say(words.outcome.note, { note: outcome.note })}</p>}
    </section>
  );
}
