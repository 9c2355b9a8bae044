import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import { anchorOf } from './context.ts';
import { useHands } from './hands.ts';
import type { ShownComment } from './thread-state.ts';

interface VeiledProps {
  comment: ShownComment;
  words: SubscribeSentences;
}

/** A comment by somebody the reader has muted: that there is one, and the way to read it all the same. */
export function Veiled({ comment, words }: VeiledProps) {
  const { hands, root, words: common } = useHands();
  const { say } = common;
  const anchor = anchorOf(comment.id);
  const show = () => {
    hands.show(comment.id);
    setTimeout(() => root.getElementById(anchor)?.focus());
  };
  return (
    <article id={anchor} class="comment veiled" part="comment" tabIndex={-1} aria-label={say(words.veiled)}>
      <p class="note">
        {say(words.veiled)}{' '}
        <button type="button" class="plain" onClick={show}>
          {say(words.show)}
        </button>
      </p>
    </article>
  );
}
