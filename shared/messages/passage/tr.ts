import type { PassageSentences } from './sentences.ts';

export const tr: PassageSentences = {
  question: {
    one: '“{question}”: bu bölümle ilgili tartışmayı oku ({n} yorum)',
    other: '“{question}”: bu bölümle ilgili tartışmayı oku ({n} yorum)',
  },
  passage: {
    one: 'Bu bölümle ilgili tartışmayı oku ({n} yorum)',
    other: 'Bu bölümle ilgili tartışmayı oku ({n} yorum)',
  },
  about: '“{question}” hakkında',
  aboutPart: 'Makalenin bir bölümü hakkında',
};
