import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../kit/api.ts';
import { useHands } from './hands.ts';

interface WishProps {
  label: string;
  /** What holds. */
  checked: boolean;
  /** Has it so; what it throws is said below. */
  onToggle: (on: boolean) => Promise<void>;
  /** Said below it, too. */
  hint?: string;
}

/**
 * One wish, as a sentence with a box to tick. It is done at once, and however fast the reader changes their mind, what they wanted
 * last is what comes of it.
 */
export function Wish({ label, checked, onToggle, hint }: WishProps) {
  const { hands, words } = useHands();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [failure, setFailure] = useState('');
  const turn = useRef(0);
  const queue = useRef(Promise.resolve());
  const toggle = (on: boolean) => {
    const mine = ++turn.current;
    setWanted(on);
    setFailure('');
    queue.current = queue.current
      .then(() => onToggle(on))
      .catch((error: unknown) => setFailure(error instanceof ApiProblem ? error.detail : words.say(hands.words.failed)))
      .then(() => {
        if (mine === turn.current) setWanted(null);
      });
  };
  return (
    <div class="wish">
      <label>
        <input type="checkbox" checked={wanted ?? checked} onChange={(event) => toggle(event.currentTarget.checked)} />
        <span>{label}</span>
      </label>
      {hint !== undefined && <small>{hint}</small>}
      <p class="failed" role="alert">
        {failure}
      </p>
    </div>
  );
}
