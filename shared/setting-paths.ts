import type { SiteSettings } from './site.ts';

/**
 * The places among a site's settings that hold a value of one kind, as "heat.perMinute". Whatever is typed by them does not
 * compile until a new setting has its field in the form and its sentences.
 */
type PathTo<Value, Within = SiteSettings> = {
  [Key in keyof Within & string]: Within[Key] extends Value
    ? Key
    : Within[Key] extends readonly unknown[]
      ? never
      : Within[Key] extends object
        ? `${Key}.${PathTo<Value, Within[Key]>}`
        : never;
}[keyof Within & string];

export type ListSetting = PathTo<readonly string[]>;
export type NumberSetting = PathTo<number>;
export type SwitchSetting = PathTo<boolean>;
/** One of several words. */
export type ChoiceSetting = PathTo<string>;
export type Setting = ListSetting | NumberSetting | SwitchSetting | ChoiceSetting;
