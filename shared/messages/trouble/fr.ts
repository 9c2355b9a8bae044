import type { TroubleSentences } from './sentences.ts';

export const fr: TroubleSentences = { unavailable: 'Les commentaires ne sont pas disponibles sur cette page.' };
