import type { TeamSentences } from './team-sentences.ts';

export const teamFr: TeamSentences = {
  team: {
    loading: 'Chargement de l’équipe…',
    you: 'vous',
    since: 'Dans l’équipe depuis le {when}',
    active: 'Dernière activité il y a {age}',
    neverActive: 'Aucune activité pour l’instant',
    changeRole: 'Changer de rôle',
    remove: 'Retirer',
    removeTitle: 'Retirer {name}\u00a0?',
    removeLead:
      'Ses sessions prennent fin aussitôt. Son nom reste à côté de ses décisions, et vous pourrez l’inviter de nouveau.',
    role: 'Rôle',
    save: 'Enregistrer',
    roleChanged: 'Nouveau rôle de {name}\u00a0: {role}.',
    removed: '{name} ne fait plus partie de l’équipe.',
    changes: 'Derniers changements',
    noChanges: 'Rien n’a encore changé.',
    joined: '{member} a rejoint l’équipe ({after}), sur invitation de {by}',
    moved: '{by} a changé le rôle de {member}\u00a0: {before} → {after}',
    left: '{by} a retiré {member} de l’équipe ({before})',
  },
  roleHints: {
    moderator: 'Traite les commentaires et lit les règles.',
    admin: 'Modifie aussi les règles et l’équipe, sauf les propriétaires.',
    owner: 'Peut tout faire.',
  },
  invitation: {
    open: 'Inviter un collègue',
    lead: 'Le lien est pour une seule personne. Il sert une fois et lui permet de choisir son nom et son mot de passe.',
    make: 'Créer le lien',
    making: 'Création du lien…',
    another: 'Créer un autre lien',
    address: 'Lien d’invitation',
    copy: 'Copier',
    copied: 'Copié',
    expires: 'Valable jusqu’au {when}, tant que vous pouvez donner ce rôle\u00a0: {role}.',
  },
};
