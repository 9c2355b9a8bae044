import type { NudgeSentences } from './sentences.ts';

export const pt: NudgeSentences = {
  lead: 'Estas palavras podem atrasar a publicação do seu comentário:',
  links: 'Links: sem verificação, este site aceita no máximo {n}.',
  shouting: 'Escrever em maiúsculas equivale a gritar.',
  language: 'Neste idioma, o seu comentário terá de esperar até que alguém o possa ler.',
  kinds: {
    profanity: 'palavrão',
    insult: 'insulto',
    slur: 'insulto discriminatório',
    sexual: 'conteúdo sexual',
    threat: 'ameaça',
  },
  inName: 'no seu nome',
  rewrite: 'Reescrever',
  anyway: 'Publicar mesmo assim',
};
