import type { VerdictSentences } from './sentences.ts';

export const it: VerdictSentences = {
  held: 'In attesa di approvazione',
  heldWhy: 'Solo tu puoi vedere questo commento finché la moderazione non lo avrà letto.',
  forgotten: 'Altrimenti, una volta chiusa questa scheda, non ritroverai né questo commento né la decisione.',
  refused: 'Non pubblicato',
  reasons: {
    abuse: 'La moderazione lo ha giudicato offensivo verso altre persone.',
    hate: 'La moderazione ha ritenuto che attacchi altre persone per ciò che sono.',
    spam: 'La moderazione lo ha considerato pubblicità.',
    'off-topic': 'La moderazione ha ritenuto che non riguardi questo articolo.',
    illegal: 'La moderazione ha ritenuto che la legge non lo consenta.',
    'private-data': 'Rivela informazioni private su una persona.',
    other: 'La moderazione ha deciso di non pubblicarlo.',
  },
  noteFrom: 'Messaggio della moderazione:',
  approved: 'Il tuo commento è stato approvato e ora è pubblicato.',
};
