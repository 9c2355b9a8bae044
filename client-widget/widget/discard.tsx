import { useEffect, useId, useRef } from 'preact/hooks';
import type { Writing } from './draft.ts';
import { useHands } from './hands.ts';

/** The composer asks: what was written is thrown away only after the reader said so. */
export function Discard({ writing: { change, close, field } }: { writing: Writing }) {
  const goOn = () => {
    change({ asking: false });
    field.current?.focus();
  };
  return <Question onYes={close} onNo={goOn} />;
}

/** Whether something written is to be thrown away. Whoever presses Enter at once keeps it. */
export function Question({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const { hands, words } = useHands();
  const { say } = words;
  const { discard, discardNo, discardYes } = hands.words.writing;
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="actions" role="group" aria-labelledby={id}>
      <p id={id}>{say(discard)}</p>
      <button type="button" class="danger" onClick={onYes}>
        {say(discardYes)}
      </button>
      <button ref={keep} type="button" class="plain" onClick={onNo}>
        {say(discardNo)}
      </button>
    </div>
  );
}
