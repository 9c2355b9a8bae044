import type { JSX } from 'preact';
import type { AuditHours } from '../../shared/audit.ts';
import { useSpeech } from './language.tsx';
import { timeOf } from './times.ts';

/** Of the drawing, in its own units: a bar with the gap behind it, and the height of the largest. */
const STEP = 10;
const BAR = 8;
const HEIGHT = 48;
const PARTS = ['approved', 'refused', 'other'] as const;
type Hour = AuditHours['hours'][number];

const sumOf = ({ approved, refused, other }: Hour): number => approved + refused + other;

/** The decisions of the last day as bars, an hour each: when it was busy, and what was decided then. */
export function AuditHoursChart({ hours }: AuditHours): JSX.Element {
  const { locale, words, say } = useSpeech();
  const most = Math.max(...hours.map(sumOf));
  const n = hours.reduce((sum, hour) => sum + sumOf(hour), 0);
  const said = say(words.colleagues.hoursSum, { n, most });
  return (
    <figure class="audit-hours">
      <figcaption>
        <h3>{say(words.colleagues.hours)}</h3>
        <p class="hint">{said}</p>
      </figcaption>
      <svg viewBox={`0 0 ${hours.length * STEP} ${HEIGHT + 1}`} preserveAspectRatio="none" role="img" aria-label={said}>
        <line class="base" x1="0" x2={hours.length * STEP} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
        {hours.map((hour, index) => (
          <HourBar key={hour.from} hour={hour} x={index * STEP} most={most} />
        ))}
      </svg>
      <p class="audit-axis hint" aria-hidden="true">
        {[0, 6, 12, 18, 23].map((index) => (
          <span key={index}>{timeOf(hours[index]?.from ?? '1970-01-01T00:00:00Z', locale)}</span>
        ))}
      </p>
      <Legend />
    </figure>
  );
}

function HourBar({ hour, x, most }: { hour: Hour; x: number; most: number }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { approved, refused, other } = hour;
  let top = HEIGHT;
  return (
    <g>
      <title>{say(words.colleagues.hour, { time: timeOf(hour.from, locale), approved, refused, other })}</title>
      <rect x={x} y="0" width={STEP} height={HEIGHT} fill="transparent" />
      {PARTS.map((part) => {
        const height = most === 0 ? 0 : (hour[part] / most) * HEIGHT;
        top -= height;
        return height > 0 && <rect key={part} class={`part ${part}`} x={x + 1} y={top} width={BAR} height={height} />;
      })}
    </g>
  );
}

/** What each colour stands for, here and in the table. */
function Legend(): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <ul class="audit-legend hint">
      {PARTS.map((part) => (
        <li key={part}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <rect class={`part ${part}`} width="10" height="10" />
          </svg>
          {say(words.colleagues[part])}
        </li>
      ))}
    </ul>
  );
}
