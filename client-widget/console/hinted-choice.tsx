import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Message } from '../../shared/messages/format.ts';
import { useSpeech } from './language.tsx';

interface Props<Value extends string> {
  legend: Message;
  values: readonly Value[];
  names: Readonly<Record<Value, Message>>;
  /** What each of them means. */
  hints: Readonly<Record<Value, Message>>;
  value: Value;
  onPick: (value: Value) => void;
}

/** One of a few, each with what it means. */
export function HintedChoice<Value extends string>(props: Props<Value>): JSX.Element {
  const { legend, values, names, hints, value, onPick } = props;
  const { say } = useSpeech();
  const id = useId();
  return (
    <fieldset class="roles">
      <legend>{say(legend)}</legend>
      {values.map((one) => (
        <div key={one} class="role">
          <label class="check">
            <input
              type="radio"
              name={id}
              value={one}
              checked={one === value}
              aria-describedby={`${id}-${one}`}
              onChange={() => onPick(one)}
            />
            <span>{say(names[one])}</span>
          </label>
          <p id={`${id}-${one}`} class="hint">
            {say(hints[one])}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
