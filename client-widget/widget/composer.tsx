import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { loadAgain } from '../kit/load-again.ts';
import { Aside } from './composer-aside.tsx';
import { giveUp, isBlank, onKey } from './composer-keys.ts';
import { SignInLine } from './composer-sign-in.tsx';
import css from './composer.css';
import { draftKey, errorId, fieldId, lengthOf, type Draft, type DraftField, type Writing } from './draft.ts';
import { Mentions } from './mentions.tsx';
import type * as Sending from './sending.ts';
import { adopt } from './styles.ts';
import { usePart } from './use-part.ts';

export { Mentions } from './mentions.tsx';
export { Toolbar } from './toolbar.tsx';

/** Characters before the limit at which the counter appears. */
const NEAR = 500;

export const dress = (root: ShadowRoot): void => adopt(root, css);

/** What sends follows as soon as the field is open, so that it is there when there is something to send. */
const loadSending = (): Promise<typeof Sending> => loadAgain(() => import('./sending.ts'));

/** What makes the form around the text one that can be sent. */
export const ofForm = (writing: Writing) => ({
  'aria-busy': writing.draft.sending,
  onSubmit: (event: Event) => {
    event.preventDefault();
    void submit(writing);
  },
  onKeyDown: (event: KeyboardEvent & { currentTarget: HTMLFormElement }) => onKey(event, writing),
});

/** Sends what is written. If what sends could not be loaded, the text stays, and the next try loads it anew. */
async function submit(writing: Writing): Promise<void> {
  const { change, draft, hands, widget } = writing;
  if (draft.sending || draft.nudge?.asking || (draft.failure?.from?.at ?? 0) > Date.now()) return;
  change({ sending: true });
  try {
    const { summon } = await loadSending();
    await summon(widget.root).submit(writing);
  } catch {
    const message = widget.words.say(hands.words.writing.unavailable);
    change({ sending: false, failure: { message, retry: true } });
  }
}

/** What the field says of the text. */
export const ofField = ({ id, draft }: Writing) => ({
  'aria-invalid': draft.errors.text !== undefined,
  'aria-describedby': errorId(id, 'text'),
  // As it is written, whichever way the page is; while it is empty, the page's.
  dir: draft.text === '' ? undefined : ('auto' as const),
});

/** Everything below the text: what is wrong, who writes, and the way to send it. */
export function Fields(writing: Writing) {
  const { id, draft, answers, hands, widget } = writing;
  const { say } = widget.words;
  const sentences = hands.words.writing;
  const key = draftKey(widget.config.thread, answers?.id ?? widget.config.passage);
  const endangered = !isBlank(draft) && !hands.services.memory.holds(key);
  // At once: a page may be left before the next frame.
  useLayoutEffect(() => (endangered ? hands.guard(id, () => true) : undefined), [endangered]);
  const part = usePart(true, loadSending);
  const { failure, nudge } = draft;
  const { email: asked } = widget.state.offers;
  const required = asked === 'required';
  return (
    <div class="fields">
      <Length writing={writing} />
      <Aside {...writing} />
      {nudge && <nudge.Note writing={writing} told={nudge} />}
      <div class="pair">
        <Line writing={writing} field="name" label={say(sentences.name)} required />
        {asked !== 'off' && hands.services.identity.session === null && (
          <Line
            writing={writing}
            field="email"
            label={say(required ? sentences.emailRequired : sentences.email)}
            required={required}
            hint={say(sentences.emailWhy)}
          />
        )}
      </div>
      <SignInLine {...writing} />
      <Remember {...writing} />
      <div role="alert">{failure && <p class="failure">{failure.message}</p>}</div>
      {/* Told beside the text, as whoever answers far below does not see what stands over the list. */}
      {widget.state.pace.closed && (
        <p class="failure" role="alert">
          {hands.pace?.closed(say)}
        </p>
      )}
      {part && draft.asking && !isBlank(draft) ? (
        <part.Discard writing={writing} />
      ) : (
        !nudge?.asking && <Actions {...writing} />
      )}
      {/* Laid over what follows the text, wherever it stands here. */}
      <Mentions {...writing} />
    </div>
  );
}

/** Sending and giving up. */
function Actions(writing: Writing) {
  const { draft, change, hands, widget } = writing;
  const { say, reader } = widget.words;
  const { cancel, preview, sending, submit: label } = hands.words.writing;
  const waits = useWait(draft.failure?.from?.at ?? 0);
  const { failure } = draft;
  const idle = waits ? failure?.from?.label : say(failure?.retry ? reader.retry : label);
  return (
    <div class="actions">
      {/* A disabled button would lose the focus to nowhere while it waits. */}
      {!widget.state.pace.closed && (
        <button type="submit" class="primary" part="submit" aria-disabled={draft.sending || waits}>
          {draft.sending ? say(sending) : idle}
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
  required: boolean;
  hint?: string;
}

function Line({ writing, field, label, required, hint }: LineProps) {
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
        required={required}
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

/** A new text, or one that is changed. */
interface Measured extends Pick<Writing, 'id' | 'widget'> {
  draft: Pick<Draft, 'text' | 'errors'>;
}

/** What is wrong with the text and how much room is left: one sentence at a time, since both may speak of the length. */
export function Length({ writing: { id, draft, widget } }: { writing: Measured }) {
  const left = widget.state.offers.maxLength - lengthOf(draft.text);
  const isNear = left <= NEAR;
  const words = usePart(isNear, () => import('./composer-words.ts'));
  const room = isNear && words && widget.words.say(left < 0 ? words.over : words.left, { n: Math.abs(left) });
  return (
    <>
      <p id={errorId(id, 'text')} class="wrong">
        {(left < 0 && room) || draft.errors.text}
      </p>
      {left >= 0 && room && <p class="hint">{room}</p>}
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
