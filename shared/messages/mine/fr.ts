import type { MineSentences } from './sentences.ts';

export const fr: MineSentences = {
  close: 'Fermer',
  tabs: { comments: 'Mes commentaires', follows: 'Mes abonnements', account: 'Mon compte' },
  states: { published: 'Publié', held: 'En attente', refused: 'Non publié', withdrawn: 'Supprimé' },
  wiped: 'Son texte n’est plus conservé.',
  none: 'Vous n’avez encore rien écrit ici.',
  more: 'Afficher les commentaires plus anciens',
  untitled: 'Une discussion sans titre',
  about: 'À propos de «\u00a0{question}\u00a0»',
  yours: 'Vos données',
  export: 'Télécharger mes données',
  exportWhy: 'Un fichier avec tout ce qui est conservé à votre sujet, au format JSON.',
  exported: 'Votre fichier est prêt.',
  erase: 'Supprimer tous mes commentaires',
  eraseAsk: {
    one: 'Supprimer votre commentaire ({n})\u00a0?',
    many: 'Supprimer vos {n} de commentaires\u00a0?',
    other: 'Supprimer vos {n} commentaires\u00a0?',
  },
  eraseWhy: {
    one: 'Rien n’en reste visible dans les discussions, hormis les réponses des autres. La modération peut encore lire vos textes pendant {n} jour, puis ils sont effacés pour de bon.',
    many: 'Rien n’en reste visible dans les discussions, hormis les réponses des autres. La modération peut encore lire vos textes pendant {n} de jours, puis ils sont effacés pour de bon.',
    other:
      'Rien n’en reste visible dans les discussions, hormis les réponses des autres. La modération peut encore lire vos textes pendant {n} jours, puis ils sont effacés pour de bon.',
  },
  eraseYes: {
    one: 'Supprimer {n} commentaire',
    many: 'Supprimer {n} de commentaires',
    other: 'Supprimer {n} commentaires',
  },
  forget: 'Effacer tout ce qui me concerne',
  forgetAsk: {
    one: 'Effacer votre commentaire ({n}), votre nom, votre adresse e-mail, vos réactions, vos signalements, vos notifications, vos abonnements et la liste des personnes que vous ne lisez plus\u00a0?',
    many: 'Effacer vos {n} de commentaires, votre nom, votre adresse e-mail, vos réactions, vos signalements, vos notifications, vos abonnements et la liste des personnes que vous ne lisez plus\u00a0?',
    other:
      'Effacer vos {n} commentaires, votre nom, votre adresse e-mail, vos réactions, vos signalements, vos notifications, vos abonnements et la liste des personnes que vous ne lisez plus\u00a0?',
  },
  forgetAskNone:
    'Effacer votre nom, votre adresse e-mail, vos réactions, vos signalements, vos notifications, vos abonnements et la liste des personnes que vous ne lisez plus\u00a0?',
  forgetWhy:
    'Vos textes sont effacés aussitôt. Seule reste la trace de ce qu’a décidé la modération, sans votre nom ni vos textes.',
  forgetYes: 'Tout effacer',
  goOn: 'Continuer',
  sure: 'Vous ne pourrez pas revenir en arrière. Faut-il vraiment le faire\u00a0?',
  running: {
    one: 'Suppression en cours\u00a0: {done} commentaire sur {n}',
    many: 'Suppression en cours\u00a0: {done} commentaires sur {n}',
    other: 'Suppression en cours\u00a0: {done} commentaires sur {n}',
  },
  erased: 'Vos commentaires sont supprimés.',
  forgotten: 'C’est fait\u00a0: plus rien ici ne dit qui vous êtes. Vos textes achèvent de s’effacer.',
};
