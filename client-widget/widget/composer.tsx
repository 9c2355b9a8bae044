import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TEXT_MAX } from '../../shared/limits.ts';
import { lengthOf } from './checks.ts';
import { Aside } from './composer-aside.tsx';
import { close, giveUp, isBlank, onKey } from './composer-keys.ts';
import { SignInLine } from './composer-sign-in.tsx';
import css from './composer.css';
import { draftKey, errorId, fieldId, type DraftField, type Writing } from './draft.ts';
import { Mentions } from './mentions.tsx';
import { adopt } from './styles.ts';
import { send, submit } from './submit.ts';
import { guardDraft } from './unsent.ts';

export { mentionsIn } from './mention-choice.ts';
export { Mentions } from './mentions.tsx';
export { restore } from './outbox.ts';
export { Toolbar } from './toolbar.tsx';
export { UnsentLine } from './unsent-line.tsx';

/** Characters before the limit at which the counter appears. */
const NEAR = 500;

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** What makes the form around the text one that can be sent. */
export const ofForm = (writing: Writing) => ({
  'aria-busy': writing.draft.sending,
  onSubmit: (event: Event) => {
    event.preventDefault();
    void submit(writing);
  },
  onKeyDown: (event: KeyboardEvent & { currentTarget: HTMLFormElement }) => onKey(event, writing),
});

/** What the field says of the text. */
export const ofField = ({ id, draft }: Writing) => ({
  'aria-invalid': draft.errors.text !== undefined,
  'aria-describedby': errorId(id, 'text'),
});

/** Everything below the text: what is wrong, who writes, and the way to send it. */
export function Fields(writing: Writing) {
  const { id, draft, answers, hands, widget } = writing;
  const { say } = widget.words;
  const sentences = hands.words.writing;
  const key = draftKey(widget.config.thread, answers?.id ?? widget.config.passage);
  const endangered = !isBlank(draft) && !hands.services.memory.holds(key);
  // At once: a page may be left before the next frame.
  useLayoutEffect(() => (endangered ? guardDraft(id, () => true) : undefined), [endangered]);
  const { failure, nudge } = draft;
  return (
    <div class="fields">
      <Length writing={writing} />
      <Aside {...writing} />
      {nudge && <nudge.Note writing={writing} told={nudge} anyway={() => anyway(writing)} />}
      <div class="pair">
        <Line writing={writing} field="name" label={say(sentences.name)} />
        {hands.services.identity.session === null && (
          <Line writing={writing} field="email" label={say(sentences.email)} hint={say(sentences.emailWhy)} />
        )}
      </div>
      <SignInLine {...writing} />
      <Remember {...writing} />
      <div role="alert">{failure && <p class="failure">{failure.message}</p>}</div>
      {widget.state.pace.closed && <Closed {...writing} />}
      {!nudge?.asking && <Actions {...writing} />}
      {/* Laid over what follows the text, wherever it stands here. */}
      <Mentions {...writing} />
    </div>
  );
}

/** Told beside the text, as whoever answers far below does not see what stands over the list. */
function Closed({ widget: { config, words } }: Writing) {
  const [line, setLine] = useState('');
  useEffect(() => {
    import('./pace-line.ts')
      .then(({ paceLines }) => paceLines(config))
      .then(
        ({ closed }) => setLine(closed(words.say)),
        () => undefined,
      );
  }, [config.lang]);
  return (
    <p class="failure" role="alert">
      {line}
    </p>
  );
}

/** Posts what was told of all the same. The focus goes to the button that comes back, so as not to be lost with its own. */
function anyway(writing: Writing): void {
  const { change, draft, field } = writing;
  if (draft.nudge) change({ nudge: { ...draft.nudge, asking: false } });
  void send(writing, true);
  setTimeout(() => field.current?.form?.querySelector<HTMLElement>('[type=submit]')?.focus());
}

/** Sending and giving up. What was written is thrown away only after the reader said so. */
function Actions(writing: Writing) {
  const { id, draft, change, hands, widget } = writing;
  const { say, reader } = widget.words;
  const { cancel, discard, discardNo, discardYes, preview, sending, submit } = hands.words.writing;
  const keep = useRef<HTMLButtonElement>(null);
  const asking = draft.asking && !isBlank(draft);
  const waits = useWait(draft.failure?.from?.at ?? 0);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (asking)
    return (
      <div class="actions" role="group" aria-labelledby={`${id}-discard`}>
        <p id={`${id}-discard`}>{say(discard)}</p>
        <button type="button" class="danger" onClick={() => close(writing)}>
          {say(discardYes)}
        </button>
        <button ref={keep} type="button" class="plain" onClick={() => giveUp(writing)}>
          {say(discardNo)}
        </button>
      </div>
    );
  const { failure } = draft;
  const label = draft.sending
    ? say(sending)
    : waits
      ? failure?.from?.label
      : say(failure?.retry ? reader.retry : submit);
  return (
    <div class="actions">
      {/* A disabled button would lose the focus to nowhere while it waits. */}
      {!widget.state.pace.closed && (
        <button type="submit" class="primary" part="submit" aria-disabled={draft.sending || waits}>
          {label}
        </button>
      )}
      <button
        type="button"
        class="plain"
        aria-expanded={draft.aside === 'preview'}
        onClick={() => change({ aside: draft.aside === 'preview' ? null : 'preview' })}
      >
        {say(preview)}
      </button>
      <button type="button" class="plain" onClick={() => giveUp(writing)}>
        {say(cancel)}
      </button>
    </div>
  );
}

/** Whether a moment is still to come; draws anew when it has. */
function useWait(until: number): boolean {
  const [, redraw] = useState(0);
  useEffect(() => {
    const left = until - Date.now();
    if (left <= 0) return;
    const timer = setTimeout(() => redraw(until), left);
    return () => clearTimeout(timer);
  }, [until]);
  return until > Date.now();
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

/** What is wrong with the text and how much room is left: one sentence at a time, since both may speak of the length. */
function Length({ writing }: { writing: Writing }) {
  const { id, draft, hands, widget } = writing;
  const { say } = widget.words;
  const { over, left: fits } = hands.words.writing;
  const left = TEXT_MAX - lengthOf(draft.text);
  return (
    <>
      <p id={errorId(id, 'text')} class="wrong">
        {left < 0 ? say(over, { n: -left }) : draft.errors.text}
      </p>
      {left >= 0 && left <= NEAR && <p class="hint">{say(fits, { n: left })}</p>}
    </>
  );
}

/** Nothing is stored on the device unless this is ticked; unticking deletes what was. Another tab may tick and untick it, too. */
function Remember({ id, draft, change, hands, widget }: Writing) {
  const { say } = widget.words;
  const { memory } = hands.services;
  const toggle = (remember: boolean) => {
    if (remember) memory.update({ name: draft.name.trim(), email: draft.email.trim() });
    memory.keep(remember);
    change({});
  };
  return (
    <div class="remember">
      <input
        id={`${id}-remember`}
        type="checkbox"
        checked={memory.kept}
        aria-describedby={`${id}-why`}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <label for={`${id}-remember`}>{say(hands.words.rememberMe)}</label>
      <small id={`${id}-why`} class="hint">
        {say(hands.words.writing.rememberWhy)}
      </small>
    </div>
  );
}
