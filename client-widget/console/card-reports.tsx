import type { JSX } from 'preact';
import type { ReportView } from '../../shared/review.ts';
import { useSpeech } from './language.tsx';
import { momentOf } from './times.ts';

/** What readers say about a comment, each with how much it weighs and what a moderator made of it. */
export function CardReports({ reports }: { reports: ReportView[] }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const weightOf = (weight: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(weight);
  return (
    <section class="around" aria-labelledby="reports-title">
      <h3 id="reports-title">{say(words.reports.title, { n: reports.length })}</h3>
      <ol>
        {reports.map(({ by, reason, note, weight, rev, at, outcome }) => (
          <li key={`${by.id} ${rev}`}>
            <p>
              <bdi>{by.name ?? say(words.reports.nameless)}</bdi> {say(words.codes[reason])}{' '}
              <span class="quiet">
                {say(words.reports.weight, { weight: weightOf(weight) })}
                {outcome !== null && `, ${say(words.reports[outcome])}`}
              </span>{' '}
              <time class="quiet" dateTime={at}>
                {momentOf(at, locale)}
              </time>
            </p>
            {note !== null && (
              <p class="around-text" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
