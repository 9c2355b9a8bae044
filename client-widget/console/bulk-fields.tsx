import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { REASON_CODES } from '../../shared/moderation-terms.ts';
import { BULK_ACTIONS } from './bulk-draft.ts';
import type { BulkDraft } from './bulk-draft.ts';
import { useSpeech } from './language.tsx';
import { fieldValue, snoozeTimes } from './snooze-times.ts';
import { soonOf } from './times.ts';
import { withReason } from './use-drafts.ts';
import { WordsField } from './words-field.tsx';

interface Props {
  draft: BulkDraft;
  write: (change: Partial<BulkDraft>) => void;
}

/** What is to be done to each of many comments, and what that asks for. */
export function BulkFields({ draft, write }: Props): JSX.Element {
  const { words, say } = useSpeech();
  return (
    <>
      <fieldset class="bulk-actions">
        <legend>{say(words.bulk.what)}</legend>
        {BULK_ACTIONS.map((action) => (
          <label key={action} class="check">
            <input
              type="radio"
              name="bulk-action"
              value={action}
              checked={draft.action === action}
              onChange={() => write({ action })}
            />
            <span>{say(words.actions[action])}</span>
          </label>
        ))}
      </fieldset>
      {draft.action === 'refuse' && (
        <fieldset class="bulk-actions">
          <legend>{say(words.bulk.codes)}</legend>
          {REASON_CODES.map((code) => (
            <label key={code} class="check">
              <input
                type="checkbox"
                name={`bulk-${code}`}
                checked={draft.codes.includes(code)}
                onChange={() => write({ codes: withReason(draft.codes, code) })}
              />
              <span>{say(words.codes[code])}</span>
            </label>
          ))}
        </fieldset>
      )}
      {draft.action === 'refuse' && (
        <WordsField which="note" value={draft.note} onInput={(note) => write({ note })} hints={false} />
      )}
      {draft.action === 'snooze' && <Until draft={draft} write={write} />}
      {draft.action !== null && (
        <WordsField which="remark" value={draft.remark} onInput={(remark) => write({ remark })} hints={false} />
      )}
    </>
  );
}

/** A moment, one of those that are mostly meant or any other. */
function Until({ draft, write }: Props): JSX.Element {
  const { locale, words, say } = useSpeech();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{say(words.bulk.until)}</label>
      <input
        id={id}
        type="datetime-local"
        name="until"
        value={draft.until}
        onInput={(event) => write({ until: event.currentTarget.value })}
      />
      <div class="buttons">
        {snoozeTimes(new Date()).map(({ name, at }) => (
          <button
            key={name}
            type="button"
            class="button minor"
            data-snooze={name}
            onClick={() => write({ until: fieldValue(at) })}
          >
            {say(words.panels[name])} <small class="quiet">{soonOf(at, locale)}</small>
          </button>
        ))}
      </div>
    </div>
  );
}
