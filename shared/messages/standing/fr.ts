import type { StandingSentences } from './sentences.ts';

export const fr: StandingSentences = {
  suspended: 'Vous ne pouvez pas écrire de commentaires jusqu’au {until}.',
  banned: 'Vous ne pouvez plus écrire de commentaires sur ce site.',
  warned: 'La modération vous adresse un avertissement.',
  premod: 'Chacun de vos commentaires est lu par un modérateur avant de paraître.',
  premodUntil: 'Jusqu’au {until}, chacun de vos commentaires est lu par un modérateur avant de paraître.',
  why: 'Motif\u00a0: {why}.',
  noteFrom: 'Message de la modération\u00a0:',
  confirmWhy: 'Vous pourrez de nouveau écrire dès que vous aurez confirmé l’avoir lu.',
  confirm: 'J’ai lu cet avertissement',
  failed: 'Cela n’a pas fonctionné. Veuillez réessayer.',
  free: 'Vous pouvez de nouveau écrire des commentaires.',
  reasons: {
    abuse: 'insultes envers d’autres personnes',
    hate: 'propos haineux',
    spam: 'publicité',
    'off-topic': 'messages hors sujet',
    illegal: 'propos contraires à la loi',
    'private-data': 'divulgation d’informations privées',
    other: 'non-respect des règles de ce site',
  },
};
