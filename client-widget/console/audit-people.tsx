import type { JSX } from 'preact';
import type { AuditPeople, AuditPerson } from '../../shared/audit.ts';
import { timeSpent } from './audit-event.tsx';
import { useSpeech } from './language.tsx';
import { dayOf } from './times.ts';

interface Props {
  people: AuditPeople;
  /** The address of what one person did. */
  addressFor: (id: string) => string;
}

/** Who decided what, how much of it was taken back, and how long they looked: a row each, whoever decided most first. */
export function AuditPeopleTable({ people: { from, to, items }, addressFor }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const most = Math.max(...items.map(({ total }) => total), 1);
  return (
    <section class="audit-people" aria-labelledby="audit-people">
      <h3 id="audit-people">{say(words.colleagues.title)}</h3>
      <p class="hint">{say(words.colleagues.hint, { from: dayOf(from, locale), to: dayOf(to, locale) })}</p>
      {items.length === 0 ? (
        <p class="quiet">{say(words.colleagues.nobody)}</p>
      ) : (
        <div class="audit-scroll" role="region" tabIndex={0} aria-labelledby="audit-people">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.colleagues.name)}</th>
                {(['decisions', 'approved', 'refused', 'other', 'undone', 'median'] as const).map((column) => (
                  <th key={column} scope="col" class="number-cell">
                    {say(words.colleagues[column])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} most={most} address={addressFor(person.id)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function PersonRow({ person, most, address }: { person: AuditPerson; most: number; address: string }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { name, total, undone, medianOpenMs } = person;
  const parts = partsOf(person);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(undone / total);
  const number = (n: number): string => new Intl.NumberFormat(locale).format(n);
  return (
    <tr>
      <th scope="row">
        <a href={address}>
          <bdi>{name}</bdi>
        </a>
        <svg viewBox={`0 0 ${most} 1`} preserveAspectRatio="none" aria-hidden="true">
          <rect class="part approved" width={parts.approved} height="1" />
          <rect class="part refused" x={parts.approved} width={parts.refused} height="1" />
          <rect class="part other" x={parts.approved + parts.refused} width={parts.other} height="1" />
        </svg>
      </th>
      {[total, parts.approved, parts.refused, parts.other].map((n, index) => (
        <td key={index} class="number-cell">
          {number(n)}
        </td>
      ))}
      <td class="number-cell">{undone === 0 ? number(0) : say(words.colleagues.undoneOf, { n: undone, share })}</td>
      <td class="number-cell">{medianOpenMs === null ? '–' : timeSpent(medianOpenMs, locale)}</td>
    </tr>
  );
}

/** Decisions by where they leave the comment; the rest left it to others or to later. */
function partsOf({ decisions, total }: AuditPerson): { approved: number; refused: number; other: number } {
  const approved = (decisions.approved ?? 0) + (decisions.overturned ?? 0);
  const refused = (decisions.rejected ?? 0) + (decisions.appeal_upheld ?? 0);
  return { approved, refused, other: total - approved - refused };
}
