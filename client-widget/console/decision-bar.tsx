import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ModeratorView } from '../../shared/identity.ts';
import type { Action } from '../../shared/moderation.ts';
import { useSpeech } from './language.tsx';
import { EscalatePanel, SnoozePanel, UpholdPanel } from './other-panels.tsx';
import { keptBy } from './presence.ts';
import { RefusePanel, RemarkField } from './refuse-panel.tsx';
import type { Entry } from './review-state.ts';
import { BarredNote, ChangedNote, FailedNote, HeldNote, NotYoursNote, SettledNote } from './standing-notes.tsx';
import type { Decisions } from './use-decisions.ts';
import { WordsField } from './words-field.tsx';

export interface DecisionProps {
  entry: Entry;
  me: ModeratorView;
  now: number;
  decisions: Decisions;
  /** Whether shortcuts are on, so that hints make sense. */
  hints: boolean;
  onRetry: () => void;
  onDismiss: () => void;
  onDone: () => void;
  onTakeOver: () => void;
}

/** The key of an action, and whether it is one of the two main ones. */
const BUTTONS: Readonly<Record<Action, { key: string; look: string }>> = {
  approve: { key: 'a', look: 'approve' },
  overturn: { key: 'a', look: 'approve' },
  refuse: { key: 'r', look: 'refuse' },
  uphold: { key: 'r', look: 'refuse' },
  spam: { key: 's', look: 'minor' },
  escalate: { key: 'e', look: 'minor' },
  snooze: { key: 'z', look: 'minor' },
};
const ORDER: readonly Action[] = ['approve', 'overturn', 'refuse', 'uphold', 'spam', 'escalate', 'snooze'];

/** What can be done now: decide, answer what that asks for, send again, or take note of what someone else did. */
export function DecisionBar(props: DecisionProps): JSX.Element {
  const { entry, decisions } = props;
  const { words, say } = useSpeech();
  const root = useRef<HTMLElement>(null);
  const held = keptBy(entry.card, props.me.id, props.now);
  const isOpen = entry.standing.kind === 'waiting' || entry.standing.kind === 'changed';
  const shown = decisions.panel ?? (isOpen && held !== null ? 'held' : entry.standing.kind);
  const before = useRef(shown);

  // What had the focus may be gone now. Whoever was here stays here: on the first thing that can be done instead.
  const wasHere = root.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const from = before.current;
    before.current = shown;
    if (from === shown) return;
    const isBack = shown === 'waiting' || shown === 'changed';
    const opener = root.current?.querySelector<HTMLElement>(`[data-do="${from}"]`);
    const first = root.current?.querySelector<HTMLElement>(
      shown === 'escalate' ? '[data-field=remark]' : '[data-first]',
    );
    if (wasHere || decisions.panel !== null) (isBack ? (opener ?? first) : first)?.focus();
    if (decisions.panel !== null && root.current !== null) uncover(root.current);
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
            {standing.kind === 'changed' && held === null && <ChangedNote trouble={standing.trouble} />}
            {held === null ? ask() : <HeldNote {...props} claim={held} />}
          </>
        );
    }
  }

  function ask(): JSX.Element {
    switch (decisions.panel) {
      case 'refuse':
        return <RefusePanel {...props} />;
      case 'escalate':
        return <EscalatePanel {...props} />;
      case 'snooze':
        return <SnoozePanel {...props} />;
      case 'uphold':
        return <UpholdPanel {...props} />;
      case null:
        return decisions.actions.length === 0 ? <NotYoursNote {...props} /> : <Buttons {...props} />;
    }
  }
}

/** What is asked takes room: the comment is moved up where it would be covered, unless one reads on within it. */
function uncover(decision: HTMLElement): void {
  const text = decision.closest('.card')?.querySelector('[data-part=text]');
  if (text == null) return;
  const { top, bottom } = text.getBoundingClientRect();
  if (top > 0 && bottom > decision.getBoundingClientRect().top) text.scrollIntoView();
}

function Buttons(props: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  const { hints, decisions } = props;
  const { actions, draft, write, isRemarking, remark } = decisions;
  const isAppeal = actions.includes('overturn');
  return (
    <>
      <BarredNote {...props} />
      {isAppeal && <WordsField which="note" value={draft.note} onInput={(note) => write({ note })} hints={hints} />}
      <RemarkField hints={hints} decisions={decisions} />
      <div class="buttons">
        {ORDER.filter((action) => actions.includes(action)).map((action, index) => (
          // The second half of a double click is not meant for the next comment.
          <button
            key={action}
            type="button"
            class={`button ${BUTTONS[action].look}`}
            data-do={action}
            data-first={index === 0 || undefined}
            aria-keyshortcuts={hints ? BUTTONS[action].key : undefined}
            onClick={(event) => event.detail < 2 && decisions.begin(action)}
          >
            {say(words.actions[action])}
            {hints && <kbd aria-hidden="true">{BUTTONS[action].key}</kbd>}
          </button>
        ))}
        {!isRemarking && draft.remark === '' && (
          <button
            type="button"
            class="button minor"
            data-do="remark"
            aria-keyshortcuts={hints ? 'm' : undefined}
            onClick={remark}
          >
            {say(words.panels.addRemark)}
            {hints && <kbd aria-hidden="true">m</kbd>}
          </button>
        )}
      </div>
    </>
  );
}
