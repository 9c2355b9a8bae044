import type { MailSentences } from './sentences.ts';

export const fr: MailSentences = {
  title: 'Les e-mails',
  address: 'Adresse e-mail',
  why: 'Elle n’est montrée à personne. Un message vous y est envoyé pour la confirmer, et rien d’autre d’ici là.',
  ask: 'M’envoyer le message',
  asked: 'Un message est parti à {address}. Ouvrez-le pour confirmer votre adresse.',
  again: 'Renvoyer le message',
  sentAgain: 'Un nouveau message est parti à {address}.',
  other: 'Donner une autre adresse',
  confirmed: 'Vos e-mails sont envoyés à {address}.',
  bounced:
    'L’adresse {address} a refusé nos e-mails\u00a0: plus rien n’y est envoyé. Donnez-en une autre, ou essayez-la de nouveau.',
  retry: 'Essayer de nouveau',
  remove: 'Supprimer cette adresse',
  removed: 'L’adresse est supprimée.',
  rhythm: 'À quel rythme pouvons-nous vous écrire\u00a0?',
  rhythms: {
    instant: 'M’écrire aussitôt',
    hourly: 'M’écrire une fois par heure au plus, en regroupant tout',
    daily: 'M’écrire une fois par jour',
  },
  dailyAt: 'Heure de l’e-mail quotidien',
  quiet: 'Ne pas m’écrire à certaines heures',
  quietFrom: 'Aucun e-mail à partir de',
  quietTo: 'Reprise des e-mails à',
  news: 'M’écrire quand un de mes commentaires est mis en attente, publié ou refusé',
  saved: 'C’est enregistré.',
};
