import { useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { minutesLeft } from './own-time.ts';
import { isUnpublished } from './thread-reduce.ts';
import type { ShownComment } from './thread-state.ts';
import { usePart } from './use-part.ts';

interface DoingsProps {
  comment: ShownComment;
}

/**
 * What may be done about a comment: reported by others, and its author or answers followed; edited, taken back or appealed for by its
 * author; by moderators, more. Here are the buttons, and what they open is loaded then.
 */
export function Doings({ comment }: DoingsProps) {
  const { steer, services } = useHands().hands;
  const own = comment.author !== null && comment.author.id === services.identity.personId;
  return (
    <>
      {own ? <OfAuthor comment={comment} /> : <OfOthers comment={comment} />}
      {steer && comment.state === 'published' && <steer.Beside comment={comment} />}
    </>
  );
}

const loadUpkeep = () => import('./upkeep.tsx');

/** Once one of them is pressed, what is loaded draws the buttons, too; at once where there may be more to say. */
function OfAuthor({ comment }: DoingsProps) {
  const { hands, state, words } = useHands();
  const { say } = words;
  const [wish, setWish] = useState<'edit' | 'withdraw' | null>(null);
  const isPlain = !isUnpublished(comment);
  const upkeep = usePart(!isPlain || wish !== null, loadUpkeep, () => setWish(null));
  if (upkeep) return <upkeep.Own comment={comment} words={upkeep.words} wish={wish} />;
  const left = minutesLeft(comment, state);
  return (
    isPlain && (
      <>
        {left > 0 && (
          <button type="button" class="edit" onClick={() => setWish('edit')}>
            {say(hands.words.edit, { n: left })}
          </button>
        )}
        <button type="button" class="withdraw" onClick={() => setWish('withdraw')}>
          {say(hands.words.withdraw)}
        </button>
      </>
    )
  );
}

function OfOthers({ comment }: DoingsProps) {
  const { hands, words } = useHands();
  const { say } = words;
  const [open, setOpen] = useState<'report' | 'others' | null>(null);
  const [sent, setSent] = useState(false);
  const pressed = useRef<HTMLElement | null>(null);
  const fold = () => setOpen(null);
  const upkeep = usePart(open === 'report', loadUpkeep, fold);
  const wishes = usePart(open === 'others', () => import('./subscribe.tsx'), fold);
  const toggle = (what: 'report' | 'others') => (event: { currentTarget: HTMLElement }) => {
    pressed.current = event.currentTarget;
    setOpen(open === what ? null : what);
  };
  const close = () => {
    fold();
    pressed.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        aria-expanded={open === 'report'}
        aria-disabled={sent}
        onClick={sent ? undefined : toggle('report')}
      >
        {say(hands.words.report)}
        {sent && ' ✓'}
      </button>
      {comment.author && (
        <button
          type="button"
          class="others"
          aria-label={say(hands.words.others, { name: comment.author.name })}
          aria-expanded={open === 'others'}
          onClick={toggle('others')}
        >
          ···
        </button>
      )}
      {open === 'report' && upkeep && (
        <upkeep.Report
          comment={comment}
          words={upkeep.words}
          onClose={(done) => {
            setSent(done);
            close();
          }}
        />
      )}
      {open === 'others' && wishes && <wishes.Others comment={comment} words={wishes.words} onClose={close} />}
    </>
  );
}
