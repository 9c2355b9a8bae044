import { fields } from '../fields/fr.ts';
import { settingFields } from '../fields/setting-fr.ts';
import type { ProblemSentences } from './sentences.ts';

export const fr: ProblemSentences = {
  problems: {
    'invalid-json': 'La demande n’a pas pu être lue. Veuillez réessayer.',
    'validation-failed': 'Veuillez corriger les champs indiqués.',
    'idempotency-key-invalid':
      'L’en-tête Idempotency-Key doit comporter de 8 à 100 lettres, chiffres, «\u00a0-\u00a0» ou «\u00a0_\u00a0».',
    'cursor-invalid': 'Cette position dans la liste n’existe plus. Veuillez recharger la liste.',
    'token-missing': 'Veuillez d’abord vous connecter.',
    'token-invalid': 'Votre session n’est pas valable. Veuillez réessayer.',
    'token-expired': 'Votre session a expiré. Veuillez réessayer.',
    'sign-in-failed': 'Le nom ou le mot de passe est incorrect.',
    'session-ended': 'Votre session est terminée. Veuillez vous reconnecter.',
    'site-token-refused':
      'La connexion par ce site n’a pas pu être confirmée. Veuillez recharger la page et réessayer.',
    'code-wrong': {
      one: 'Ce code n’est pas le bon. Il vous reste {n} essai.',
      many: 'Ce code n’est pas le bon. Il vous reste {n} essais.',
      other: 'Ce code n’est pas le bon. Il vous reste {n} essais.',
    },
    'code-expired': 'Ce code n’est plus valable. Veuillez en demander un nouveau.',
    'sign-in-link-used': 'Ce lien de connexion a déjà servi ou a expiré. Veuillez en demander un nouveau.',
    'not-allowed': 'Vous n’êtes pas autorisé à faire cela.',
    'own-membership':
      'Vous ne pouvez ni changer votre propre rôle ni vous retirer. Un collègue qui en a le droit peut le faire.',
    'owner-only': 'Seul un propriétaire peut faire cela.',
    'origin-not-allowed':
      'Les commentaires de ce site ne peuvent pas être utilisés depuis cette adresse. Le responsable du site peut l’autoriser.',
    'own-decision': 'Cet appel vise votre propre décision. La décision revient à un autre membre de l’équipe.',
    'own-comment': 'On ne vote pas sur son propre commentaire.',
    'not-offered': 'Ce site ne propose pas cela.',
    suspended: 'Vous ne pouvez pas écrire de commentaires jusqu’au {until}. Motif\u00a0: {why}.',
    banned: 'Vous ne pouvez plus écrire de commentaires sur ce site. Motif\u00a0: {why}.',
    'warning-unread': 'La modération vous a adressé un avertissement ({why}). Veuillez confirmer que vous l’avez lu.',
    'not-found': 'Il n’y a rien à cette adresse.',
    'unknown-site': 'Ce site n’est pas connu ici. Veuillez vérifier le nom du site dans la page.',
    'member-gone': 'Cette personne ne fait plus partie de l’équipe.',
    'method-not-allowed': 'Cette adresse n’accepte pas cette méthode.',
    'duplicate-comment': 'Vous avez déjà publié ce commentaire.',
    'already-decided': 'Ce commentaire a déjà été traité par {by}.',
    'stale-version': 'Ce commentaire a changé entre-temps. Veuillez le revoir.',
    'content-changed': 'Le texte a été modifié entre-temps. Veuillez le relire.',
    'name-taken': 'Ce nom est déjà pris. Veuillez en choisir un autre.',
    'settings-changed':
      '{by} a modifié ces réglages entre-temps. Rien n’a été enregistré ; vos changements sont toujours là.',
    'site-exists': 'Un site porte déjà cet identifiant. Veuillez en choisir un autre.',
    'site-changed':
      '{by} a modifié ce site entre-temps. Rien n’a été enregistré\u00a0; vos changements sont toujours là.',
    'not-newest': 'Cette décision n’est plus la dernière : elle ne peut plus être annulée.',
    'confirm-number': 'Cela concerne {count} commentaires en ce moment. Veuillez confirmer ce nombre.',
    'member-changed': 'Le rôle de cette personne a été modifié entre-temps. Veuillez revoir la liste.',
    'edit-closed': 'Ce commentaire ne peut plus être modifié : le délai est passé ou quelqu’un y a répondu.',
    'thread-closed': 'La discussion est fermée\u00a0: on ne peut plus y écrire. Votre texte est conservé.',
    'pins-full': 'Trois commentaires sont déjà épinglés dans cette discussion. Veuillez d’abord en détacher un.',
    'featured-full': 'Cette discussion compte déjà cinquante choix de la rédaction. Veuillez d’abord en retirer un.',
    'list-full': 'Votre liste est pleine. Veuillez d’abord en retirer quelque chose.',
    'appeal-closed': 'Cette décision ne peut pas, ou ne peut plus, faire l’objet d’un appel.',
    'sanctions-changed':
      'Les mesures envers ce lecteur ont changé entre-temps. Rien n’a été fait\u00a0; veuillez regarder à nouveau.',
    'sanction-over': 'Cette mesure n’est déjà plus en vigueur.',
    'setup-link-used': 'Ce lien a déjà servi ou a expiré. Veuillez en demander un nouveau.',
    'body-too-large': 'Le message est trop volumineux pour être envoyé. Veuillez le raccourcir.',
    'unsupported-media-type': 'La demande doit être en JSON (Content-Type: application/json).',
    'parent-not-found': 'Le commentaire auquel vous répondez n’est plus disponible. Votre texte est conservé.',
    'idempotency-key-reused': 'Cette clé Idempotency-Key a déjà servi pour une autre demande.',
    'invalid-transition': 'Cette action n’est pas possible pour ce commentaire.',
    'claimed-by-other': '{by} examine ce commentaire. Vous pouvez le reprendre.',
    'claim-required': 'Ce site demande de réserver un commentaire avant toute décision. Veuillez l’ouvrir d’abord.',
    'too-many-chosen': 'C’est trop à la fois : {limit} commentaires au plus.',
    'rate-limited': 'Cela fait beaucoup d’un coup. Veuillez réessayer dans {minutes} min.',
    'slow-mode': 'La discussion est très active\u00a0: chacun peut écrire un commentaire toutes les {n} s.',
    internal: 'Une erreur s’est produite de notre côté. Veuillez réessayer.',
    'store-unavailable': 'Les commentaires sont momentanément indisponibles. Veuillez réessayer dans un instant.',
  },
  fields: { ...fields, ...settingFields },
};
