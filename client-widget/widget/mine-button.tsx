import { useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { Icon } from './icon.tsx';
import { usePart } from './use-part.ts';

/** Leads to all that is the reader's own. What it opened stays open when the reader is nobody any more, to say so. */
export function MineButton({ known }: { known: boolean }) {
  const { hands, words } = useHands();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const mine = usePart(open, () => import('./mine.tsx'), close);
  return (
    <>
      {known && (
        <button type="button" class="mine plain" part="mine" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon line="M8 8.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20a7.5 7.5 0 0 1 15 0" />
          <span>{words.say(hands.words.mine)}</span>
        </button>
      )}
      {open && mine && <mine.Dialog words={mine.words} onClose={close} />}
    </>
  );
}
