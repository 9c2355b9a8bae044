import { useEffect, useRef } from 'preact/hooks';
import css from './copy-by-hand.css';
import { linkTo, useHands, type CopyByHandProps } from './hands.ts';
import { adopt } from './styles.ts';

/** What is loaded once a link could not be copied. */
export function summon(root: ShadowRoot) {
  adopt(root, css);
  return { CopyByHand };
}

/** The link to a comment, selected, for readers whose clipboard is closed to the page. Escape or leaving the field ends it. */
function CopyByHand({ id, onLeave, onDone }: CopyByHandProps) {
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
