import { useState } from 'preact/hooks';
import type { OwnCommentView } from '../../shared/comment.ts';
import type { VerdictSentences } from '../../shared/messages/verdict/sentences.ts';
import type { Config } from './config.ts';
import { useHands } from './hands.ts';
import { refusedFor } from './refused-for.ts';
import { adopt } from './styles.ts';
import css from './verdict.css';
import { verdictWords } from './verdict-words.ts';
import type { Words } from './words.ts';

/** What is loaded once a comment of the reader's own waits or was refused. */
export async function summon(root: ShadowRoot, config: Config) {
  const words = await verdictWords(config);
  adopt(root, css);
  return { Verdict: ({ comment }: { comment: OwnCommentView }) => <Verdict comment={comment} words={words} /> };
}

/** What is said aloud to the author of a comment that was decided on. */
export async function spokenOf(
  { state, reasons, note }: OwnCommentView,
  { config, say }: { config: Config; say: Words['say'] },
): Promise<string> {
  const words = await verdictWords(config);
  if (state !== 'refused') return say(words.approved);
  return [
    `${say(words.refused)}.`,
    ...refusedFor({ reasons }).map((code) => say(words.reasons[code])),
    ...(note ? [say(words.noteFrom), note] : []),
  ].join(' ');
}

interface VerdictProps {
  comment: OwnCommentView;
  words: VerdictSentences;
}

/** To the author alone: that their comment waits, or why it was not published and what the moderator wrote about it. */
function Verdict({ comment, words: { held, heldWhy, forgotten, refused, reasons, noteFrom } }: VerdictProps) {
  const { say } = useHands().words;
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
      {waits && <Forgotten why={say(forgotten)} />}
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
function Forgotten({ why }: { why: string }) {
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
      {!memory.kept && why}
    </p>
  );
}
