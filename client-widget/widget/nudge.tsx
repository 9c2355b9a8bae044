import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../shared/messages/languages.ts';
import type { NudgeSentences } from '../../shared/messages/nudge/sentences.ts';
import type { Hint } from '../../shared/nudge.ts';
import { fieldId, type Draft, type Told, type Writing } from './draft.ts';
import css from './nudge.css';
import { adopt } from './styles.ts';
import { reworded } from './words.ts';

const load: Record<Language, () => Promise<NudgeSentences>> = {
  en: () => import('../../shared/messages/nudge/en.ts').then(({ en }) => en),
  fr: () => import('../../shared/messages/nudge/fr.ts').then(({ fr }) => fr),
  de: () => import('../../shared/messages/nudge/de.ts').then(({ de }) => de),
  es: () => import('../../shared/messages/nudge/es.ts').then(({ es }) => es),
  it: () => import('../../shared/messages/nudge/it.ts').then(({ it }) => it),
  pt: () => import('../../shared/messages/nudge/pt.ts').then(({ pt }) => pt),
  tr: () => import('../../shared/messages/nudge/tr.ts').then(({ tr }) => tr),
  ar: () => import('../../shared/messages/nudge/ar.ts').then(({ ar }) => ar),
};

/**
 * Puts the question to the author: rewrite, or post all the same.
 * @param send posts what is written
 */
export async function tell(
  { widget: { config, root } }: Pick<Writing, 'widget'>,
  hints: readonly Hint[],
  send: (writing: Writing, anyway: boolean) => Promise<void>,
): Promise<Told> {
  const words = reworded(await load[config.lang](), config.messages.nudge);
  adopt(root, css);
  // The focus goes to the button that comes back, so as not to be lost with its own.
  const anyway = (writing: Writing): void => {
    const { change, draft, field } = writing;
    if (draft.nudge) change({ nudge: { ...draft.nudge, asking: false } });
    void send(writing, true);
    setTimeout(() => field.current?.form?.querySelector<HTMLElement>('[type=submit]')?.focus());
  };
  return { hints, words, asking: true, anyway, Note };
}

interface NoteProps {
  writing: Writing;
  told: Told;
}

/** The words that may keep the comment back, each a way to its place; those the author has taken out are gone from here. */
function Note({ writing, told }: NoteProps) {
  const { id, draft, change, widget } = writing;
  const { say } = widget.words;
  const { asking, words } = told;
  const first = useRef<HTMLButtonElement>(null);
  const before = useRef(draft.text);
  useEffect(() => {
    if (asking) first.current?.focus();
  }, [told]);
  useEffect(() => {
    // Whoever writes on has answered.
    if (asking && draft.text !== before.current) change({ nudge: { ...told, asking: false } });
    before.current = draft.text;
  }, [draft.text]);
  const left = asking ? told.hints : told.hints.filter((hint) => isThere(hint, draft));
  const found = distinct(left.filter(({ reason }) => !isOfAll(reason)));
  const links = left.find(({ reason }) => reason === 'links');
  const rewrite = () => {
    change({ nudge: { ...told, asking: false } });
    show(writing, left[0]);
  };
  if (left.length === 0) return null;
  return (
    <div class="nudge" role={asking ? 'alertdialog' : 'group'} aria-labelledby={`${id}-nudge`}>
      <div id={`${id}-nudge`}>
        {found.length > 0 && (
          <>
            <p>{say(words.lead)}</p>
            <ul>
              {found.map((hint) => (
                <li key={hint.field + hint.found}>
                  <button type="button" onClick={() => show(writing, hint)}>
                    <mark dir="auto">{hint.found}</mark>
                  </button>{' '}
                  <small class="hint">
                    {kindOf(hint, words)
                      .map((message) => say(message))
                      .join(', ')}
                  </small>
                </li>
              ))}
            </ul>
          </>
        )}
        {links && <p>{say(words.links, { n: links.limit ?? 0 })}</p>}
        {left.some(({ reason }) => reason === 'shouting') && <p>{say(words.shouting)}</p>}
        {left.some(({ reason }) => reason === 'language') && <p>{say(words.language)}</p>}
      </div>
      {asking && (
        <div class="actions">
          <button ref={first} type="button" class="primary" onClick={rewrite}>
            {say(words.rewrite)}
          </button>
          <button type="button" class="plain" onClick={() => told.anyway(writing)}>
            {say(words.anyway)}
          </button>
        </div>
      )}
    </div>
  );
}

/** Nothing that could not be found is gone: the service reads a text without what cannot be seen. */
function isThere({ field, found, reason }: Hint, draft: Draft): boolean {
  if (reason === 'shouting')
    return draft.text.replace(/\P{Lu}/gu, '').length > draft.text.replace(/\P{Ll}/gu, '').length;
  return found !== undefined && draft[field].normalize('NFC').includes(found);
}

/** A word that stands there ten times is shown once. */
function distinct(hints: readonly Hint[]): Hint[] {
  return [...new Map(hints.map((hint) => [`${hint.field} ${hint.found?.toLowerCase()}`, hint])).values()];
}

function kindOf({ reason, field }: Hint, { kinds, inName }: NudgeSentences) {
  const kind = isOfAll(reason) ? [] : [kinds[reason]];
  return field === 'name' ? [...kind, inName] : kind;
}

/** What is about the whole comment is told in a sentence of its own. */
function isOfAll(reason: Hint['reason']): reason is 'links' | 'shouting' | 'language' {
  return reason === 'links' || reason === 'shouting' || reason === 'language';
}

/** Goes to what a hint is about and selects it there. */
function show({ id, widget, draft }: Writing, hint: Hint | undefined): void {
  const field = widget.root.getElementById(fieldId(id, hint?.field ?? 'text')) as HTMLTextAreaElement | null;
  field?.focus();
  const at = hint?.found === undefined ? -1 : draft[hint.field].indexOf(hint.found);
  if (at >= 0) field?.setSelectionRange(at, at + (hint?.found?.length ?? 0));
}
