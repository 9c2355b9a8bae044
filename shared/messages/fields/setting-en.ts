import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Please choose a moment in the future.',
  'too-far-ahead': 'At most {limit} days ahead, please.',
  'too-many': 'At most {limit} entries, please.',
  duplicate: '“{entry}” is in this list twice.',
  contradiction: '“{entry}” is in several lists. Please decide for one.',
  'misplaced-star': 'A * stands at the end of “{entry}”, or at both ends.',
  unmatchable: '“{entry}” cannot be looked for: an entry begins and ends with a letter or digit.',
  'invalid-host': '“{entry}” is no host name. Please write it like example.com.',
  'invalid-origin': '“{entry}” is no origin. Please write it like https://example.com.',
  'not-callable':
    '“{entry}” cannot be called: the address must begin with https://, hold no password and lead to the public internet.',
};
