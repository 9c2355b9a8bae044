import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { SEVERITY_ACTIONS, WORD_LISTS } from '../../shared/moderation-terms.ts';
import { useSpeech } from './language.tsx';
import type { Faults, ListField as ListName, NumberField as NumberName, RulesDraft } from './rules-draft.ts';
import { ListField, NumberField, SelectField } from './rules-fields.tsx';

interface Props {
  draft: RulesDraft;
  faults: Faults;
  isReadOnly: boolean;
  onEdit: (change: Partial<RulesDraft>) => void;
}

const SEVERITIES = ['mild', 'strong', 'extreme'] as const;

/** Everything a site decides about its comments, in four groups. */
export function RulesForm({ draft, faults, isReadOnly, onEdit }: Props): JSX.Element {
  const { words, say } = useSpeech();
  const id = useId();
  const list = (field: ListName) => ({
    value: draft.lists[field],
    faults: faults.get(field) ?? [],
    isReadOnly,
    onInput: (value: string) => onEdit({ lists: { ...draft.lists, [field]: value } }),
  });
  const number = (field: NumberName) => ({
    value: draft.numbers[field],
    faults: faults.get(field) ?? [],
    isReadOnly,
    onInput: (value: string) => onEdit({ numbers: { ...draft.numbers, [field]: value } }),
  });
  const actions = SEVERITY_ACTIONS.map((action) => [action, say(words.severityActions[action])] as const);

  return (
    <>
      <fieldset class="rules-group" aria-describedby={`${id}-words`}>
        <legend>{say(words.settings.words)}</legend>
        <p id={`${id}-words`} class="hint">
          {say(words.settings.wordsHint)}
        </p>
        <div class="rules-grid">
          {WORD_LISTS.map((name) => (
            <ListField
              key={name}
              label={words.wordLists[name]}
              hint={words.wordListHints[name]}
              {...list(`words.${name}`)}
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="rules-group" aria-describedby={`${id}-lexicons`}>
        <legend>{say(words.settings.lexicons)}</legend>
        <p id={`${id}-lexicons`} class="hint">
          {say(words.settings.lexiconsHint)}
        </p>
        <div class="rules-grid three">
          {SEVERITIES.map((severity) => (
            <SelectField
              key={severity}
              label={capital(say(words.severities[severity]))}
              options={actions}
              value={draft.severityLevels[severity]}
              isReadOnly={isReadOnly}
              onPick={(action) =>
                onEdit({
                  severityLevels: { ...draft.severityLevels, [severity]: action },
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <fieldset class="rules-group">
        <legend>{say(words.settings.links)}</legend>
        <NumberField label={words.settings.maxLinks} hint={words.settings.maxLinksHint} {...number('maxLinks')} />
        <div class="rules-grid">
          <ListField
            label={words.settings.deniedHosts}
            hint={words.settings.deniedHostsHint}
            {...list('deniedHosts')}
          />
          <ListField
            label={words.settings.allowedHosts}
            hint={words.settings.allowedHostsHint}
            {...list('allowedHosts')}
          />
        </div>
      </fieldset>
      <fieldset class="rules-group">
        <legend>{say(words.settings.authors)}</legend>
        <label class="check">
          <input
            type="checkbox"
            checked={draft.premod}
            disabled={isReadOnly}
            onChange={(event) => onEdit({ premod: event.currentTarget.checked })}
          />
          <span>{say(words.settings.premod)}</span>
        </label>
        <NumberField
          label={words.settings.newcomerHold}
          hint={words.settings.newcomerHoldHint}
          {...number('newcomerHold')}
        />
      </fieldset>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
