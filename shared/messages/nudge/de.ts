import type { NudgeSentences } from './sentences.ts';

export const de: NudgeSentences = {
  lead: 'Diese Wörter könnten Ihren Kommentar aufhalten:',
  links: 'Links: Bis zu {n} lässt diese Website ungeprüft durch.',
  shouting: 'Großbuchstaben lesen sich wie Geschrei.',
  language: 'In dieser Sprache muss Ihr Kommentar warten, bis ihn jemand lesen kann.',
  kinds: {
    profanity: 'derb',
    insult: 'Beleidigung',
    slur: 'diskriminierend',
    sexual: 'sexuell',
    threat: 'Drohung',
  },
  inName: 'in Ihrem Namen',
  rewrite: 'Umformulieren',
  anyway: 'Trotzdem abschicken',
};
