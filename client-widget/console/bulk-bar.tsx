import type { JSX } from 'preact';
import { BULK_IDS_MAX } from '../../shared/limits.ts';
import { useSpeech } from './language.tsx';
import type { Picks } from './use-picks.ts';

interface Props {
  picks: Picks;
  /** How many fit the filter. */
  total: number;
  hints: boolean;
  onAct: () => void;
}

/** What is picked, and what can be done with it. */
export function BulkBar({ picks, total, hints, onAct }: Props): JSX.Element | null {
  const { words, say } = useSpeech();
  const { isAll, count } = picks;
  if (count === null) return null;
  const isPicked = count > 0;
  return (
    <section class={isPicked ? 'bulk-bar picked' : 'bulk-bar'} aria-label={say(words.bulk.bar)}>
      <p role="status" class={isPicked ? '' : 'unseen'}>
        {isPicked && <strong>{say(isAll ? words.bulk.pickedAll : words.bulk.picked, { n: count })}</strong>}
        {!isAll && count >= BULK_IDS_MAX && <span> {say(words.bulk.most, { n: BULK_IDS_MAX })}</span>}
      </p>
      {isPicked && (
        <button
          type="button"
          class="button primary"
          data-do="act-on-picked"
          aria-keyshortcuts={hints ? 'p' : undefined}
          onClick={onAct}
        >
          {say(words.bulk.act)}
          {hints && <kbd aria-hidden="true">p</kbd>}
        </button>
      )}
      {!isAll && total > 0 && (
        <button type="button" class="button minor" data-do="pick-all" onClick={picks.all}>
          {say(words.bulk.pickAll, { n: total })}
        </button>
      )}
      {isPicked && (
        <button type="button" class="button minor" data-do="pick-none" onClick={picks.clear}>
          {say(words.bulk.clear)}
        </button>
      )}
    </section>
  );
}
