import type { FieldProblem } from '../../shared/problem.ts';
import type { ChoiceSetting, ListSetting, NumberSetting, Setting, SwitchSetting } from '../../shared/setting-paths.ts';
import type { SiteSettings } from '../../shared/site.ts';
import {
  CHOICE_FIELDS,
  LIST_FIELDS,
  listAt,
  NUMBER_FIELDS,
  SWITCH_FIELDS,
  valueAt,
  withValues,
} from './rules-values.ts';

/** The rules as they stand in the form, by kind: lists and numbers as they are being typed. */
export interface RulesDraft {
  readonly lists: Readonly<Record<ListSetting, string>>;
  readonly numbers: Readonly<Record<NumberSetting, string>>;
  readonly switches: Readonly<Record<SwitchSetting, boolean>>;
  readonly choices: Readonly<Record<ChoiceSetting, string>>;
}

export function draftOf(settings: SiteSettings): RulesDraft {
  return {
    lists: record(LIST_FIELDS, (field) => listAt(settings, field).join('\n')),
    numbers: record(NUMBER_FIELDS, (field) => String(valueAt(settings, field))),
    switches: record(SWITCH_FIELDS, (field) => valueAt(settings, field) === true),
    choices: record(CHOICE_FIELDS, (field) => String(valueAt(settings, field))),
  };
}

/** The settings a draft stands for. What the form does not show is taken from `saved`; the service says what is wrong. */
export function settingsOf(draft: RulesDraft, saved: SiteSettings): SiteSettings {
  const { lists, numbers, switches, choices } = draft;
  return withValues(saved, [
    ...LIST_FIELDS.map((field) => [field, entriesOf(lists[field])] as const),
    ...NUMBER_FIELDS.filter((field) => isAsked(draft, field)).map(
      (field) => [field, numberIn(numbers[field])] as const,
    ),
    ...SWITCH_FIELDS.map((field) => [field, switches[field]] as const),
    ...CHOICE_FIELDS.map((field) => [field, choices[field]] as const),
  ]);
}

const KINDS = ['lists', 'numbers', 'switches', 'choices'] as const;

/** Whether a setting stands in the form as it does where a site has decided nothing. */
export function isDefault(draft: RulesDraft, defaults: SiteSettings, field: Setting): boolean {
  const fresh = draftOf(defaults);
  return KINDS.every((kind) => at(draft[kind], field) === at(fresh[kind], field));
}

/** The change of a draft that brings a setting back to what it is where a site has decided nothing. */
export function withDefault(draft: RulesDraft, defaults: SiteSettings, field: Setting): Partial<RulesDraft> {
  const fresh = draftOf(defaults);
  const kind = KINDS.find((one) => field in draft[one]);
  return kind === undefined ? {} : { [kind]: { ...draft[kind], [field]: at(fresh[kind], field) } };
}

function at(values: Readonly<Record<string, string | boolean>>, field: string): string | boolean | undefined {
  return values[field];
}

/** Whether anything depends on this number; the form shows no other, so that none can be wrong out of sight. */
export function isAsked({ switches, choices }: RulesDraft, field: NumberSetting): boolean {
  if (field.startsWith('heat.')) return switches['heat.on'];
  if (field === 'alerts.digestHour') return switches['alerts.digest'];
  if (field === 'refusals.min' || field === 'refusals.share') return choices['refusals.level'] !== 'pass';
  return true;
}

/** The entries of a list, one a line; empty lines are none. */
export function entriesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function isChanged(draft: RulesDraft, saved: SiteSettings): boolean {
  return JSON.stringify(settingsOf(draft, saved)) !== JSON.stringify(settingsOf(draftOf(saved), saved));
}

/**
 * A draft made from `saved` once somebody else has saved `current`: their change and ours together. Where both changed the
 * same value, ours stands in the form; lists take what either added, and leave out what either took away.
 */
export function rebase(draft: RulesDraft, saved: SiteSettings, current: SiteSettings): RulesDraft {
  const [before, theirs] = [draftOf(saved), draftOf(current)];
  const pick = <T>(ours: T, was: T, now: T): T => (ours === was ? now : ours);
  const { numbers, switches, choices } = draft;
  return {
    lists: record(LIST_FIELDS, (field) =>
      mergeLists(entriesOf(draft.lists[field]), listAt(saved, field), listAt(current, field)).join('\n'),
    ),
    numbers: record(NUMBER_FIELDS, (f) => pick(numbers[f], before.numbers[f], theirs.numbers[f])),
    switches: record(SWITCH_FIELDS, (f) => pick(switches[f], before.switches[f], theirs.switches[f])),
    choices: record(CHOICE_FIELDS, (f) => pick(choices[f], before.choices[f], theirs.choices[f])),
  };
}

function record<Field extends Setting, Value>(
  fields: readonly Field[],
  value: (field: Field) => Value,
): Record<Field, Value> {
  return Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<Field, Value>;
}

function mergeLists(ours: string[], was: readonly string[], now: readonly string[]): string[] {
  const removed = new Set(was.filter((entry) => !ours.includes(entry)));
  const added = ours.filter((entry) => !was.includes(entry) && !now.includes(entry));
  return [...now.filter((entry) => !removed.has(entry)), ...added];
}

/** One thing that is wrong with a field; `entry` is the line of a list it is about, where its sentence does not name it. */
export interface Fault {
  readonly message: string;
  readonly entry: string | null;
}
export type Faults = ReadonlyMap<string, readonly Fault[]>;

/** What the service says of the fields of the settings that were sent, by field: "words.hold", "maxLinks". */
export function faultsIn(errors: readonly FieldProblem[], sent: SiteSettings): Faults {
  const faults = new Map<string, Fault[]>();
  for (const { path, message, entry } of errors) {
    const [, place = '', index] = /^settings\.(.*?)(?:\.(\d+))?$/.exec(path) ?? [];
    const field = LIST_FIELDS.find((list) => list === place);
    const line = field === undefined || index === undefined ? undefined : listAt(sent, field)[Number(index)];
    const fault = { message, entry: entry === undefined ? (line ?? null) : null };
    faults.set(place, [...(faults.get(place) ?? []), fault]);
  }
  return faults;
}

/** No number at all arrives as null, which is refused beside its field. Thousands may be set apart, as the hints do. */
function numberIn(text: string): number {
  const digits = /^\d{1,3}(?:[\s,]\d{3})+$/.test(text.trim()) ? text.replace(/[\s,]/g, '') : text.trim();
  return digits === '' ? Number.NaN : Number(digits);
}
