import { WORD_LISTS } from '../../shared/moderation-terms.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { SiteSettings } from '../../shared/site.ts';

type WordList = (typeof WORD_LISTS)[number];
export type ListField = `words.${WordList}` | 'deniedHosts' | 'allowedHosts';
export type NumberField = 'maxLinks' | 'newcomerHold';
export const WORD_FIELDS = WORD_LISTS.map((list) => `words.${list}` as const);
const LIST_FIELDS: readonly ListField[] = [...WORD_FIELDS, 'deniedHosts', 'allowedHosts'];
const NUMBER_FIELDS: readonly NumberField[] = ['maxLinks', 'newcomerHold'];

/** The rules as they stand in the form: lists and numbers as they are being typed. */
export interface RulesDraft {
  readonly lists: Readonly<Record<ListField, string>>;
  readonly numbers: Readonly<Record<NumberField, string>>;
  readonly severityLevels: SiteSettings['severityLevels'];
  readonly premod: boolean;
}

export function draftOf(settings: SiteSettings): RulesDraft {
  const lists = LIST_FIELDS.map((field) => [field, listIn(settings, field).join('\n')]);
  return {
    lists: Object.fromEntries(lists) as RulesDraft['lists'],
    numbers: { maxLinks: String(settings.maxLinks), newcomerHold: String(settings.newcomerHold) },
    severityLevels: settings.severityLevels,
    premod: settings.premod,
  };
}

/** The settings a draft stands for. What the form does not show is taken from `saved`; the service says what is wrong. */
export function settingsOf(draft: RulesDraft, saved: SiteSettings): SiteSettings {
  const words = WORD_LISTS.map((list) => [list, entriesOf(draft.lists[`words.${list}`])]);
  return {
    ...saved,
    premod: draft.premod,
    // No number at all arrives as null, which is refused beside its field.
    maxLinks: numberIn(draft.numbers.maxLinks),
    newcomerHold: numberIn(draft.numbers.newcomerHold),
    deniedHosts: entriesOf(draft.lists.deniedHosts),
    allowedHosts: entriesOf(draft.lists.allowedHosts),
    severityLevels: draft.severityLevels,
    words: Object.fromEntries(words) as SiteSettings['words'],
  };
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
  const lists = LIST_FIELDS.map((field) => {
    const [ours, was, now] = [draft, before, theirs].map(({ lists: all }) => entriesOf(all[field]));
    return [field, mergeLists(ours ?? [], was ?? [], now ?? []).join('\n')];
  });
  const numbers = NUMBER_FIELDS.map((field) => [
    field,
    pick(draft.numbers[field], before.numbers[field], theirs.numbers[field]),
  ]);
  const { mild, strong, extreme } = draft.severityLevels;
  const [was, now] = [before.severityLevels, theirs.severityLevels];
  return {
    lists: Object.fromEntries(lists) as RulesDraft['lists'],
    numbers: Object.fromEntries(numbers) as RulesDraft['numbers'],
    severityLevels: {
      mild: pick(mild, was.mild, now.mild),
      strong: pick(strong, was.strong, now.strong),
      extreme: pick(extreme, was.extreme, now.extreme),
    },
    premod: pick(draft.premod, before.premod, theirs.premod),
  };
}

function mergeLists(ours: string[], was: string[], now: string[]): string[] {
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
    const line = field === undefined || index === undefined ? undefined : listIn(sent, field)[Number(index)];
    const fault = { message, entry: entry === undefined ? (line ?? null) : null };
    faults.set(place, [...(faults.get(place) ?? []), fault]);
  }
  return faults;
}

function listIn({ words, deniedHosts, allowedHosts }: SiteSettings, field: ListField): readonly string[] {
  if (field === 'deniedHosts') return deniedHosts;
  if (field === 'allowedHosts') return allowedHosts;
  return words[field.slice('words.'.length) as WordList];
}

function numberIn(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
