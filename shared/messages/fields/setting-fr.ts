import type { SettingFieldSentences } from './setting-sentences.ts';

export const settingFields: SettingFieldSentences = {
  'in-the-past': 'Veuillez choisir un moment à venir.',
  'too-far-ahead': 'Au plus tard dans {limit} jours, s’il vous plaît.',
  'too-many': '{limit} entrées au maximum, s’il vous plaît.',
  duplicate: '« {entry} » figure deux fois dans cette liste.',
  contradiction: '« {entry} » figure dans plusieurs listes. Veuillez en choisir une.',
  'misplaced-star': 'Dans « {entry} », l’astérisque doit être à la fin, ou aux deux bouts.',
  unmatchable: '« {entry} » ne peut pas être cherché : une entrée commence et finit par une lettre ou un chiffre.',
  'invalid-host': '« {entry} » n’est pas un nom de site. Écrivez-le comme exemple.fr.',
  'invalid-origin': '«\u00a0{entry}\u00a0» n’est pas une origine. Écrivez-la comme https://exemple.fr.',
  'not-callable':
    '«\u00a0{entry}\u00a0» ne peut pas être appelée\u00a0: une adresse commence par https://, sans mot de passe, et mène à l’internet public.',
};
