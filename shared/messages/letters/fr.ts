import type { LetterSentences } from './sentences.ts';

export const fr: LetterSentences = {
  subjects: {
    reply: '{name} a répondu à votre commentaire sur «\u00a0{title}\u00a0»',
    mention: '{name} vous mentionne dans un commentaire sur «\u00a0{title}\u00a0»',
    branch: '{name} poursuit un échange que vous suivez sur «\u00a0{title}\u00a0»',
    author: '{name} a publié un commentaire sur «\u00a0{title}\u00a0»',
    thread: 'Nouveau commentaire de {name} sur «\u00a0{title}\u00a0»',
  },
  told: {
    reply: '{name} a répondu à votre commentaire.',
    mention: '{name} vous mentionne dans un commentaire.',
    branch: '{name} a poursuivi un échange que vous suivez.',
    author: '{name}, que vous suivez, a publié un commentaire.',
    thread: '{name} a publié un commentaire dans une discussion que vous suivez.',
  },
  also: {
    mention: 'Votre nom y est mentionné.',
    branch: 'Ce commentaire prolonge aussi un échange que vous suivez.',
    author: 'Vous suivez aussi la personne qui l’a écrit.',
    thread: 'Vous suivez aussi toute la discussion.',
  },
  read: 'Lire et répondre',
  digestSubject: {
    one: '{n} nouveau commentaire pour vous sur {site}',
    many: '{n} de nouveaux commentaires pour vous sur {site}',
    other: '{n} nouveaux commentaires pour vous sur {site}',
  },
  digest: {
    one: '{n} nouveau commentaire vous attend sur {site}.',
    many: '{n} de nouveaux commentaires vous attendent sur {site}.',
    other: '{n} nouveaux commentaires vous attendent sur {site}.',
  },
  confirmSubject: 'Confirmez votre adresse e-mail pour {site}',
  confirm:
    'Quelqu’un, sans doute vous, a demandé à recevoir à cette adresse des nouvelles des commentaires sur {site}. Pour accepter, confirmez que cette adresse est bien la vôtre.',
  confirmAct: 'Confirmer cette adresse',
  confirmElse: {
    one: 'Le lien est valable {n} jour. Si ce n’était pas vous, il n’y a rien à faire\u00a0: sans confirmation, rien d’autre ne sera envoyé et l’adresse sera oubliée.',
    many: 'Le lien est valable {n} de jours. Si ce n’était pas vous, il n’y a rien à faire\u00a0: sans confirmation, rien d’autre ne sera envoyé et l’adresse sera oubliée.',
    other:
      'Le lien est valable {n} jours. Si ce n’était pas vous, il n’y a rien à faire\u00a0: sans confirmation, rien d’autre ne sera envoyé et l’adresse sera oubliée.',
  },
  signInSubject: '{code} est votre code pour {site}',
  signIn:
    'Quelqu’un, sans doute vous, veut se connecter aux commentaires de {site} avec cette adresse. Voici le code\u00a0:',
  signInAct: 'Revenir à la page et s’y connecter',
  signInElse: {
    one: 'Le code est valable {n} minute et une seule fois. Si ce n’était pas vous, il n’y a rien à faire\u00a0: sans ce code, personne ne peut se connecter avec votre adresse. Ne le communiquez à personne.',
    many: 'Le code est valable {n} de minutes et une seule fois. Si ce n’était pas vous, il n’y a rien à faire\u00a0: sans ce code, personne ne peut se connecter avec votre adresse. Ne le communiquez à personne.',
    other:
      'Le code est valable {n} minutes et une seule fois. Si ce n’était pas vous, il n’y a rien à faire\u00a0: sans ce code, personne ne peut se connecter avec votre adresse. Ne le communiquez à personne.',
  },
  verdictSubjects: {
    held: 'Votre commentaire sur «\u00a0{title}\u00a0» est relu par la modération',
    published: 'Votre commentaire sur «\u00a0{title}\u00a0» est publié',
    refused: 'Votre commentaire sur «\u00a0{title}\u00a0» n’est pas publié',
  },
  verdicts: {
    held: 'La modération relit votre commentaire. D’ici à sa décision, personne d’autre que vous ne le voit.',
    published: 'La modération a relu votre commentaire\u00a0: tout le monde peut le voir.',
    refused: 'La modération a décidé de ne pas publier votre commentaire.',
  },
  yours: 'Vous aviez écrit\u00a0:',
  appealUntil: 'Si vous pensez que c’est une erreur, vous pouvez contester cette décision jusqu’au {date}.',
  appealAct: 'Contester cette décision',
  why: {
    thread: 'Vous recevez cet e-mail parce que vous suivez cette discussion.',
    answers: 'Vous recevez cet e-mail parce que vous avez demandé à savoir quand on vous répond.',
    comment: 'Vous recevez cet e-mail parce que vous suivez les réponses à un commentaire de cette discussion.',
    author: 'Vous recevez cet e-mail parce que vous suivez {name}.',
    own: 'Vous recevez cet e-mail parce qu’il concerne un commentaire que vous avez écrit.',
    several: 'Vous recevez cet e-mail parce que vous suivez des commentaires sur {site}.',
  },
  stop: 'Ne plus recevoir ces e-mails',
  stopAll: 'Ne plus recevoir aucun e-mail envoyé par {site}',
  settings: 'Choisir les e-mails que vous recevez',
};
