import { useEffect } from 'preact/hooks';
import { TEXT_MAX } from '../../shared/limits.ts';
import { lengthOf } from './checks.ts';
import css from './composer.css';
import { errorId, fieldId, type DraftField, type Writing } from './draft.ts';
import { adopt } from './styles.ts';
import { guardDraft } from './unsent.ts';

export { submit } from './submit.ts';
export { Toolbar } from './toolbar.tsx';

/** Characters before the limit at which the counter appears. */
const NEAR = 500;

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** Everything below the text: what is wrong, who writes, and the way to send it. */
export function Fields(writing: Writing) {
  const { id, draft, close, hands, widget } = writing;
  const { say, reader } = widget.words;
  const sentences = hands.words.writing;
  useEffect(() => guardDraft(id, draft.text !== ''), [draft.text !== '']);
  const { failure, sending } = draft;
  return (
    <div class="fields">
      <Wrong writing={writing} field="text" />
      <Counter writing={writing} />
      <div class="pair">
        <Line writing={writing} field="name" label={say(sentences.name)} />
        <Line writing={writing} field="email" label={say(sentences.email)} hint={say(sentences.emailWhy)} />
      </div>
      <Remember {...writing} />
      <div role="alert">{failure && <p class="failure">{failure.message}</p>}</div>
      <div class="actions">
        <button type="submit" class="primary" part="submit" disabled={sending}>
          {say(sending ? sentences.sending : failure?.retry ? reader.retry : sentences.submit)}
        </button>
        <button type="button" class="plain" id={`${id}-cancel`} onClick={close}>
          {say(sentences.cancel)}
        </button>
      </div>
    </div>
  );
}

interface LineProps {
  writing: Writing;
  field: 'name' | 'email';
  label: string;
  hint?: string;
}

function Line({ writing, field, label, hint }: LineProps) {
  const { id, draft, change } = writing;
  const hintId = `${id}-${field}-hint`;
  return (
    <div class="line">
      <label for={fieldId(id, field)}>{label}</label>
      <input
        id={fieldId(id, field)}
        type="text"
        inputMode={field === 'email' ? 'email' : 'text'}
        autoComplete={field === 'email' ? 'email' : 'nickname'}
        dir={field === 'email' ? 'ltr' : 'auto'}
        value={draft[field]}
        required={field === 'name'}
        aria-invalid={draft.errors[field] !== undefined}
        aria-describedby={`${errorId(id, field)} ${hintId}`}
        onInput={(event) =>
          change({ [field]: event.currentTarget.value, errors: { ...draft.errors, [field]: undefined } })
        }
      />
      <Wrong writing={writing} field={field} />
      {hint && (
        <small id={hintId} class="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

function Wrong({ writing: { id, draft }, field }: { writing: Writing; field: DraftField }) {
  return (
    <p id={errorId(id, field)} class="wrong">
      {draft.errors[field]}
    </p>
  );
}

function Counter({ writing: { draft, hands, widget } }: { writing: Writing }) {
  const { say } = widget.words;
  const { over, left: fits } = hands.words.writing;
  const left = TEXT_MAX - lengthOf(draft.text);
  if (left > NEAR) return null;
  const message = left < 0 ? over : fits;
  return <p class={left < 0 ? 'wrong' : 'hint'}>{say(message, { n: Math.abs(left) })}</p>;
}

/** Nothing is stored in the browser unless this is ticked; unticking deletes what was. */
function Remember({ id, draft, change, hands, widget }: Writing) {
  const { say } = widget.words;
  const { memory } = hands.services;
  const toggle = (remember: boolean) => {
    if (remember) memory.update({ name: draft.name.trim(), email: draft.email.trim() });
    memory.keep(remember);
    change({ remember });
  };
  return (
    <div class="remember">
      <input
        id={`${id}-remember`}
        type="checkbox"
        checked={draft.remember}
        aria-describedby={`${id}-why`}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <label for={`${id}-remember`}>{say(hands.words.writing.remember)}</label>
      <small id={`${id}-why`} class="hint">
        {say(hands.words.writing.rememberWhy)}
      </small>
    </div>
  );
}
