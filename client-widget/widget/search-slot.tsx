import { useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import type * as Search from './search.tsx';

/** The button that opens the search in the discussion. What searches is loaded then. */
export function SearchSlot() {
  const { config, hands, root, words } = useHands();
  const [part, setPart] = useState<Awaited<ReturnType<(typeof Search)['summon']>> | null>(null);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const press = () => {
    if (open) return setOpen(false);
    import('./search.tsx')
      .then(({ summon }) => summon(root, config))
      .then(
        (found) => {
          setPart(found);
          setOpen(true);
        },
        () => hands.announce(words.say(hands.words.failed)),
      );
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button ref={button} type="button" class="plain" aria-expanded={open} onClick={press}>
        {words.say(hands.words.search)}
      </button>
      {open && part && <part.Search words={part.words} onClose={close} />}
    </>
  );
}
