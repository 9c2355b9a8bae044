import type { JSX } from 'preact';
import type { Discussion } from '../../shared/discussion.ts';
import { fragmentOf } from './desk-filter.ts';
import { excerptOf } from './excerpt.ts';
import { Sentence, useSpeech } from './language.tsx';
import { momentOf } from './times.ts';
import { TroubleNote } from './trouble-note.tsx';
import type { DiscussionAtHand } from './use-discussion.ts';
import { usePlainVeiledText, useVeiledName } from './veil.ts';

const EXCERPT = 90;

interface Props {
  at: DiscussionAtHand;
  discussion: Discussion;
  /** The comment above, which is unpinned there. */
  atHand: string | null;
}

/** The discussion as a whole: whether it goes on, what stands first in it, and what of it waits. */
export function OnPageDiscussion({ at, discussion, atHand }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const { id, title, count, waiting, closed } = discussion;
  return (
    <section class="on-page-part" aria-labelledby="on-page-discussion">
      <h2 id="on-page-discussion">
        <bdi>{title ?? say(words.card.untitled)}</bdi>
      </h2>
      <p class="card-meta">
        <span>{say(words.onPage.count, { n: count })}</span>
        <a href={fragmentOf({ tab: 'all', thread: id })} target="_blank" rel="noopener" data-do="queue">
          {say(words.onPage.waiting, { n: waiting })}
        </a>
      </p>
      <Pinned {...{ at, discussion, atHand }} />
      <p role="status">
        {closed === null ? (
          say(words.onPage.open)
        ) : (
          <Sentence
            of={words.onPage.closed}
            parts={{ by: <bdi>{closed.by.name}</bdi>, when: momentOf(closed.at, locale) }}
          />
        )}
      </p>
      <TroubleNote trouble={at.trouble} />
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-do="close"
          aria-describedby="on-page-closing"
          aria-disabled={at.isSending || undefined}
          onClick={() => !at.isSending && at.setClosed(closed === null)}
        >
          {say(closed === null ? words.onPage.close : words.onPage.reopen)}
        </button>
      </div>
      <p id="on-page-closing" class="hint">
        {say(closed === null ? words.onPage.closeHint : words.onPage.reopenHint)}
      </p>
    </section>
  );
}

function Pinned({ at, discussion: { pinned }, atHand }: Props): JSX.Element | null {
  const { words, say } = useSpeech();
  const veiledName = useVeiledName();
  const veiledText = usePlainVeiledText();
  if (pinned.length === 0) return null;
  return (
    <>
      <h3 id="on-page-pinned">{say(words.onPage.pinned)}</h3>
      <ol class="on-page-pinned" aria-labelledby="on-page-pinned">
        {pinned.map((comment) => (
          <li key={comment.id}>
            <span dir="auto">
              <bdi>{veiledName(comment.authorName, comment.hits)}</bdi> –{' '}
              {excerptOf(veiledText(comment.text, comment.hits), EXCERPT)}
            </span>
            {comment.id !== atHand && (
              <button
                type="button"
                class="button minor"
                data-do="unpin"
                aria-label={`${say(words.onPage.unpin)} – ${veiledName(comment.authorName, comment.hits)}`}
                aria-disabled={at.isSending || undefined}
                onClick={() => !at.isSending && at.unpin(comment.id)}
              >
                {say(words.onPage.unpin)}
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
