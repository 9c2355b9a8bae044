import { useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { usePart } from './use-part.ts';

/** The way to what the reader may be told of here, and what of it holds. All but the button is loaded once there is something to say. */
export function SubscribeSlot() {
  const { hands, state, words } = useHands();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const holds = Boolean(state.told?.thread ?? state.told?.answers);
  const part = usePart(
    open || holds,
    (root, config) => import('./subscribe.tsx').then(({ summon }) => summon(root, config)),
    () => {
      setOpen(false);
      hands.announce(words.say(hands.words.failed));
    },
  );
  return (
    <>
      <div class="notify" ref={box}>
        <button type="button" class="plain" part="subscribe" aria-expanded={open} onClick={() => setOpen(!open)}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M13 5.7A4.5 4.5 0 0 0 6.5 10v4.5L5 17h12l-1.5-2.5M9.5 17a1.5 1.5 0 0 0 3 0M18 4v8m-4-4h8" />
          </svg>
          <span>{words.say(hands.words.follow)}</span>
        </button>
        {open && part && <part.Choices box={box} words={part.words} onClose={() => setOpen(false)} />}
      </div>
      {holds && part && <part.Holds box={box} words={part.words} />}
    </>
  );
}
