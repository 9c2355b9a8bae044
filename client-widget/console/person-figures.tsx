import type { JSX } from 'preact';
import type { PersonCard, PersonComment } from '../../shared/people.ts';
import { stateOf } from './comment-state.ts';
import { Sentence, useSpeech } from './language.tsx';
import { OutcomeStrip } from './outcome-strip.tsx';
import { dateOf } from './times.ts';

/** Who it is, at a glance: since when, under which names, and what became of what they wrote. */
export function PersonFigures({
  card,
  comments,
}: {
  card: PersonCard;
  comments: readonly PersonComment[];
}): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { figures, kind, names, reports, since, site } = card;
  const { published, held, refused, days, decided, refusedLately, strikes } = figures;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const weight = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (
    <section class="sheet" aria-label={say(words.person.figures)}>
      <p class="quiet">
        <bdi>{site.name}</bdi> · {say(words.person.since, { when: dateOf(since, locale) })} · {say(words.person[kind])}
      </p>
      {names.length > 1 && (
        <p>
          <Sentence
            of={words.person.names}
            parts={{
              names: names.map(({ name }, index) => (
                <>
                  {index > 0 && ', '}
                  <bdi>{name}</bdi>
                </>
              )),
            }}
          />
        </p>
      )}
      <p data-figures>{say(words.person.counts, { published, held, refused })}</p>
      <p>
        {decided === 0
          ? say(words.person.noRecord, { days })
          : say(words.person.record, {
              ...{ days, refused: refusedLately, n: decided },
              rate: percent.format(refusedLately / decided),
            })}{' '}
        {strikes > 0 && say(words.person.strikes, { n: strikes })}
      </p>
      {reports.upheld + reports.dismissed > 0 && (
        <p>
          {say(words.person.reports, {
            ...{ upheld: reports.upheld, dismissed: reports.dismissed },
            weight: weight.format(reports.weight),
          })}
        </p>
      )}
      <OutcomeStrip states={comments.map(stateOf)} />
    </section>
  );
}
