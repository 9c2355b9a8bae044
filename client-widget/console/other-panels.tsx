import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SNOOZE_MAX_DAYS } from '../../shared/limits.ts';
import type { DecisionProps } from './decision-bar.tsx';
import { useSpeech } from './language.tsx';
import { Panel, SendButton } from './panel.tsx';
import { RemarkField } from './refuse-panel.tsx';
import { fieldValue, ownMoment, snoozeTimes } from './snooze-times.ts';
import { soonOf } from './times.ts';
import { isFitting } from './use-decisions.ts';
import { WordsField } from './words-field.tsx';

/** Passes a comment on to an admin, with what makes one hesitate. */
export function EscalatePanel({ hints, decisions }: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  const { draft, write, send, cancel } = decisions;
  return (
    <Panel title={say(words.panels.escalate)} hint={say(words.panels.escalateHint)} onCancel={cancel}>
      <WordsField
        which="remark"
        value={draft.remark}
        onInput={(remark) => write({ remark })}
        hints={hints}
        onEnter={send}
      />
      <div class="buttons">
        <SendButton isOff={!isFitting(draft)} onSend={send} />
      </div>
    </Panel>
  );
}

/** Answers an appeal with no, once more. */
export function UpholdPanel({ hints, decisions }: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  const { draft, write, send, cancel } = decisions;
  return (
    <Panel title={say(words.panels.uphold)} hint={say(words.panels.upholdHint)} onCancel={cancel}>
      <WordsField which="note" value={draft.note} onInput={(note) => write({ note })} hints={hints} />
      <RemarkField hints={hints} decisions={decisions} />
      <div class="buttons">
        <SendButton isOff={!isFitting(draft)} onSend={send} />
      </div>
    </Panel>
  );
}

/** Puts a comment aside until some moment. */
export function SnoozePanel({ hints, decisions }: DecisionProps): JSX.Element {
  const { locale, words, say } = useSpeech();
  const [opened] = useState(() => new Date());
  const [own, setOwn] = useState(() => fieldValue(new Date(opened.getTime() + 2 * 3_600_000)));
  const [isWrong, setWrong] = useState(false);
  const times = snoozeTimes(opened);
  const sendOwn = (): void => {
    const moment = ownMoment(own, new Date());
    setWrong(moment === null);
    if (moment !== null) decisions.snooze(moment);
  };
  return (
    <Panel title={say(words.panels.snooze)} hint={say(words.panels.snoozeHint)} onCancel={decisions.cancel}>
      <div class="codes">
        {times.map(({ name, at }, index) => (
          <button
            key={name}
            type="button"
            class="button code"
            data-snooze={name}
            aria-keyshortcuts={hints ? `${index + 1}` : undefined}
            onClick={() => decisions.snooze(at)}
          >
            {hints && <kbd aria-hidden="true">{index + 1}</kbd>}
            <span>
              {say(words.panels[name])} <small class="quiet">{soonOf(at, locale)}</small>
            </span>
          </button>
        ))}
      </div>
      <form
        class="own-moment"
        onSubmit={(event) => {
          event.preventDefault();
          sendOwn();
        }}
      >
        <label class="field">
          <span>
            {hints && <kbd aria-hidden="true">{times.length + 1}</kbd>} {say(words.panels.own)}
          </span>
          <input
            type="datetime-local"
            data-field="moment"
            value={own}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? 'own-moment-wrong' : undefined}
            onInput={(event) => setOwn(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.currentTarget.closest('.decision')?.querySelector<HTMLElement>('.panel-title')?.focus();
            }}
          />
        </label>
        <button type="submit" class="button primary">
          {say(words.actions.snooze)}
        </button>
        {isWrong && (
          <p id="own-moment-wrong" class="error" role="alert">
            {say(words.panels.ownWrong, { n: SNOOZE_MAX_DAYS })}
          </p>
        )}
      </form>
      <RemarkField hints={hints} decisions={decisions} />
    </Panel>
  );
}
