import type { TroubleSentences } from './sentences.ts';

export const it: TroubleSentences = { unavailable: 'I commenti non sono disponibili in questa pagina.' };
