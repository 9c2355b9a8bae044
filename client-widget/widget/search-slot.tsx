import { useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { usePart } from './use-part.ts';

/** The button that opens the search in the discussion. What searches is loaded then. */
export function SearchSlot() {
  const { hands, words } = useHands();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const part = usePart(
    open,
    () => import('./search.tsx'),
    () => setOpen(false),
  );
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button ref={button} type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.say(hands.words.search)}
      </button>
      {open && part && <part.Search words={part.words} onClose={close} />}
    </>
  );
}
