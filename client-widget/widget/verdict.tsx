import { useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { refusedFor } from './refused-for.ts';
import type { ShownComment } from './thread-state.ts';

/** To the author alone: that their comment waits, or why it was not published and what the moderator wrote about it. */
export function Verdict({ comment }: { comment: ShownComment }) {
  const { hands, words } = useHands();
  const { say } = words;
  const { held, heldWhy, refused, reasons, noteFrom } = hands.words;
  if (comment.state !== 'held' && comment.state !== 'refused') return null;
  const waits = comment.state === 'held';
  return (
    <div class="verdict">
      <p>
        <strong>{say(waits ? held : refused)}</strong>{' '}
        {waits
          ? say(heldWhy)
          : refusedFor(comment)
              .map((code) => say(reasons[code]))
              .join(' ')}
      </p>
      {waits && <Forgotten />}
      {comment.note !== null && (
        <>
          <p>{say(noteFrom)}</p>
          <blockquote dir="auto">{comment.note}</blockquote>
        </>
      )}
    </div>
  );
}

/** Says what is lost with this tab, and offers to keep it. Pressed, the button stays, so that the focus is not lost. */
function Forgotten() {
  const { hands, words } = useHands();
  const { memory } = hands.services;
  const [offered] = useState(!memory.kept);
  const [, redraw] = useState(memory.kept);
  if (!offered) return null;
  const keep = () => {
    memory.keep(!memory.kept);
    redraw(memory.kept);
  };
  return (
    <p>
      <button type="button" class="keep" aria-pressed={memory.kept} onClick={keep}>
        {words.say(hands.words.rememberMe)}
      </button>{' '}
      {!memory.kept && words.say(hands.words.forgotten)}
    </p>
  );
}
