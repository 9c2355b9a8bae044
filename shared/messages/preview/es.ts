import type { PreviewSentences } from './sentences.ts';

export const es: PreviewSentences = {
  nothing: 'Escriba algo y lo verá aquí como lo verán los demás.',
  written: 'Se escribe',
  seen: 'Se ve',
  paragraphs: 'Una línea en blanco empieza un párrafo nuevo.',
  sends: '{key}+Intro envía el comentario.',
};
