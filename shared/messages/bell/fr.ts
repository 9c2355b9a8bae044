import type { BellSentences } from './sentences.ts';

export const fr: BellSentences = {
  none: 'Aucune notification pour l’instant. Les réponses à vos commentaires paraîtront ici.',
  nowhere: 'L’adresse de cet article n’est pas connue.',
  untitled: 'Une discussion sans titre',
  followed: '{name}, que vous suivez,',
  told: {
    reply: '{who} vous a répondu.',
    replyThread: '{who} vous a répondu dans une discussion que vous suivez.',
    replyMention: '{who} vous a répondu et vous mentionne.',
    replyMentionThread: '{who} vous a répondu et vous mentionne dans une discussion que vous suivez.',
    mention: '{who} vous mentionne.',
    mentionThread: '{who} vous mentionne dans une discussion que vous suivez.',
    mentionBranch: '{who} vous mentionne dans un échange que vous suivez.',
    branch: '{who} a répondu dans un échange que vous suivez.',
    thread: '{who} a écrit dans une discussion que vous suivez.',
    author: '{who} a publié un commentaire.',
  },
  report: 'Votre signalement a été examiné.',
  upheld: 'Le commentaire a été retiré. Merci.',
  dismissed: 'Le commentaire reste en ligne\u00a0: il respecte les règles.',
  verdicts: {
    held: 'Votre commentaire attend maintenant qu’un modérateur le lise.',
    published: 'Votre commentaire est publié.',
    refused: 'Votre commentaire a été refusé.',
  },
  appeal: 'Ouvrez ce commentaire pour le relire ou contester la décision.',
  unread: 'non lue',
  readAll: 'Tout marquer comme lu',
  more: 'Afficher les notifications plus anciennes',
};
