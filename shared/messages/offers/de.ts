import type { OfferSentences } from './sentences.ts';

export const de: OfferSentences = {
  react: 'Auf diesen Kommentar reagieren',
  reactWith: 'Mit {emoji} reagieren.',
  reacted: { one: '{n} Person hat so reagiert.', other: '{n} Personen haben so reagiert.' },
  rate: { one: 'Diesem Artikel {n} Stern geben', other: 'Diesem Artikel {n} Sterne geben' },
  rated: { one: '{average} von {most} bei {n} Bewertung', other: '{average} von {most} bei {n} Bewertungen' },
  unrated: 'Diesen Artikel hat noch niemand bewertet.',
};
