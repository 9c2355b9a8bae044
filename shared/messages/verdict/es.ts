import type { VerdictSentences } from './sentences.ts';

export const es: VerdictSentences = {
  held: 'A la espera de aprobación',
  heldWhy: 'Nadie más ve este comentario hasta que la moderación lo haya leído.',
  forgotten: 'De lo contrario, al cerrar esta pestaña ya no podrá encontrar ni este comentario ni la decisión.',
  refused: 'No publicado',
  reasons: {
    abuse: 'La moderación lo ha considerado insultante para otras personas.',
    hate: 'La moderación ha considerado que ataca a otras personas por ser quienes son.',
    spam: 'La moderación lo ha considerado publicidad.',
    'off-topic': 'La moderación ha considerado que no trata de este artículo.',
    illegal: 'La moderación ha considerado que la ley no lo permite.',
    'private-data': 'Revela datos privados de una persona.',
    other: 'La moderación ha decidido no publicarlo.',
  },
  noteFrom: 'Mensaje de la moderación:',
  approved: 'Su comentario se ha aprobado y ya está publicado.',
};
