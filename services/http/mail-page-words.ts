import type { Message } from '../../shared/messages/format.ts';
import type { Language } from '../../shared/messages/languages.ts';
import { ar } from '../../shared/messages/mail-pages/ar.ts';
import { de } from '../../shared/messages/mail-pages/de.ts';
import { en } from '../../shared/messages/mail-pages/en.ts';
import { es } from '../../shared/messages/mail-pages/es.ts';
import { fr } from '../../shared/messages/mail-pages/fr.ts';
import { it } from '../../shared/messages/mail-pages/it.ts';
import { pt } from '../../shared/messages/mail-pages/pt.ts';
import { tr } from '../../shared/messages/mail-pages/tr.ts';
import type { MailPageSentences } from '../../shared/messages/mail-pages/sentences.ts';
import { ar as upkeepAr } from '../../shared/messages/upkeep/ar.ts';
import { de as upkeepDe } from '../../shared/messages/upkeep/de.ts';
import { en as upkeepEn } from '../../shared/messages/upkeep/en.ts';
import { es as upkeepEs } from '../../shared/messages/upkeep/es.ts';
import { fr as upkeepFr } from '../../shared/messages/upkeep/fr.ts';
import { it as upkeepIt } from '../../shared/messages/upkeep/it.ts';
import { pt as upkeepPt } from '../../shared/messages/upkeep/pt.ts';
import { tr as upkeepTr } from '../../shared/messages/upkeep/tr.ts';
import type { UpkeepSentences } from '../../shared/messages/upkeep/sentences.ts';
import { wordsFor, type Words } from '../notifications/letters/words.ts';

const pages: Record<Language, MailPageSentences> = { en, fr, de, es, it, pt, tr, ar };
const upkeep: Record<Language, UpkeepSentences> = {
  en: upkeepEn,
  fr: upkeepFr,
  de: upkeepDe,
  es: upkeepEs,
  it: upkeepIt,
  pt: upkeepPt,
  tr: upkeepTr,
  ar: upkeepAr,
};

/** What the pages say to one reader, beside what letters say to them. */
export interface PageWords extends Words {
  pages: MailPageSentences;
  upkeep: UpkeepSentences;
}

/** @param tag of the language that was asked for (BCP 47); English where that is none of ours */
export function pageWordsFor(tag: string): PageWords {
  const words = wordsFor(tag);
  return {
    ...words,
    say: (message, params) => words.say(unbroken(message), params),
    ...{ pages: pages[words.lang], upkeep: upkeep[words.lang] },
  };
}

/** A sentence of ours in which no line ends behind the "e-" of an e-mail; what others wrote in it stays as it is. */
function unbroken(message: Message): Message {
  const whole = (form: string): string => form.replace(/\b([Ee])-(?=mail|post)/g, '$1\u2011');
  if (typeof message === 'string') return whole(message);
  return Object.fromEntries(Object.entries(message).map(([category, form]) => [category, whole(form)]));
}
