import type { JSX } from 'preact';
import type { ClaimView, ReviewCard } from '../../shared/review.ts';
import type { Trouble } from './api.ts';
import { barredFrom, isOwnAppeal } from './barred.ts';
import { choiceIn } from './choices.ts';
import type { DecisionProps } from './decision-bar.tsx';
import { Sentence, useSpeech } from './language.tsx';
import { OutcomeSentence } from './outcome-sentence.tsx';
import type { Standing } from './review-state.ts';
import { timeOf } from './times.ts';
import { troubleSentence } from './trouble-note.tsx';
import { UnsentNote } from './unsent-note.tsx';

/** Someone decided about the comment at hand. It stays until the moderator has taken note. */
export function SettledNote({ entry, me, now, hints, decisions, onDone }: DecisionProps): JSX.Element {
  const { words, say, locale } = useSpeech();
  const { note, remark } = decisions.draft;
  const { card } = entry;
  const { outcome } = card;
  const codes = new Intl.ListFormat(locale).format((outcome?.codes ?? []).map((code) => say(words.codes[code])));
  return (
    <div class="notice settled">
      <div>
        <p>
          <strong>
            <OutcomeSentence card={card} me={me.id} now={now} />
          </strong>
        </p>
        {codes !== '' && <p>{say(words.outcome.code, { code: codes })}</p>}
        {outcome?.note != null && <p dir="auto">{say(words.outcome.note, { note: outcome.note })}</p>}
        {note.trim() !== '' && note.trim() !== outcome?.note && <UnsentNote note={note} />}
        {remark.trim() !== '' && <UnsentNote note={remark} />}
      </div>
      <button type="button" class="button primary" data-first data-do="done" onClick={onDone}>
        {say(words.outcome.done)}
        {hints && <kbd aria-hidden="true">c</kbd>}
      </button>
    </div>
  );
}

interface FailedProps extends DecisionProps {
  standing: Extract<Standing, { kind: 'failed' }>;
}

/** The decision did not arrive. It is kept, and may be sent again as the same decision. */
export function FailedNote({ standing, onRetry, onDismiss }: FailedProps): JSX.Element {
  const speech = useSpeech();
  const { words, say } = speech;
  return (
    <div class="notice failed">
      <div>
        <p>
          <strong>{troubleSentence(standing.trouble, speech)}</strong>
        </p>
        <p>{say(words.decide.kept, { choice: choiceIn(standing.attempt.choice, speech) })}</p>
        {standing.trouble.kind === 'unreachable' && <p>{say(words.decide.resent)}</p>}
      </div>
      <div class="buttons">
        <button type="button" class="button primary" data-first data-do="retry" onClick={onRetry}>
          {say(words.decide.retry)}
        </button>
        <button type="button" class="button" onClick={onDismiss}>
          {say(words.decide.dismiss)}
        </button>
      </div>
    </div>
  );
}

/** The comment moved while the moderator looked at it or decided. */
export function ChangedNote({ trouble }: { trouble: Trouble | null }): JSX.Element {
  const speech = useSpeech();
  return (
    <div class="notice changed">
      <p>
        <strong>
          {trouble === null ? speech.say(speech.words.outcome.changed) : troubleSentence(trouble, speech)}
        </strong>
      </p>
    </div>
  );
}

/** A colleague is at it. */
export function HeldNote({ entry, claim, hints, onTakeOver }: DecisionProps & { claim: ClaimView }): JSX.Element {
  const { words, say, locale } = useSpeech();
  const parts = { name: <bdi>{claim.by.name}</bdi>, time: timeOf(claim.at, locale) };
  return (
    <div class="notice taken" role="status">
      <p>
        <strong>
          <Sentence of={entry.isLost === true ? words.presence.lost : words.presence.held} parts={parts} />
        </strong>
      </p>
      <button type="button" class="button" data-first data-do="take-over" onClick={onTakeOver}>
        {say(words.presence.takeOver)}
        {hints && <kbd aria-hidden="true">t</kbd>}
      </button>
    </div>
  );
}

/** An admin decides about it, or a colleague. */
export function NotYoursNote({ entry: { card }, me }: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  const barred = whyBarred(card, me.id);
  const other = card.review === 'escalated' ? say(words.notes.notYours) : say(words.outcome.gone);
  return (
    <p class="notice" data-first tabIndex={-1}>
      {barred === null ? other : say(words.notes[barred])}
    </p>
  );
}

/** Why some buttons are missing for whoever refused what was appealed against. */
export function BarredNote({ entry: { card }, me }: DecisionProps): JSX.Element | null {
  const { words, say } = useSpeech();
  const barred = whyBarred(card, me.id);
  return barred === null ? null : <p class="notice">{say(words.notes[barred])}</p>;
}

function whyBarred(card: ReviewCard, me: string): 'own' | 'ownLost' | null {
  if (isOwnAppeal(card, me)) return 'own';
  return barredFrom(card, me).length > 0 ? 'ownLost' : null;
}
