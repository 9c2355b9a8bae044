import type { JSX } from 'preact';
import { isNarrowed } from './desk-filter.ts';
import { useSpeech } from './language.tsx';
import type { ReviewState } from './review-state.ts';

/** Nothing waits: a moment to look up. Of a part of the queue only that is said. */
export function EmptyQueue({ review }: { review: ReviewState }): JSX.Element {
  const { words, say } = useSpeech();
  const { filter } = review;
  if (review.phase !== 'ready' || !review.complete) return <p class="loading quiet">{say(words.list.loading)}</p>;
  const isAll = filter.tab === 'all' && !isNarrowed(filter);
  const [title, lead] = isAll
    ? [words.list.empty, words.list.emptyLead]
    : filter.tab === 'snoozed' && !isNarrowed(filter)
      ? [words.filters.noneAside, words.filters.noneAsideLead]
      : [words.filters.empty, words.filters.emptyLead];
  return (
    <div class="finished">
      {isAll && <span class="finished-mark" aria-hidden="true" />}
      <h2 id="all-done" tabIndex={-1}>
        {say(title)}
      </h2>
      <p class="quiet">{say(lead)}</p>
      {!isAll && (
        <p>
          <a href="#queue">{say(words.filters.showAll)}</a>
        </p>
      )}
    </div>
  );
}
