import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { WORD_LANGUAGES } from '../../shared/moderation-terms.ts';
import { languageName } from './language-name.ts';
import { useSpeech } from './language.tsx';
import type { RulesForm } from './rules-bound.tsx';
import { DefaultNote } from './rules-default.tsx';
import { entriesOf } from './rules-draft.ts';

const FIELD = 'languages.read';

/** A list of languages, each of those there are words of to be ticked. */
export function LanguagesOf({ form }: { form: RulesForm }): JSX.Element {
  const { lang, words, say } = useSpeech();
  const { draft, isReadOnly, fromFile, onEdit } = form;
  const id = useId();
  const read = new Set(entriesOf(draft.lists[FIELD]));
  const isFixed = isReadOnly || fromFile.includes(FIELD);
  const toggle = (tag: string, isRead: boolean): void => {
    const next = WORD_LANGUAGES.filter((one) => (one === tag ? isRead : read.has(one)));
    onEdit({ lists: { ...draft.lists, [FIELD]: next.join('\n') } });
  };
  return (
    <div class="setting">
      <fieldset class="field languages" aria-describedby={`${id}-hint`}>
        <legend>{say(words.settingLabels[FIELD])}</legend>
        {[...WORD_LANGUAGES]
          .map((tag) => ({ tag, name: languageName(tag, lang) }))
          .sort((a, b) => a.name.localeCompare(b.name, lang))
          .map(({ tag, name }) => (
            <label key={tag} class="check">
              <input
                type="checkbox"
                value={tag}
                checked={read.has(tag)}
                disabled={isFixed}
                onChange={(event) => toggle(tag, event.currentTarget.checked)}
              />
              <span>{name}</span>
            </label>
          ))}
        <p id={`${id}-hint`} class="hint">
          {say(words.settingHints[FIELD])}
        </p>
      </fieldset>
      <DefaultNote form={form} field={FIELD} />
    </div>
  );
}
