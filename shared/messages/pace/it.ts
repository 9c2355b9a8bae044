import type { PaceSentences } from './sentences.ts';

export const it: PaceSentences = {
  slow: 'Questa discussione è molto animata: ogni persona può scrivere un commento ogni {n} secondi.',
  closed: 'Questa discussione è chiusa.',
  closedWriting:
    'Questa discussione è chiusa: il testo non può più essere pubblicato. Rimarrà qui finché la pagina resterà aperta.',
  premod: 'I commenti di questa discussione vengono letti dalla moderazione prima di essere pubblicati.',
};
