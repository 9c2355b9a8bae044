import type { SubscribeSentences } from './sentences.ts';

export const fr: SubscribeSentences = {
  title: 'Que souhaitez-vous suivre\u00a0?',
  wishes: {
    thread: 'Me prévenir de chaque nouveau commentaire',
    answers: 'Me prévenir des réponses à mes commentaires',
    comment: 'Me prévenir des réponses à ce commentaire',
    author: 'Me prévenir de chaque commentaire de {name}',
  },
  how: 'La cloche vous le signale, sous cet article comme sous les autres.',
  keepWhy: 'Sinon, plus rien ne vous est signalé une fois cet onglet fermé.',
  mail: 'M’écrire aussi par e-mail',
  holds: {
    thread: 'Chaque nouveau commentaire de cette discussion vous est signalé.',
    answers: 'Les réponses à vos commentaires vous sont signalées.',
    comment: 'Les réponses à un commentaire de {name} vous sont signalées.',
    author: 'Chaque commentaire de {name} vous est signalé.',
  },
  nameless: {
    comment: 'Les réponses à un commentaire vous sont signalées.',
    author: 'Les commentaires d’une personne vous sont signalés.',
  },
  byMail: 'Vous recevez aussi un e-mail.',
  mailWaits: 'Les e-mails viendront une fois votre adresse confirmée.',
  mailBack: 'Les e-mails envoyés à votre adresse nous reviennent.',
  stop: 'Arrêter',
  stopped: 'Cela ne vous sera plus signalé.',
  close: 'Fermer',
  mute: 'Ne plus voir les commentaires de {name}',
  unmute: 'Revoir les commentaires de {name}',
  muted: 'Les commentaires de {name} sont désormais repliés. Vous retrouverez ce nom dans votre espace.',
  unmuted: 'Les commentaires de {name} sont de nouveau affichés.',
  veiled: 'Commentaire d’une personne que vous ne lisez plus',
  show: 'Afficher',
  none: 'Vous ne suivez rien pour l’instant.',
  mutes: 'Les personnes que vous ne lisez plus',
  more: 'Afficher la suite',
};
