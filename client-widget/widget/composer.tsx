import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TEXT_MAX } from '../../shared/limits.ts';
import { lengthOf } from './checks.ts';
import css from './composer.css';
import { draftKey, errorId, fieldId, type Draft, type DraftField, type Writing } from './draft.ts';
import { adopt } from './styles.ts';
import { guardDraft } from './unsent.ts';

export { submit } from './submit.ts';
export { Toolbar } from './toolbar.tsx';

/** Characters before the limit at which the counter appears. */
const NEAR = 500;

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** Everything below the text: what is wrong, who writes, and the way to send it. */
export function Fields(writing: Writing) {
  const { id, draft, answers, hands, widget } = writing;
  const { say } = widget.words;
  const sentences = hands.words.writing;
  const key = draftKey(widget.config.thread, answers?.id ?? null);
  const endangered = !isBlank(draft) && !hands.services.memory.holds(key);
  // At once: a page may be left before the next frame.
  useLayoutEffect(() => guardDraft(id, endangered), [endangered]);
  const { failure } = draft;
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
      <Actions {...writing} />
    </div>
  );
}

const isBlank = ({ text }: Draft): boolean => text.trim() === '';

/** Sending and giving up. What was written is thrown away only after the reader said so. */
function Actions({ id, draft, close, field, hands, widget }: Writing) {
  const { say, reader } = widget.words;
  const { cancel, discard, discardNo, discardYes, sending, submit } = hands.words.writing;
  const [asking, ask] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  const goOn = () => {
    ask(false);
    field.current?.focus();
  };
  if (asking && !isBlank(draft))
    return (
      <div
        class="actions"
        role="group"
        aria-labelledby={`${id}-discard`}
        onKeyDown={(event) => event.key === 'Escape' && goOn()}
      >
        <p id={`${id}-discard`}>{say(discard)}</p>
        <button type="button" class="danger" onClick={close}>
          {say(discardYes)}
        </button>
        <button ref={keep} type="button" class="plain" onClick={goOn}>
          {say(discardNo)}
        </button>
      </div>
    );
  return (
    <div class="actions">
      {/* A disabled button would lose the focus to nowhere while it waits. */}
      <button type="submit" class="primary" part="submit" aria-disabled={draft.sending}>
        {say(draft.sending ? sending : draft.failure?.retry ? reader.retry : submit)}
      </button>
      <button type="button" class="plain" onClick={() => (isBlank(draft) ? close() : ask(true))}>
        {say(cancel)}
      </button>
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
