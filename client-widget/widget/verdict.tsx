import { useHands } from './context.ts';
import type { ShownComment } from './thread-state.ts';

/** To the author alone: that their comment waits, or why it was not published. */
export function Verdict({ comment }: { comment: ShownComment }) {
  const { hands, words } = useHands();
  const { held, heldWhy, refused, reasons } = hands.words;
  if (comment.state !== 'held' && comment.state !== 'refused') return null;
  const waits = comment.state === 'held';
  return (
    <p class="verdict">
      <strong>{words.say(waits ? held : refused)}</strong>{' '}
      {words.say(waits ? heldWhy : reasons[comment.reason ?? 'other'])}
    </p>
  );
}
