import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Lütfen ileri bir zaman seçin.',
  'too-far-ahead': 'Lütfen en fazla {limit} gün sonrasını seçin.',
  'too-many': 'Lütfen en fazla {limit} kayıt girin.',
  duplicate: '“{entry}” bu listede iki kez geçiyor.',
  contradiction: '“{entry}” birden fazla listede geçiyor. Lütfen birini seçin.',
  'misplaced-star': '“{entry}” kaydındaki yıldız sonda ya da her iki uçta olmalıdır.',
  unmatchable: '“{entry}” aranamaz: bir kayıt, harf veya rakamla başlayıp bitmelidir.',
  'invalid-host': '“{entry}” bir site adı değil. Lütfen example.com gibi yazın.',
  'invalid-origin': '“{entry}” bir köken değil. Lütfen https://example.com biçiminde yazın.',
  'not-callable':
    '“{entry}” çağrılamaz: Adres https:// ile başlamalı, parola içermemeli ve herkese açık internete çıkmalıdır.',
};
