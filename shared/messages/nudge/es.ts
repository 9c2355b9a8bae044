import type { NudgeSentences } from './sentences.ts';

export const es: NudgeSentences = {
  lead: 'Estas palabras pueden retener su comentario:',
  links: 'Enlaces: este sitio deja pasar {n} sin revisión.',
  shouting: 'Las mayúsculas se leen como gritos.',
  language: 'En este idioma, su comentario tendrá que esperar a que alguien pueda leerlo.',
  kinds: {
    profanity: 'grosería',
    insult: 'insulto',
    slur: 'insulto discriminatorio',
    sexual: 'contenido sexual',
    threat: 'amenaza',
  },
  inName: 'en su nombre',
  rewrite: 'Reescribir',
  anyway: 'Publicar de todos modos',
};
