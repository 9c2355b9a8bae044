import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSpeech } from './language.tsx';
import { RefusePanel } from './refuse-panel.tsx';
import type { Entry } from './review-state.ts';
import { ChangedNote, FailedNote, SettledNote } from './standing-notes.tsx';

export interface DecisionProps {
  entry: Entry;
  me: string;
  now: number;
  isRefusing: boolean;
  noteField: RefObject<HTMLTextAreaElement | null>;
  /** What is being written to the author. */
  note: string;
  onNote: (note: string) => void;
  /** Whether shortcuts are on, so that hints make sense. */
  hints: boolean;
  onApprove: () => void;
  onRefuse: () => void;
  onReason: (index: number) => void;
  onCancel: () => void;
  onRetry: () => void;
  onDismiss: () => void;
  onDone: () => void;
}

/** What can be done now: decide, choose a reason, send again, or take note of what someone else did. */
export function DecisionBar(props: DecisionProps): JSX.Element {
  const { entry, isRefusing } = props;
  const { words, say } = useSpeech();
  const root = useRef<HTMLElement>(null);
  const shown = isRefusing ? 'refusing' : entry.standing.kind;
  const before = useRef(shown);

  // What had the focus may be gone now. Whoever was here stays here: on the first thing that can be done instead.
  const wasHere = root.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const from = before.current;
    before.current = shown;
    if (from === shown) return;
    const back = from === 'refusing' && shown === 'waiting' ? '[data-do="refuse"]' : '[data-first]';
    if (wasHere || shown === 'refusing') root.current?.querySelector<HTMLElement>(back)?.focus();
  }, [shown]);

  return (
    <section class="decision" ref={root} aria-label={say(words.decide.title)}>
      {show()}
    </section>
  );

  function show(): JSX.Element {
    const { standing } = entry;
    switch (standing.kind) {
      case 'settled':
        return <SettledNote {...props} />;
      case 'gone':
        return <p class="notice">{say(words.outcome.gone)}</p>;
      case 'sending':
        return <p class="notice">{say(words.decide.sending)}</p>;
      case 'failed':
        return <FailedNote {...props} standing={standing} />;
      case 'changed':
      case 'waiting':
        return (
          <>
            {standing.kind === 'changed' && <ChangedNote trouble={standing.trouble} />}
            {isRefusing ? <RefusePanel {...props} /> : <Buttons {...props} />}
          </>
        );
    }
  }
}

function Buttons({ hints, onApprove, onRefuse }: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <div class="buttons">
      {/* The second half of a double click is not meant for the next comment. */}
      <button
        type="button"
        class="button approve"
        data-do="approve"
        data-first
        aria-keyshortcuts={hints ? 'a' : undefined}
        onClick={(event) => event.detail < 2 && onApprove()}
      >
        {say(words.decide.approve)}
        {hints && <kbd aria-hidden="true">a</kbd>}
      </button>
      <button
        type="button"
        class="button refuse"
        data-do="refuse"
        aria-keyshortcuts={hints ? 'r' : undefined}
        onClick={onRefuse}
      >
        {say(words.decide.refuse)}
        {hints && <kbd aria-hidden="true">r</kbd>}
      </button>
    </div>
  );
}
