import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useSpeech } from './language.tsx';

interface Props {
  title: string;
  hint: string;
  class?: string;
  onCancel: () => void;
  children: ComponentChildren;
}

/** Asks for more before something is done about the comment at hand. Its title gets the focus. */
export function Panel({ title, hint, class: name = '', onCancel, children }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  return (
    <div class={`panel ${name}`} role="group" aria-labelledby={`${id}-title`}>
      <header class="panel-head">
        <h3 id={`${id}-title`} class="panel-title" tabIndex={-1} data-first aria-describedby={`${id}-hint`}>
          {title}
        </h3>
        <button type="button" class="button quiet" onClick={onCancel}>
          {say(words.page.cancel)}
          <kbd aria-hidden="true">{say(words.keys.keyEscape)}</kbd>
        </button>
      </header>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
      {children}
    </div>
  );
}

/** Sends what a panel asked for. */
export function SendButton({ isOff = false, onSend }: { isOff?: boolean; onSend: () => void }): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <button type="button" class="button primary" data-do="send" disabled={isOff} onClick={onSend}>
      {say(words.panels.send)}
      <kbd aria-hidden="true">{say(words.keys.keyEnter)}</kbd>
    </button>
  );
}
