import type { UpkeepSentences } from './sentences.ts';

export const es: UpkeepSentences = {
  reportWhy: '¿Por qué denuncia este comentario?',
  reasons: {
    abuse: 'Insultos o ataques personales',
    hate: 'Odio o discriminación',
    spam: 'Publicidad',
    'off-topic': 'Ajeno al tema',
    illegal: 'Contrario a la ley',
    'private-data': 'Datos privados de una persona',
    other: 'Otro motivo',
  },
  reportNote: 'Detalles (opcional)',
  reportSend: 'Enviar la denuncia',
  reported: 'Gracias, hemos recibido su denuncia.',
  editLabel: 'Su comentario',
  save: 'Guardar',
  edited: 'Su comentario se ha modificado.',
  editedHeld: 'Su comentario se ha modificado. Aparecerá en cuanto la moderación lo haya leído.',
  withdrawAsk: '¿Eliminar este comentario para siempre?',
  withdrawYes: 'Eliminar',
  withdrawNo: 'Conservarlo',
  withdrawn: 'Su comentario se ha eliminado.',
  appeal: 'Reclamar',
  appealLabel: '¿Por qué ha sido un error rechazar este comentario?',
  appealHint: 'Puede reclamar una sola vez. Otra persona de la moderación volverá a leer su comentario.',
  appealSend: 'Enviar la reclamación',
  appeals: {
    open: 'Ha presentado una reclamación. Otra persona de la moderación volverá a leer su comentario.',
    upheld: 'Su reclamación se ha examinado: el comentario sigue sin publicarse.',
    overturned: 'Su reclamación se ha aceptado: el comentario está publicado.',
  },
};
