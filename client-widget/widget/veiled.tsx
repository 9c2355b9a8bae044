import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SubscribeSentences } from '../../shared/messages/subscribe/sentences.ts';
import { anchorOf } from './context.ts';
import { useHands } from './hands.ts';
import type { ShownComment } from './thread-state.ts';

/** The comment that is about to be folded away with the focus in it, which what comes in its place takes. */
let left: string | null = null;
export const leave = (commentId: string | null): void => void (left = commentId);

interface VeiledProps {
  comment: ShownComment;
  words: SubscribeSentences;
}

/** A comment by somebody the reader has muted: that there is one, and the way to read it all the same. */
export function Veiled({ comment, words }: VeiledProps) {
  const { hands, words: common } = useHands();
  const { say } = common;
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (left !== comment.id) return;
    leave(null);
    article.current?.focus();
  }, []);
  const show = () => {
    hands.show(comment.id);
    hands.jump(comment.id);
  };
  return (
    <article
      ref={article}
      id={anchorOf(comment.id)}
      class="comment veiled"
      part="comment"
      tabIndex={-1}
      aria-label={say(words.veiled)}
    >
      <p class="note">
        {say(words.veiled)}{' '}
        <button type="button" class="plain" onClick={show}>
          {say(words.show)}
        </button>
      </p>
    </article>
  );
}
