import type { TroubleSentences } from './sentences.ts';

export const pt: TroubleSentences = { unavailable: 'Os comentários não estão disponíveis nesta página.' };
