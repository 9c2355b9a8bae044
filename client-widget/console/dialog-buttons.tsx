import type { JSX } from 'preact';
import type { Message } from '../../shared/messages/format.ts';
import { useSpeech } from './language.tsx';

interface Props {
  /** What is confirmed, and its name in `data-do`. */
  go: Message;
  does: string;
  isDanger?: boolean;
  isSending: boolean;
  /** Left out where it sends the form it stands in. */
  onGo?: () => void;
  onCancel: () => void;
}

/** The end of a dialog: does what it is about, or leaves it. */
export function DialogButtons({ go, does, isDanger = false, isSending, onGo, onCancel }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <div class="button-row">
      <button
        type={onGo === undefined ? 'submit' : 'button'}
        class={`button ${isDanger ? 'danger' : 'primary'}`}
        data-do={does}
        aria-disabled={isSending}
        onClick={onGo}
      >
        {say(go)}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {say(words.page.cancel)}
      </button>
    </div>
  );
}
