import type { Language } from '../shared/messages/languages.ts';
import { ar } from '../shared/messages/standing/ar.ts';
import { de } from '../shared/messages/standing/de.ts';
import { en } from '../shared/messages/standing/en.ts';
import { es } from '../shared/messages/standing/es.ts';
import { fr } from '../shared/messages/standing/fr.ts';
import { it } from '../shared/messages/standing/it.ts';
import { pt } from '../shared/messages/standing/pt.ts';
import { tr } from '../shared/messages/standing/tr.ts';
import type { StandingSentences } from '../shared/messages/standing/sentences.ts';

/** What is said of refusals and sanctions, in every language: in problems, letters and pages. */
export const standingSentences: Record<Language, StandingSentences> = { en, fr, de, es, it, pt, tr, ar };
