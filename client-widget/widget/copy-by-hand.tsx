import { useEffect, useRef } from 'preact/hooks';
import { linkTo, useHands } from './hands.ts';

export interface CopyByHandProps {
  id: string;
  /** The field has lost the focus. */
  onLeave: () => void;
  /** The reader wants to go back to where they came from. */
  onDone: () => void;
}

/** The link to a comment, selected, for readers whose clipboard is closed to the page. Escape or leaving the field ends it. */
export function CopyByHand({ id, onLeave, onDone }: CopyByHandProps) {
  const { config, hands, words } = useHands();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <label class="by-hand">
      {words.say(hands.words.copyByHand)}
      <input
        ref={field}
        type="text"
        dir="ltr"
        readOnly
        value={linkTo(config, id)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
      />
    </label>
  );
}
