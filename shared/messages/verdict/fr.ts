import type { VerdictSentences } from './sentences.ts';

export const fr: VerdictSentences = {
  held: 'En attente d’approbation',
  heldWhy: 'Personne d’autre que vous ne voit ce commentaire tant qu’un modérateur ne l’a pas lu.',
  forgotten: 'Sinon, vous ne retrouverez ni ce commentaire ni la décision une fois cet onglet fermé.',
  refused: 'Non publié',
  reasons: {
    abuse: 'Un modérateur l’a jugé insultant pour d’autres personnes.',
    hate: 'Un modérateur a estimé qu’il s’en prend à des personnes pour ce qu’elles sont.',
    spam: 'Un modérateur l’a considéré comme de la publicité.',
    'off-topic': 'Un modérateur a estimé qu’il ne porte pas sur cet article.',
    illegal: 'Un modérateur a estimé que la loi ne l’autorise pas.',
    'private-data': 'Il dévoile des informations privées sur une personne.',
    other: 'Un modérateur a décidé de ne pas le publier.',
  },
  noteFrom: 'Message de la modération\u00a0:',
  approved: 'Votre commentaire a été approuvé\u00a0: il est maintenant publié.',
};
