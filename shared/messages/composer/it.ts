import type { ComposerSentences } from './sentences.ts';

export const it: ComposerSentences = {
  left: { one: '{n} carattere rimasto', many: '{n} di caratteri rimasti', other: '{n} caratteri rimasti' },
  over: { one: '{n} carattere di troppo', many: '{n} di caratteri di troppo', other: '{n} caratteri di troppo' },
  tooMany: 'Troppe richieste in poco tempo. Il tuo testo è ancora qui.',
  retryAt: 'Potrai riprovare dalle ore {time}.',
  waitUntil: 'Possibile dalle ore {time}',
  mentions: {
    one: '{n} persona da menzionare',
    many: '{n} di persone da menzionare',
    other: '{n} persone da menzionare',
  },
};
