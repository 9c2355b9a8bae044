import { useRef, useState } from 'preact/hooks';
import { useHands } from './hands.ts';
import { Icon } from './icon.tsx';
import { usePart } from './use-part.ts';

/** The way to what the reader may be told of here. All but the button is loaded once it is wanted. */
export function SubscribeSlot() {
  const { hands, words } = useHands();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  const part = usePart(open, () => import('./subscribe.tsx'), close);
  return (
    <div class="notify" ref={box}>
      <button type="button" class="plain" part="subscribe" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon line="M13 5.7A4.5 4.5 0 0 0 6.5 10v4.5L5 17h12l-1.5-2.5M9.5 17a1.5 1.5 0 0 0 3 0M18 4v8m-4-4h8" />
        <span>{words.say(hands.words.follow)}</span>
      </button>
      {open && part && <part.Choices box={box} words={part.words} onClose={close} />}
    </div>
  );
}
