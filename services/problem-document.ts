import { ar } from '../shared/messages/problems/ar.ts';
import { de } from '../shared/messages/problems/de.ts';
import { en } from '../shared/messages/problems/en.ts';
import { es } from '../shared/messages/problems/es.ts';
import { fr } from '../shared/messages/problems/fr.ts';
import { it } from '../shared/messages/problems/it.ts';
import { pt } from '../shared/messages/problems/pt.ts';
import { tr } from '../shared/messages/problems/tr.ts';
import type { ProblemSentences } from '../shared/messages/problems/sentences.ts';
import { format, type Params } from '../shared/messages/format.ts';
import type { Language } from '../shared/messages/languages.ts';
import type { Problem, ProblemDocument } from '../shared/problem.ts';
import { standingSentences } from './standing-sentences.ts';

const sentences: Record<Language, ProblemSentences> = { en, fr, de, es, it, pt, tr, ar };

/**
 * A problem as it goes over the wire (RFC 9457), with sentences in the reader's language; in English for a language there
 * is none of. It never throws: it is made where nobody is left to catch.
 */
export function problemDocument(problem: Problem, lang: Language): ProblemDocument {
  const { errors, retryAfter, extensions = {} } = problem.extras;
  const known = Object.hasOwn(sentences, lang) ? lang : 'en';
  const { problems, fields } = sentences[known];
  const params: Params = { by: typeof extensions.by === 'string' ? extensions.by : '' };
  for (const [name, value] of Object.entries(extensions)) if (typeof value === 'number') params[name] = value;
  Object.assign(params, reasonsOf(extensions, known));
  if (typeof extensions.everySeconds === 'number') params.n = extensions.everySeconds;
  if (retryAfter !== undefined) params.minutes = Math.max(1, Math.ceil(retryAfter / 60));
  const document: ProblemDocument = {
    ...extensions,
    type: `urn:tribune:problem:${problem.code}`,
    title: titleOf(problem.code),
    status: problem.status,
    detail: format(problems[problem.code], params, lang),
    code: problem.code,
  };
  if (errors !== undefined) {
    document.errors = errors.map((error) => ({
      ...error,
      message: format(fields[error.code], paramsOf(error), lang),
    }));
  }
  if (retryAfter !== undefined) document.retryAfter = retryAfter;
  return document;
}

/** Why and until when somebody may not write, in words. Where they are is not known, so the hour is that of UTC. */
function reasonsOf({ codes, until }: Record<string, unknown>, lang: Language): Params {
  const words = standingSentences[lang].reasons;
  const isCode = (code: unknown): code is keyof typeof words => typeof code === 'string' && Object.hasOwn(words, code);
  const why = Array.isArray(codes) ? codes.filter(isCode).map((code) => words[code]) : [];
  const at = typeof until === 'string' ? new Date(until) : null;
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return {
    ...(why.length === 0 ? {} : { why: new Intl.ListFormat(lang).format(why) }),
    ...(at === null ? {} : { until: `${new Intl.DateTimeFormat(lang, format).format(at)} UTC` }),
  };
}

function paramsOf({ limit, entry }: { limit?: number; entry?: string }): Params {
  return {
    ...(limit === undefined ? {} : { limit }),
    // It keeps its direction to itself (U+2068, U+2069: isolate and its end).
    ...(entry === undefined ? {} : { entry: `\u2068${entry}\u2069` }),
  };
}

function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
