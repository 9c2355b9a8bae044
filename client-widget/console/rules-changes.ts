import type { ChoiceSetting, ListSetting, NumberSetting, SwitchSetting } from '../../shared/setting-paths.ts';
import type { SettingsChange } from '../../shared/site-moderation.ts';
import { CHOICES, FIELDS, LIST_FIELDS, listAt, NUMBERS, SWITCH_FIELDS, valueAt } from './rules-values.ts';

/** What one change did to one setting. A list with nothing added or taken away was brought into another order. */
export type Difference =
  | { kind: 'list'; field: ListSetting; added: readonly string[]; removed: readonly string[] }
  | { kind: 'number'; field: NumberSetting; from: number; to: number }
  | { kind: 'switch'; field: SwitchSetting; from: boolean; to: boolean }
  | { kind: 'choice'; field: ChoiceSetting; from: string; to: string };

/** What a change did, setting by setting, in the order of the form. */
export function differencesIn({ before, after }: Pick<SettingsChange, 'before' | 'after'>): Difference[] {
  return FIELDS.flatMap((field): Difference[] => {
    const [from, to] = [valueAt(before, field), valueAt(after, field)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    if (isIn(LIST_FIELDS, field)) {
      const [was, now] = [listAt(before, field), listAt(after, field)];
      return [{ kind: 'list', field, added: without(now, was), removed: without(was, now) }];
    }
    if (field in NUMBERS)
      return [{ kind: 'number', field: field as NumberSetting, from: Number(from), to: Number(to) }];
    if (isIn(SWITCH_FIELDS, field)) return [{ kind: 'switch', field, from: from === true, to: to === true }];
    return field in CHOICES
      ? [{ kind: 'choice', field: field as ChoiceSetting, from: String(from), to: String(to) }]
      : [];
  });
}

function isIn<Field extends string>(fields: readonly Field[], field: string): field is Field {
  return fields.some((known) => known === field);
}

function without(entries: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return entries.filter((entry) => !known.has(entry));
}
