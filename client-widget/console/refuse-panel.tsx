import type { JSX } from 'preact';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import type { DecisionProps } from './decision-bar.tsx';
import { useSpeech } from './language.tsx';
import { Panel, SendButton } from './panel.tsx';
import { isFitting } from './use-decisions.ts';
import { WordsField } from './words-field.tsx';

/**
 * Asks for the reason of a refusal, with a note to the author if one likes. Choosing the reason sends; where several are wanted,
 * they are chosen first.
 */
export function RefusePanel({ hints, decisions }: DecisionProps): JSX.Element {
  const { words, say } = useSpeech();
  const { draft, write, pick, send, cancel } = decisions;
  const isOff = !isFitting(draft);
  return (
    <Panel class="refuse-panel" title={say(words.decide.why)} hint={say(words.decide.whyHint)} onCancel={cancel}>
      <WordsField which="note" value={draft.note} onInput={(note) => write({ note })} hints={hints} />
      <RemarkField hints={hints} decisions={decisions} />
      <div class="codes">
        {REASON_CODES.map((code, index) => (
          <button
            key={code}
            type="button"
            class="button code"
            data-code={code}
            aria-keyshortcuts={hints ? `${index + 1}` : undefined}
            aria-pressed={draft.isSeveral ? draft.codes.includes(code) : undefined}
            disabled={isOff}
            onClick={(event) => pick(code, event.shiftKey)}
          >
            {hints && <kbd aria-hidden="true">{index + 1}</kbd>}
            <span>{say(words.codes[code])}</span>
            {draft.codes[0] === code && draft.codes.length > 1 && <span class="main-code" aria-hidden="true" />}
          </button>
        ))}
      </div>
      <div class="buttons">
        <label class="check">
          <input
            type="checkbox"
            checked={draft.isSeveral}
            onChange={() => write({ isSeveral: !draft.isSeveral, codes: [] })}
          />
          <span>{say(words.panels.several)}</span>
        </label>
        {draft.isSeveral && <SendButton isOff={isOff || draft.codes.length === 0} onSend={send} />}
      </div>
    </Panel>
  );
}

/** What is said to colleagues: a button until it is wanted, so that there is room for what is always needed. */
export function RemarkField({ hints, decisions }: Pick<DecisionProps, 'hints' | 'decisions'>): JSX.Element | null {
  const { draft, write, isRemarking } = decisions;
  if (!isRemarking && draft.remark === '') return null;
  return <WordsField which="remark" value={draft.remark} onInput={(remark) => write({ remark })} hints={hints} />;
}
