import { ALERT_MAILS_MAX, ALERT_WEBHOOKS_MAX, EMOJIS_MAX, SETTING_RANGES, SITE_LIST_MAX } from '../../shared/limits.ts';
import {
  CLAIM_MODES,
  EMAIL_MODES,
  OTHER_LANGUAGE_LEVELS,
  REFUSAL_LEVELS,
  SEVERITY_ACTIONS,
  VOTE_MODES,
  WORD_LANGUAGES,
  WORD_LISTS,
} from '../../shared/moderation-terms.ts';
import type { Message } from '../../shared/messages/format.ts';
import type { SettingsSentences } from '../../shared/messages/console/settings-sentences.ts';
import type { ChoiceSetting, ListSetting, NumberSetting, Setting, SwitchSetting } from '../../shared/setting-paths.ts';
import type { SiteSettings } from '../../shared/site.ts';

export const WORD_FIELDS = WORD_LISTS.map((list) => `words.${list}` as const);

/** Least and most of each number. */
export const NUMBERS: Readonly<Record<NumberSetting, readonly [number, number]>> = SETTING_RANGES;

type SharedChoice = keyof SettingsSentences['settingChoices'];
type EmailChoice = (typeof EMAIL_MODES)[number];

/** What each choice is made from. */
export const CHOICES: Readonly<Record<ChoiceSetting, readonly (SharedChoice | EmailChoice)[]>> = {
  'severityLevels.mild': SEVERITY_ACTIONS,
  'severityLevels.strong': SEVERITY_ACTIONS,
  'severityLevels.extreme': SEVERITY_ACTIONS,
  'languages.others': OTHER_LANGUAGE_LEVELS,
  'refusals.level': REFUSAL_LEVELS,
  'review.claims': CLAIM_MODES,
  'readers.votes': VOTE_MODES,
  'readers.email': EMAIL_MODES,
};

/** What a choice is called; to another setting the same word may mean another thing. */
export function choiceName(
  { emailChoices, settingChoices }: Pick<SettingsSentences, 'emailChoices' | 'settingChoices'>,
  field: Setting,
  choice: string,
): Message {
  return field === 'readers.email' ? emailChoices[choice as EmailChoice] : settingChoices[choice as SharedChoice];
}

/** Most entries of each list. */
export const LISTS: Readonly<Record<ListSetting, number>> = {
  'words.refuse': SITE_LIST_MAX,
  'words.hold': SITE_LIST_MAX,
  'words.mask': SITE_LIST_MAX,
  'words.allow': SITE_LIST_MAX,
  deniedHosts: SITE_LIST_MAX,
  allowedHosts: SITE_LIST_MAX,
  'languages.read': WORD_LANGUAGES.length,
  'readers.emojis': EMOJIS_MAX,
  'alerts.emails': ALERT_MAILS_MAX,
  'alerts.webhooks': ALERT_WEBHOOKS_MAX,
};

export const LIST_FIELDS = keysOf<ListSetting>(LISTS);
export const NUMBER_FIELDS = keysOf<NumberSetting>(NUMBERS);
export const SWITCH_FIELDS = keysOf<SwitchSetting>({
  nudge: 0,
  premod: 0,
  'heat.on': 0,
  'readers.rating': 0,
  'alerts.digest': 0,
});
export const CHOICE_FIELDS = keysOf<ChoiceSetting>(CHOICES);

/** Every setting, in the order of the form's kinds. One that is in no table above does not compile. */
export const FIELDS: readonly Setting[] = [...LIST_FIELDS, ...CHOICE_FIELDS, ...NUMBER_FIELDS, ...SWITCH_FIELDS];

function keysOf<Field extends Setting>(table: Readonly<Record<Field, unknown>>): readonly Field[] {
  return Object.keys(table) as Field[];
}

export function listAt(settings: SiteSettings, field: ListSetting): readonly string[] {
  return valueAt(settings, field) as readonly string[];
}

/** The value in its place, of whatever kind. */
export function valueAt(settings: SiteSettings, field: Setting): unknown {
  return field.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], settings);
}

/** The same settings with other values in some places; groups keep their other values, and every key its place. */
export function withValues(settings: SiteSettings, values: readonly (readonly [Setting, unknown])[]): SiteSettings {
  const changed = structuredClone(settings);
  for (const [field, value] of values) {
    const [key = '', ...groups] = field.split('.').reverse();
    const group = groups.reduceRight<unknown>((within, name) => (within as Record<string, unknown>)[name], changed);
    (group as Record<string, unknown>)[key] = value;
  }
  return changed;
}
