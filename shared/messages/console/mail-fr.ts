import type { MailSentences } from './mail-sentences.ts';

export const mailFr: MailSentences = {
  mail: {
    letters: 'Courrier électronique',
    chats: 'Messageries d’équipe',
    loading: 'Chargement…',
    failed: 'Le chargement a échoué.',
    sent: 'Les messages partent par votre serveur de courrier.',
    kept: 'Il n’y a pas de serveur de courrier. Cette démonstration garde ses messages au lieu de les envoyer.',
    openKept: 'Lire les messages gardés (sur cette machine seulement)',
    none: 'Le courrier n’est pas configuré\u00a0: il n’est pas proposé aux lecteurs, et l’équipe n’est alertée que dans ses messageries.',
    howTo: 'Définissez {server} et {from} là où le service est lancé, puis relancez-le\u00a0:',
    chatsLead: 'Les alertes publiées dans les messageries de l’équipe. Leur destination se règle sous {rules}.',
    counted: 'Ce qui est terminé compte pendant 30\u00a0jours.',
    dead: 'N’a pas pu être envoyé',
    noneDead: 'Rien\u00a0: tout est parti.',
    givenUp: { one: 'Abandonné le {when}, après {n} essai.', other: 'Abandonné le {when}, après {n} essais.' },
    retry: 'Renvoyer',
    drop: 'Écarter',
    retried: 'En attente d’un nouvel envoi\u00a0: {to}.',
    dropped: 'Écarté\u00a0: {to}.',
    more: 'Plus anciens',
  },
  mailStates: { waiting: 'En attente', sent: 'Envoyés', dead: 'Non envoyés', dropped: 'Écartés' },
  mailKinds: {
    confirm: 'Demande de confirmation d’une adresse',
    comment: 'Nouveaux commentaires',
    verdict: 'Suite donnée à un commentaire',
    'sign-in': 'Code de connexion',
    alert: 'Alerte à l’équipe',
  },
};
