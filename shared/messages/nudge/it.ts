import type { NudgeSentences } from './sentences.ts';

export const it: NudgeSentences = {
  lead: 'Queste parole potrebbero ritardare la pubblicazione del tuo commento:',
  links: 'Link: senza verifica questo sito ne accetta al massimo {n}.',
  shouting: 'Scrivere in maiuscolo dà l’impressione di urlare.',
  language: 'In questa lingua il tuo commento attenderà chi possa leggerlo.',
  kinds: {
    profanity: 'parola volgare',
    insult: 'insulto',
    slur: 'insulto discriminatorio',
    sexual: 'contenuto sessuale',
    threat: 'minaccia',
  },
  inName: 'nel tuo nome',
  rewrite: 'Riscrivi',
  anyway: 'Pubblica comunque',
};
