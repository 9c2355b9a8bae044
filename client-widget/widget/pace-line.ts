import type { Pace } from '../../shared/comment.ts';
import type { Language } from '../../shared/messages/languages.ts';
import { ar } from '../../shared/messages/pace/ar.ts';
import { en } from '../../shared/messages/pace/en.ts';
import { fr } from '../../shared/messages/pace/fr.ts';
import type { Words } from './words.ts';

const sentences = { ar, en, fr };

/**
 * What everyone who writes in a discussion that boils over or is closed has to know before they do. Hardly ever needed, so it is loaded
 * by itself; it takes nothing from the other parts, which would have to be cut for it.
 */
export function paceLine({ everySeconds, premod, closed }: Pace, lang: Language, say: Words['say']): string {
  const said = sentences[lang];
  if (closed) return say(said.closed);
  const held = premod ? [say(said.premod)] : [];
  return [...held, ...(everySeconds === null ? [] : [say(said.slow, { n: everySeconds })])].join(' ');
}

/** What whoever is writing is told when the discussion is closed. */
export const closedLine = (lang: Language, say: Words['say']): string => say(sentences[lang].closedWriting);
