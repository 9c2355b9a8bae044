import type { MailSentences } from './mail-sentences.ts';

export const mailFr: MailSentences = {
  mail: {
    letters: 'Courrier électronique',
    chats: 'Messageries d’équipe',
    loading: 'Chargement…',
    failed: 'Le chargement a échoué.',
    sent: 'Les messages partent par votre serveur de courrier.',
    waits: 'Ce qui doit partir attend, et partira de lui-même à son retour.',
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
  mailAway: {
    'unknown-name':
      'Le serveur de courrier reste introuvable depuis le {when}\u00a0: son nom est inconnu. Vérifiez SMTP_URL.',
    unreachable:
      'Le serveur de courrier n’est plus joignable depuis le {when}\u00a0: personne ne répond à son adresse.',
    silent: 'Le serveur de courrier n’est plus joignable depuis le {when}\u00a0: il reste muet.',
    'sign-in':
      'Le serveur de courrier ne nous laisse plus entrer depuis le {when}\u00a0: il refuse le nom ou le mot de passe de SMTP_URL.',
    certificate:
      'Rien ne part par le serveur de courrier depuis le {when}\u00a0: son certificat n’est pas digne de confiance.',
    encryption:
      'Rien ne part par le serveur de courrier depuis le {when}\u00a0: aucun chiffrement n’a pu être convenu.',
    'turned-away': 'Le serveur de courrier nous refuse l’entrée depuis le {when}.',
  },
  mailKinds: {
    confirm: 'Demande de confirmation d’une adresse',
    comment: 'Nouveaux commentaires',
    verdict: 'Suite donnée à un commentaire',
    'sign-in': 'Code de connexion',
    alert: 'Alerte à l’équipe',
  },
};
