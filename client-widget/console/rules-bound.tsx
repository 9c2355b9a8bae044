import type { JSX } from 'preact';
import type { ChoiceSetting, ListSetting, NumberSetting, SwitchSetting } from '../../shared/setting-paths.ts';
import { useSpeech } from './language.tsx';
import { isAsked } from './rules-draft.ts';
import type { Faults, RulesDraft } from './rules-draft.ts';
import { ListField, NumberField, SelectField, SwitchField } from './rules-fields.tsx';
import { CHOICES, LISTS, NUMBERS } from './rules-values.ts';

/** What every field of the form has to do with. */
export interface RulesForm {
  draft: RulesDraft;
  faults: Faults;
  isReadOnly: boolean;
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
    <ListField
      label={words.settingLabels[field]}
      hint={words.settingHints[field]}
      most={LISTS[field]}
      value={draft.lists[field]}
      faults={faults.get(field) ?? []}
      isReadOnly={isReadOnly}
      onInput={(value) => onEdit({ lists: { ...draft.lists, [field]: value } })}
    />
  );
}

/** A number that nothing depends on, as the form stands, is not shown. */
export function NumberOf({ form, field }: Bound<NumberSetting>): JSX.Element | null {
  const { words } = useSpeech();
  const { draft, faults, isReadOnly, onEdit } = form;
  if (!isAsked(draft, field)) return null;
  return (
    <NumberField
      label={words.settingLabels[field]}
      hint={words.settingHints[field]}
      unit={words.settingUnits[field]}
      range={NUMBERS[field]}
      value={draft.numbers[field]}
      faults={faults.get(field) ?? []}
      isReadOnly={isReadOnly}
      onInput={(value) => onEdit({ numbers: { ...draft.numbers, [field]: value } })}
    />
  );
}

export function SwitchOf({ form, field }: Bound<SwitchSetting>): JSX.Element {
  const { words } = useSpeech();
  const { draft, isReadOnly, onEdit } = form;
  return (
    <SwitchField
      label={words.settingLabels[field]}
      hint={words.settingHints[field]}
      value={draft.switches[field]}
      isReadOnly={isReadOnly}
      onSwitch={(value) => onEdit({ switches: { ...draft.switches, [field]: value } })}
    />
  );
}

export function ChoiceOf({ form, field }: Bound<ChoiceSetting>): JSX.Element {
  const { words, say } = useSpeech();
  const { draft, isReadOnly, onEdit } = form;
  return (
    <SelectField
      label={words.settingLabels[field]}
      options={CHOICES[field].map((action) => [action, say(words.settingChoices[action])])}
      value={draft.choices[field]}
      isReadOnly={isReadOnly}
      onPick={(value) => onEdit({ choices: { ...draft.choices, [field]: value } })}
    />
  );
}
