import type { PassageSentences } from './sentences.ts';

export const it: PassageSentences = {
  question: {
    one: '«{question}»: leggi la discussione su questo passaggio ({n} commento)',
    many: '«{question}»: leggi la discussione su questo passaggio ({n} di commenti)',
    other: '«{question}»: leggi la discussione su questo passaggio ({n} commenti)',
  },
  passage: {
    one: 'Leggi la discussione su questo passaggio ({n} commento)',
    many: 'Leggi la discussione su questo passaggio ({n} di commenti)',
    other: 'Leggi la discussione su questo passaggio ({n} commenti)',
  },
  about: 'A proposito di «{question}»',
  aboutPart: 'A proposito di un passaggio dell’articolo',
};
