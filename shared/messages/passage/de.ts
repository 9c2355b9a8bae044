import type { PassageSentences } from './sentences.ts';

export const de: PassageSentences = {
  question: {
    one: '„{question}“: Diskussion zu dieser Stelle lesen ({n} Kommentar)',
    other: '„{question}“: Diskussion zu dieser Stelle lesen ({n} Kommentare)',
  },
  passage: {
    one: 'Diskussion zu dieser Stelle lesen ({n} Kommentar)',
    other: 'Diskussion zu dieser Stelle lesen ({n} Kommentare)',
  },
  about: 'Zu „{question}“',
  aboutPart: 'Zu einer Stelle des Artikels',
};
