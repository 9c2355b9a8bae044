import type { PaceSentences } from './sentences.ts';

export const pt: PaceSentences = {
  slow: 'Esta discussão está muito animada: cada pessoa pode escrever um comentário a cada {n} segundos.',
  closed: 'Esta discussão está encerrada.',
  closedWriting:
    'Esta discussão está encerrada: já não é possível publicar este texto. Ele continua aqui enquanto a página estiver aberta.',
  premod: 'Os comentários desta discussão são lidos pela moderação antes de serem publicados.',
};
