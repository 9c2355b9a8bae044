import type { Pace } from '../../shared/comment.ts';
import { ar } from '../../shared/messages/pace/ar.ts';
import { en } from '../../shared/messages/pace/en.ts';
import { fr } from '../../shared/messages/pace/fr.ts';
import type { Config } from './config.ts';
import type { Words } from './words.ts';

const sentences = { ar, en, fr };
const said = ({ lang, messages }: Config) => ({ ...sentences[lang], ...(messages.pace as object) });

/**
 * What everyone who writes in a discussion that boils over or is closed has to know before they do. Hardly ever needed, so it is loaded
 * by itself; it takes nothing from the other parts, which would have to be cut for it.
 */
export function paceLine({ everySeconds, premod, closed }: Pace, config: Config, say: Words['say']): string {
  const words = said(config);
  if (closed) return say(words.closed);
  const held = premod ? [say(words.premod)] : [];
  return [...held, ...(everySeconds === null ? [] : [say(words.slow, { n: everySeconds })])].join(' ');
}

/** What whoever is writing is told when the discussion is closed. */
export const closedLine = (config: Config, say: Words['say']): string => say(said(config).closedWriting);
