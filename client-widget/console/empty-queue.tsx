import type { JSX } from 'preact';
import { useSpeech } from './language.tsx';
import type { ReviewState } from './review-state.ts';

/** Nothing waits: a moment to look up. */
export function EmptyQueue({ review }: { review: ReviewState }): JSX.Element {
  const { words, say } = useSpeech();
  if (review.phase !== 'ready' || !review.complete) return <p class="loading quiet">{say(words.list.loading)}</p>;
  return (
    <div class="finished">
      <span class="finished-mark" aria-hidden="true" />
      <h2 id="all-done" tabIndex={-1}>
        {say(words.list.empty)}
      </h2>
      <p class="quiet">{say(words.list.emptyLead)}</p>
    </div>
  );
}
