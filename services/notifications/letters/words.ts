import { format, type Message } from '../../../shared/messages/format.ts';
import { LANGUAGES, pickLanguage, type Language } from '../../../shared/messages/languages.ts';
import { ar } from '../../../shared/messages/letters/ar.ts';
import { de } from '../../../shared/messages/letters/de.ts';
import { en } from '../../../shared/messages/letters/en.ts';
import { es } from '../../../shared/messages/letters/es.ts';
import { fr } from '../../../shared/messages/letters/fr.ts';
import { it } from '../../../shared/messages/letters/it.ts';
import { pt } from '../../../shared/messages/letters/pt.ts';
import { tr } from '../../../shared/messages/letters/tr.ts';
import type { LetterSentences } from '../../../shared/messages/letters/sentences.ts';
import type { ReasonCode } from '../../../shared/moderation.ts';
import { standingSentences } from '../../standing-sentences.ts';
import { isolated } from '../../syndication/markup.ts';

const letters: Record<Language, LetterSentences> = { en, fr, de, es, it, pt, tr, ar };

/** What is said to one reader. */
export interface Words {
  lang: Language;
  dir: 'ltr' | 'rtl';
  letters: LetterSentences;
  /** A sentence with names, titles and dates in it, each isolated; or with numbers. */
  say: (message: Message, params?: Record<string, string | number>) => string;
  /** Why a comment was refused, and what stands above the words of the moderator. */
  why: (codes: readonly ReasonCode[]) => string;
  noteFrom: string;
  /** A day, as long as it is written, by the clock of a time zone. */
  day: (date: Date, timeZone: string) => string;
}

/** @param tag of the language that was asked for (BCP 47); English where that is none of ours */
export function wordsFor(tag: string): Words {
  const lang = pickLanguage([tag]);
  const { reasons, why, noteFrom } = standingSentences[lang];
  const say: Words['say'] = (message, params = {}) => {
    const own = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolated(value) : value,
    ]);
    return format(message, Object.fromEntries(own) as typeof params, lang);
  };
  return {
    ...{ lang, dir: LANGUAGES[lang], letters: letters[lang], say },
    why: (codes) => format(why, { why: new Intl.ListFormat(lang).format(codes.map((code) => reasons[code])) }, lang),
    noteFrom: format(noteFrom),
    day: (date, timeZone) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone }).format(date),
  };
}
