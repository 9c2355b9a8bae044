import type { SiteAdminSentences } from './site-admin-sentences.ts';

export const siteAdminFr: SiteAdminSentences = {
  siteRemoval: {
    title: 'Supprimer le site',
    lead: 'Tout ce qui en existe est effacé, et rien ne peut en être récupéré.',
    openFirst: 'Fermez d’abord le site\u00a0: activez «\u00a0Fermé\u00a0», puis enregistrez.',
    fromFile: 'Le service tient ce site de son fichier de sites. Retirez-le d’abord du fichier.',
    remove: 'Supprimer ce site…',
    question: 'Supprimer {name}\u00a0?',
    what: 'Tous ses commentaires disparaissent pour de bon, avec ses lecteurs, leurs votes, leurs abonnements et leurs courriels, ses règles, ses clés et le journal.',
    team: 'Les membres de l’équipe qui ne s’occupent que de ce site quittent l’équipe.',
    keep: 'Téléchargez d’abord le journal si vous devez le conserver, et faites une sauvegarde.',
    typed: 'Nom du site',
    typedHint: 'Saisissez «\u00a0{name}\u00a0» pour confirmer.',
    removeNow: 'Supprimer définitivement',
    underWay: 'Sites en cours de suppression',
    begun: 'Par {by}, {when}',
    comments: {
      one: 'Il reste {n} commentaire à effacer, sur {total}.',
      many: 'Il reste {n} de commentaires à effacer, sur {total}.',
      other: 'Il reste {n} commentaires à effacer, sur {total}.',
    },
    rest: 'Les commentaires sont effacés, le reste suit. L’identifiant {id} sera de nouveau libre à partir du {when}.',
  },
};
