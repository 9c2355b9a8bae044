import type { JSX } from 'preact';
import type { ChoiceSetting, ListSetting, NumberSetting, SwitchSetting } from '../../shared/setting-paths.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { useSpeech } from './language.tsx';
import { DefaultNote } from './rules-default.tsx';
import { isAsked } from './rules-draft.ts';
import type { Faults, RulesDraft } from './rules-draft.ts';
import { ListField, NumberField, SelectField, SwitchField } from './rules-fields.tsx';
import { CHOICES, choiceName, LISTS, NUMBERS } from './rules-values.ts';

/** What every field of the form has to do with. */
export interface RulesForm {
  draft: RulesDraft;
  /** What each setting is where a site has decided nothing. */
  defaults: SiteSettings;
  faults: Faults;
  isReadOnly: boolean;
  /** Settings that the service has from its file of sites. */
  fromFile: readonly string[];
  onEdit: (change: Partial<RulesDraft>) => void;
}

interface Bound<Field> {
  form: RulesForm;
  field: Field;
}

export function ListOf({ form, field }: Bound<ListSetting>): JSX.Element {
  const { words } = useSpeech();
  const { draft, faults, isReadOnly, onEdit } = form;
  return (
    <div class="setting">
      <ListField
        label={words.settingLabels[field]}
        hint={words.settingHints[field]}
        most={LISTS[field]}
        value={draft.lists[field]}
        faults={faults.get(field) ?? []}
        isReadOnly={isReadOnly || form.fromFile.includes(field)}
        onInput={(value) => onEdit({ lists: { ...draft.lists, [field]: value } })}
      />
      <DefaultNote form={form} field={field} />
    </div>
  );
}

/** A number that nothing depends on, as the form stands, is not shown. */
export function NumberOf({ form, field }: Bound<NumberSetting>): JSX.Element | null {
  const { words } = useSpeech();
  const { draft, faults, isReadOnly, onEdit } = form;
  if (!isAsked(draft, field)) return null;
  return (
    <div class="setting">
      <NumberField
        label={words.settingLabels[field]}
        hint={words.settingHints[field]}
        unit={words.settingUnits[field]}
        range={NUMBERS[field]}
        value={draft.numbers[field]}
        faults={faults.get(field) ?? []}
        isReadOnly={isReadOnly || form.fromFile.includes(field)}
        onInput={(value) => onEdit({ numbers: { ...draft.numbers, [field]: value } })}
      />
      <DefaultNote form={form} field={field} />
    </div>
  );
}

export function SwitchOf({ form, field }: Bound<SwitchSetting>): JSX.Element {
  const { words } = useSpeech();
  const { draft, isReadOnly, onEdit } = form;
  return (
    <div class="setting">
      <SwitchField
        label={words.settingLabels[field]}
        hint={words.settingHints[field]}
        value={draft.switches[field]}
        isReadOnly={isReadOnly || form.fromFile.includes(field)}
        onSwitch={(value) => onEdit({ switches: { ...draft.switches, [field]: value } })}
      />
      <DefaultNote form={form} field={field} />
    </div>
  );
}

export function ChoiceOf({ form, field }: Bound<ChoiceSetting>): JSX.Element {
  const { words, say } = useSpeech();
  const { draft, isReadOnly, onEdit } = form;
  return (
    <div class="setting">
      <SelectField
        label={words.settingLabels[field]}
        options={CHOICES[field].map((action) => [action, say(choiceName(words, field, action))])}
        value={draft.choices[field]}
        isReadOnly={isReadOnly || form.fromFile.includes(field)}
        onPick={(value) => onEdit({ choices: { ...draft.choices, [field]: value } })}
      />
      <DefaultNote form={form} field={field} />
    </div>
  );
}
