import type { SearchSentences } from './sentences.ts';

export const de: SearchSentences = {
  field: 'Kommentare durchsuchen',
  submit: 'Suche starten',
  close: 'Suche schließen',
  searching: 'Suche läuft\u00a0…',
  found: { one: '{n} Kommentar gefunden', other: '{n} Kommentare gefunden' },
  foundSoFar: { one: 'Bisher {n} Kommentar gefunden', other: 'Bisher {n} Kommentare gefunden' },
  none: 'Kein Kommentar enthält diese Wörter.',
  noneSoFar: 'Unter den neuesten Kommentaren wurde nichts gefunden.',
  goOn: 'Weitersuchen',
  feed: 'Dieser Diskussion per Feed folgen (Atom)',
};
