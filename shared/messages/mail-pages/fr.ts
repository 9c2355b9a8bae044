import type { MailPageSentences } from './sentences.ts';

export const fr: MailPageSentences = {
  confirm: {
    heading: 'Confirmer votre adresse',
    what: '{address} recevra les e-mails que vous demandez dans les commentaires sur {site}.',
  },
  confirmAct: 'Confirmer cette adresse',
  confirmed: {
    heading: 'Votre adresse est confirmée',
    what: 'Les e-mails que vous demandez arriveront à {address}. Vous pouvez fermer cette page.',
  },
  confirmedBefore: {
    heading: 'Cette adresse est déjà confirmée',
    what: 'Il n’y a plus rien à faire. Vous pouvez fermer cette page.',
  },
  confirmGone: {
    heading: 'Cette adresse n’attend pas de confirmation',
    what: 'Elle a été retirée ou remplacée depuis. Pour recevoir des e-mails, indiquez votre adresse dans les commentaires.',
  },
  stop: {
    heading: 'Ne plus recevoir ces e-mails\u00a0?',
    what: 'Aucun e-mail ne vous annoncera plus\u00a0:',
  },
  stopAct: 'Ne plus recevoir ces e-mails',
  stopped: {
    heading: 'Vous ne recevrez plus ces e-mails',
    what: 'La cloche des commentaires vous signale toujours ce que vous suivez.',
  },
  stopAll: {
    heading: 'Ne plus recevoir aucun e-mail\u00a0?',
    what: 'Plus rien ne sera envoyé à {address} au sujet des commentaires sur {site}, et l’adresse sera oubliée.',
  },
  stopAllAct: 'Ne plus recevoir aucun e-mail',
  stoppedAll: {
    heading: 'Vous ne recevrez plus aucun e-mail',
    what: 'Votre adresse est oubliée. Pour recevoir de nouveau des e-mails, indiquez-la dans les commentaires.',
  },
  settings: { heading: 'Vos e-mails', what: 'Ils arrivent à {address} et concernent les commentaires sur {site}.' },
  noMail: {
    heading: 'Aucun e-mail ne vous est envoyé',
    what: 'Aucune adresse n’est enregistrée. Pour recevoir des e-mails, indiquez la vôtre dans les commentaires.',
  },
  notConfirmed:
    'Cette adresse n’est pas encore confirmée\u00a0: le lien pour le faire est dans l’e-mail que vous avez reçu.',
  bounced:
    'Cette adresse a refusé nos e-mails\u00a0: rien n’y est plus envoyé. Vous pouvez l’essayer de nouveau ici, ou en donner une autre dans les commentaires.',
  retry: 'Essayer de nouveau cette adresse',
  frequency: 'Quand les e-mails arrivent',
  frequencies: {
    instant: 'Tout de suite',
    hourly: 'Ensemble, une fois par heure',
    daily: 'Ensemble, une fois par jour',
  },
  frequencyWrong: 'Veuillez choisir quand les e-mails arrivent.',
  dailyAt: 'Heure de l’e-mail quotidien',
  dailyWrong: 'Veuillez indiquer l’heure de l’e-mail quotidien, par exemple 08:00.',
  zone: 'Fuseau horaire',
  zoneWhy: 'Toutes les heures de cette page s’entendent dans ce fuseau.',
  zoneWrong: 'Veuillez choisir un fuseau horaire dans la liste.',
  quiet: 'Ne rien envoyer à certaines heures',
  quietFrom: 'Début',
  quietTo: 'Fin',
  quietWhy: 'Ce qui survient entre-temps est envoyé ensuite.',
  quietWrong: 'Veuillez indiquer une heure de début et une heure de fin.',
  news: 'M’écrire aussi ce que deviennent mes propres commentaires',
  save: 'Enregistrer',
  saved: 'C’est enregistré.',
  notSaved: 'Rien n’a été enregistré\u00a0: un point ci-dessous est à revoir.',
  follows: 'Ce que vous suivez',
  followsNothing: 'Vous ne suivez rien pour l’instant.',
  kinds: {
    thread: 'Les nouveaux commentaires sur «\u00a0{title}\u00a0»',
    answers: 'Les réponses à vos commentaires',
    comment: 'Les réponses au commentaire de {name} sur «\u00a0{title}\u00a0»',
    commentOfNobody: 'Les réponses à un commentaire sur «\u00a0{title}\u00a0»',
    author: 'Les commentaires de {name}',
    authorNobody: 'Les commentaires d’une personne',
    own: 'Ce que deviennent vos propres commentaires',
  },
  mailOff: 'Arrêter les e-mails',
  mailOn: 'Recevoir aussi des e-mails',
  more: 'Afficher la suite',
  appeal: 'Contester la décision de la modération',
  appealSent: {
    heading: 'Votre contestation est envoyée',
    what: 'Une autre personne de la modération relira votre commentaire. Sa réponse apparaîtra dans les commentaires, à côté du vôtre.',
  },
  appealClosed: 'Cette décision ne peut pas être contestée',
  forged: {
    heading: 'Ce lien ne mène nulle part',
    what: 'Il est incomplet ou a été modifié. Ouvrez-le directement depuis l’e-mail, ou copiez-le en entier.',
  },
  expired: {
    heading: 'Ce lien a expiré',
    what: 'Les liens des e-mails ne fonctionnent qu’un certain temps. Ouvrez celui d’un e-mail plus récent, ou passez par les commentaires du site.',
  },
  failed: {
    heading: 'Cela n’a pas fonctionné',
    what: 'Une erreur s’est produite de notre côté. Veuillez réessayer dans un instant.',
  },
  tooLarge: {
    heading: 'C’était trop long',
    what: 'Ce que vous avez envoyé est trop long pour être accepté. Rien n’a changé. Revenez en arrière pour le raccourcir.',
  },
  unreadable: {
    heading: 'Cela n’a pas pu être lu',
    what: 'Ce qui a été envoyé ne vient pas d’un formulaire de cette page. Rien n’a changé. Ouvrez de nouveau le lien de l’e-mail.',
  },
  wrongMethod: {
    heading: 'Ce n’est pas possible ici',
    what: 'Rien n’a changé. Ouvrez de nouveau le lien de l’e-mail et utilisez les boutons de la page.',
  },
  tooOften: {
    heading: 'C’était un peu trop souvent',
    what: 'Rien n’a changé. Patientez quelques minutes, puis réessayez.',
  },
};
