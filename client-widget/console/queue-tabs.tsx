import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { fragmentOf, TABS } from './desk-filter.ts';
import type { Tab } from './desk-filter.ts';
import { useSpeech } from './language.tsx';
import { figuresOf } from './queue-ages.ts';
import type { ReviewState } from './review-state.ts';
import { ageOf } from './times.ts';

interface Props {
  review: ReviewState;
  now: number;
  hints: boolean;
}

/** The queues side by side: how much waits in each, and how long the oldest has. */
export function QueueTabs({ review, now, hints }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const row = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [review.filter.tab]);
  return (
    <section class="tabs" aria-label={say(words.tabs.title)}>
      <ul ref={row}>
        {TABS.map((tab, index) => (
          <li key={tab}>
            <QueueTab {...{ tab, review, now }} digit={hints ? index + 1 : null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function QueueTab({ tab, review, now, digit }: Omit<Props, 'hints'> & { tab: Tab; digit: number | null }): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { filter } = review;
  const figures = figuresOf(review.figures, tab);
  const isCurrent = filter.tab === tab;
  const facts =
    figures === null
      ? []
      : [
          say(words.ages.waiting, { n: figures.count }),
          ...(figures.oldestAt === null
            ? []
            : [say(words.ages.oldest, { age: ageOf(figures.oldestAt, now, locale, 'long') })]),
          ...(figures.p95At === null ? [] : [say(words.ages.p95, { age: ageOf(figures.p95At, now, locale, 'long') })]),
        ];
  return (
    <a
      href={fragmentOf({ ...filter, tab })}
      class={`tab ${figures?.count === 0 ? 'none' : ''}`}
      data-tab={tab}
      aria-current={isCurrent ? 'true' : undefined}
      aria-keyshortcuts={digit === null ? undefined : String(digit)}
      title={facts.join(' ; ')}
    >
      <span class="tab-name">{say(words.tabs[tab])}</span>{' '}
      {figures !== null && <strong class="tab-count">{new Intl.NumberFormat(locale).format(figures.count)}</strong>}
      {figures?.oldestAt != null && (
        <span class="tab-age quiet" aria-hidden="true">
          {ageOf(figures.oldestAt, now, locale)}
          {figures.p95At !== null && figures.p95At !== figures.oldestAt && ` / ${ageOf(figures.p95At, now, locale)}`}
        </span>
      )}
      {facts.length > 1 && <span class="unseen">{facts.slice(1).join(', ')}</span>}
    </a>
  );
}
