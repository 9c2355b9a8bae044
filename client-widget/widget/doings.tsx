import { useRef, useState } from 'preact/hooks';
import type { Config } from './config.ts';
import { useHands } from './hands.ts';
import type { ShownComment } from './thread-state.ts';
import { usePart } from './use-part.ts';

/**
 * What may be done about a comment: reported by others, and its author or answers followed; edited, taken back or appealed for by its
 * author; by moderators, more.
 */
export function Doings({ comment }: { comment: ShownComment }) {
  const { steer, services } = useHands().hands;
  const own = comment.author !== null && comment.author.id === services.identity.personId;
  return (
    <>
      {own ? <OfAuthor comment={comment} /> : <OfOthers comment={comment} />}
      {steer && comment.state === 'published' && <steer.Beside comment={comment} />}
    </>
  );
}

const upkeepOf = (root: ShadowRoot, config: Config) =>
  import('./upkeep.tsx').then(({ summon }) => summon(root, config));

function OfAuthor({ comment }: { comment: ShownComment }) {
  const upkeep = usePart(true, upkeepOf);
  return upkeep && <upkeep.Own comment={comment} words={upkeep.words} />;
}

function OfOthers({ comment }: { comment: ShownComment }) {
  const { hands, words } = useHands();
  const { say } = words;
  const [open, setOpen] = useState<'report' | 'others' | null>(null);
  const [sent, setSent] = useState(false);
  const report = useRef<HTMLButtonElement>(null);
  const others = useRef<HTMLButtonElement>(null);
  const failed = () => {
    setOpen(null);
    hands.announce(say(hands.words.failed));
  };
  const upkeep = usePart(open === 'report', upkeepOf, failed);
  const wishes = usePart(
    open === 'others',
    (root, config) => import('./subscribe.tsx').then(({ summon }) => summon(root, config)),
    failed,
  );
  const toggle = (what: 'report' | 'others') => setOpen(open === what ? null : what);
  return (
    <>
      <button
        ref={report}
        type="button"
        aria-expanded={open === 'report'}
        aria-disabled={sent}
        onClick={() => sent || toggle('report')}
      >
        {say(hands.words.report)}
        {sent && ' ✓'}
      </button>
      {comment.author && (
        <button
          ref={others}
          type="button"
          class="others"
          aria-label={say(hands.words.others, { name: comment.author.name })}
          aria-expanded={open === 'others'}
          onClick={() => toggle('others')}
        >
          ···
        </button>
      )}
      {open === 'report' && upkeep && (
        <upkeep.Report
          comment={comment}
          words={upkeep.words}
          onClose={(done) => {
            setOpen(null);
            setSent(done);
            report.current?.focus();
          }}
        />
      )}
      {open === 'others' && wishes && (
        <wishes.Others
          comment={comment}
          words={wishes.words}
          onClose={() => {
            setOpen(null);
            others.current?.focus();
          }}
        />
      )}
    </>
  );
}
