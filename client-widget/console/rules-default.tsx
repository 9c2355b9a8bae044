import type { JSX } from 'preact';
import type { Setting } from '../../shared/setting-paths.ts';
import { Sentence, useSpeech } from './language.tsx';
import type { RulesForm } from './rules-bound.tsx';
import { isDefault, withDefault } from './rules-draft.ts';
import { choiceName, valueAt } from './rules-values.ts';

/** What a setting is as the service comes, and the way back to that where it is another one in the form. */
export function DefaultNote({ form, field }: { form: RulesForm; field: Setting }): JSX.Element {
  const { words, say } = useSpeech();
  const { draft, defaults, fromFile, isReadOnly, onEdit } = form;
  const isFixed = fromFile.includes(field);
  const isOwn = !isDefault(draft, defaults, field);
  return (
    <div class="default-note">
      <span class="hint">
        <Sentence of={words.settings.byDefault} parts={{ value: <bdi>{inWords(valueAt(defaults, field))}</bdi> }} />
      </span>
      {isFixed && <span class="hint">{say(words.settings.fromFile)}</span>}
      {isOwn && !isReadOnly && !isFixed && (
        <button
          type="button"
          class="button quiet"
          data-reset={field}
          onClick={() => onEdit(withDefault(draft, defaults, field))}
        >
          <span>
            {say(words.settings.reset)}
            <span class="unseen"> – {say(words.settingLabels[field])}</span>
          </span>
        </button>
      )}
    </div>
  );

  function inWords(value: unknown): string {
    if (Array.isArray(value)) return value.length === 0 ? say(words.settings.empty) : value.join(', ');
    if (typeof value === 'boolean') return say(value ? words.settings.on : words.settings.off);
    return typeof value === 'string' ? say(choiceName(words, field, value)) : String(value);
  }
}
