import type { AlertSentences } from './sentences.ts';

export const fr: AlertSentences = {
  waits: {
    premod: {
      one: '{n} commentaire retenu attend un modérateur depuis {age}.',
      other: '{n} commentaires retenus attendent un modérateur, le plus ancien depuis {age}.',
    },
    suspect: {
      one: '{n} commentaire publié attend une relecture depuis {age}.',
      other: '{n} commentaires publiés attendent une relecture, le plus ancien depuis {age}.',
    },
    reported: {
      one: '{n} commentaire signalé attend un modérateur depuis {age}.',
      other: '{n} commentaires signalés attendent un modérateur, le plus ancien depuis {age}.',
    },
    appeal: {
      one: '{n} contestation attend une réponse depuis {age}.',
      other: '{n} contestations attendent une réponse, la plus ancienne depuis {age}.',
    },
    escalated: {
      one: '{n} commentaire transmis attend un administrateur depuis {age}.',
      other: '{n} commentaires transmis attendent un administrateur, le plus ancien depuis {age}.',
    },
  },
  digest: { one: '{n} commentaire attend.', other: '{n} commentaires attendent.' },
  digestNone: 'Aucun commentaire n’attend.',
  subject: { one: '{site}\u00a0: {n} commentaire attend', other: '{site}\u00a0: {n} commentaires attendent' },
  digestSubject: '{site}\u00a0: ce qui attend aujourd’hui',
  of: '{site}\u00a0: {text}',
  minutes: { one: '{n}\u00a0minute', other: '{n}\u00a0minutes' },
  hours: { one: '{n}\u00a0heure', other: '{n}\u00a0heures' },
  days: { one: '{n}\u00a0jour', other: '{n}\u00a0jours' },
  open: 'Ouvrir la console',
  why: 'Ce message vous parvient parce que votre adresse figure parmi les alertes de {site}. Un administrateur peut l’en retirer dans la console, sous Règles, Alertes à l’équipe.',
};
