import type { ListSetting, NumberSetting, Setting, SwitchSetting } from '../../setting-paths.ts';
import type { Message } from '../format.ts';

/** What the settings of a site are called; a setting without its sentences does not compile. */
export interface SettingLabels {
  /** Over its field, within its group. */
  settingLabels: Record<Setting, Message>;
  /** Below its field, in one line; `least` and `most` of a number. */
  settingHints: Record<ListSetting | NumberSetting | SwitchSetting, Message>;
  /** Behind a number, by that number. */
  settingUnits: Record<NumberSetting, Message>;
  /** By itself, where changes are listed. */
  settingNames: Record<Setting, Message>;
  /** The list of recent changes. */
  settingChanges: Record<
    'title' | 'loading' | 'failed' | 'older' | 'byWhom' | 'list' | 'value' | 'reordered' | 'on' | 'off',
    Message
  >;
}
