import { useEffect, useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import type { ShownComment } from './thread-state.ts';
import type { Upkeep } from './upkeep.tsx';

/** What may be done about a comment: reported by others, edited, taken back or appealed for by its author; by moderators, more. */
export function Doings({ comment }: { comment: ShownComment }) {
  const { steer } = useHands().hands;
  return (
    <>
      <OfReaders comment={comment} />
      {steer && comment.state === 'published' && <steer.Beside comment={comment} />}
    </>
  );
}

function OfReaders({ comment }: { comment: ShownComment }) {
  const { config, hands, root, words } = useHands();
  const [upkeep, setUpkeep] = useState<Upkeep | null>(null);
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const own = comment.author !== null && comment.author.id === hands.services.identity.personId;
  const isWanted = own || open;
  useEffect(() => {
    if (!isWanted) return;
    let current = true;
    import('./upkeep.tsx')
      .then(({ summon }) => summon(root, config))
      .then(
        (found) => current && setUpkeep(found),
        () => {
          if (!current || own) return;
          setOpen(false);
          hands.announce(words.say(hands.words.failed));
        },
      );
    return () => {
      current = false;
    };
  }, [isWanted, config.lang]);
  if (own) return upkeep && <upkeep.Own comment={comment} words={upkeep.words} />;
  const close = (done: boolean) => {
    setOpen(false);
    setSent(done);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-disabled={sent}
        onClick={() => setOpen(!open && !sent)}
      >
        {words.say(hands.words.report)}
        {sent && ' ✓'}
      </button>
      {open && upkeep && <upkeep.Report comment={comment} words={upkeep.words} onClose={close} />}
    </>
  );
}
