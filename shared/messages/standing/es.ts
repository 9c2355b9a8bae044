import type { StandingSentences } from './sentences.ts';

export const es: StandingSentences = {
  suspended: 'No puede escribir comentarios hasta el {until}.',
  banned: 'Ya no puede escribir comentarios en este sitio.',
  warned: 'La moderación le ha enviado una advertencia.',
  premod: 'La moderación lee cada uno de sus comentarios antes de que aparezca.',
  premodUntil: 'Hasta el {until}, la moderación lee cada uno de sus comentarios antes de que aparezca.',
  why: 'Motivo: {why}.',
  noteFrom: 'Mensaje de la moderación:',
  confirmWhy: 'Podrá volver a escribir en cuanto confirme que la ha leído.',
  confirm: 'He leído esta advertencia',
  failed: 'No ha funcionado. Vuelva a intentarlo, por favor.',
  free: 'Ya puede volver a escribir comentarios.',
  reasons: {
    abuse: 'insultos a otras personas',
    hate: 'expresiones de odio',
    spam: 'publicidad',
    'off-topic': 'comentarios ajenos al tema',
    illegal: 'expresiones contrarias a la ley',
    'private-data': 'revelación de datos privados',
    other: 'incumplimiento de las normas de este sitio',
  },
};
