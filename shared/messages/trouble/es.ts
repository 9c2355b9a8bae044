import type { TroubleSentences } from './sentences.ts';

export const es: TroubleSentences = { unavailable: 'Los comentarios no están disponibles en esta página.' };
