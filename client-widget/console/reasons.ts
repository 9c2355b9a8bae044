import { LEVELS, RULE_IDS } from '../../shared/moderation-terms.ts';
import type { Hit, RuleId } from '../../shared/moderation.ts';
import type { Message, Params } from '../../shared/messages/format.ts';
import { languageName } from './language-name.ts';
import type { Speech } from './language.tsx';
import type { Judged } from './marked-text.tsx';

/** A reason in words. */
export interface Reason {
  /** Name of the rule. */
  title: string;
  /** What it found; null when the rule is not known here and its facts must speak. */
  sentence: string | null;
  /** Facts the sentence does not tell, as name and value. */
  facts: [name: string, value: string][];
}

/** Puts a hit in words. A rule, a kind of finding or a fact without words here is shown as it is, never left out. */
export function explain(hit: Hit, card: Judged, { words, say, lang }: Speech): Reason {
  const title = say(wordFor(words.rules, hit.ruleId) ?? hit.ruleId);
  const telling = tell(hit, foundBy(hit, card), { words, say, lang });
  const facts: Reason['facts'] = [];
  if (hit.detail?.['masked'] === true) facts.push(['', say(words.findings.masked)]);
  if (hit.detail?.['homonym'] === true) facts.push(['', say(words.findings.homonym)]);
  for (const [key, value] of Object.entries(hit.detail ?? {})) {
    if (telling.told.includes(key)) continue;
    facts.push([say(wordFor(words.details, key) ?? key), valueIn(value, words, say)]);
  }
  if (telling.sentence === null && hit.matched !== undefined) {
    facts.unshift(['', say(words.reasons.matched, { term: isolate(hit.matched) })]);
  }
  return { title, sentence: telling.sentence, facts };
}

/** Short forms for the list, gravest first: the words that were found, and the names of the rules. */
export function chipsOf(hits: readonly Hit[], { words, say }: Pick<Speech, 'words' | 'say'>): string[] {
  const grave = [...hits].sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  const chips = grave.map(({ phase, matched, ruleId }) =>
    phase === 'lexicon' && matched !== undefined ? matched : say(wordFor(words.rules, ruleId) ?? ruleId),
  );
  return [...new Set(chips)];
}

/** The text a hit is about, as its author wrote it, or as the address they wrote is read. */
function foundBy(hit: Hit, card: Judged): string | null {
  const read = hit.detail?.['read'];
  if (typeof read === 'string') return read;
  if (hit.span === undefined) return null;
  return (hit.field === 'name' ? card.author.name : card.text).slice(hit.span[0], hit.span[1]);
}

interface Telling {
  sentence: string | null;
  /** Keys of the detail the sentence speaks of. */
  told: string[];
}

function tell(hit: Hit, found: string | null, speech: Pick<Speech, 'words' | 'say' | 'lang'>): Telling {
  const { words, say, lang } = speech;
  const detail = hit.detail ?? {};
  const sentenceOf = (message: Message | undefined, params: Params, told: string[]): Telling =>
    message === undefined ? { sentence: null, told: [] } : { sentence: say(message, params), told };

  // Whoever adds a rule is asked here what to say of its findings; what an unknown rule found speaks for itself.
  if (!isKnown(hit.ruleId)) return { sentence: null, told: [] };
  switch (hit.ruleId) {
    case 'lexicon':
      return tellWord(hit, found, speech);
    case 'site-words':
      return tellSiteWord(hit, found, speech);
    case 'links': {
      const params = { n: numberIn(detail['count']), limit: numberIn(detail['limit']), host: textIn(detail['host']) };
      return sentenceOf(wordFor(words.findings, detail['reason']), params, ['reason', 'count', 'limit', 'host']);
    }
    case 'repeat':
      return sentenceOf(wordFor(words.findings, detail['where']), { n: numberIn(detail['count']) }, ['where', 'count']);
    case 'languages':
      return sentenceOf(words.findings['other-language'], { language: languageName(textIn(detail['lang']), lang) }, [
        'lang',
      ]);
    case 'newcomer': {
      const params = { n: numberIn(detail['published']), needed: numberIn(detail['needed']) };
      return sentenceOf(words.findings.newcomer, params, ['published', 'needed']);
    }
    case 'refusals': {
      const n = numberIn(detail['refused'] ?? detail['strikes']);
      const params = { n, decided: numberIn(detail['decided']), limit: numberIn(detail['limit']) };
      const told = ['record', 'refused', 'decided', 'strikes', 'limit'];
      return sentenceOf(wordFor(words.findings, detail['record']), params, told);
    }
    case 'sanction':
      return sentenceOf(words.findings['read-first'], { by: isolate(textIn(detail['by'])) }, [
        'sanction',
        'by',
        'since',
      ]);
    case 'heat': {
      const n = numberIn(detail['perMinute'] ?? detail['refused']);
      const params = { n, every: numberIn(detail['every']), of: numberIn(detail['of']) };
      return sentenceOf(wordFor(words.findings, detail['heat']), params, [
        'heat',
        'perMinute',
        'every',
        'refused',
        'of',
      ]);
    }
    case 'shape':
      return sentenceOf(wordFor(words.findings, detail['shape']), { n: numberIn(detail['run']) }, ['shape', 'run']);
  }
}

function isKnown(ruleId: string): ruleId is RuleId {
  return (RULE_IDS as readonly string[]).includes(ruleId);
}

function tellWord(
  { matched, detail = {} }: Hit,
  found: string | null,
  { words, say }: Pick<Speech, 'words' | 'say'>,
): Telling {
  const category = wordFor(words.categories, detail['category']);
  const severity = wordFor(words.severities, detail['severity']);
  if (detail['reason'] === 'unread') return { sentence: say(words.findings.unread), told: ['reason'] };
  if (matched === undefined || category === undefined || severity === undefined) return { sentence: null, told: [] };
  const how = wordFor(words.disguises, detail['how']);
  const params = {
    found: isolate(found ?? matched),
    term: isolate(matched),
    category: say(category),
    severity: say(severity),
  };
  const told = ['category', 'severity', 'how', 'homonym', 'read', 'masked'];
  if (how === undefined) return { sentence: say(words.findings.word, params), told };
  return { sentence: say(words.findings.disguised, { ...params, how: say(how) }), told };
}

/** The sentence of the list and, for a word that was disguised, what it reads as. */
function tellSiteWord(
  { matched, detail = {} }: Hit,
  found: string | null,
  { words, say }: Pick<Speech, 'words' | 'say'>,
): Telling {
  const message = wordFor(words.findings, `site-${String(detail['list'])}`);
  if (message === undefined || matched === undefined) return { sentence: null, told: [] };
  const how = wordFor(words.disguises, detail['how']);
  const sentences = [say(message, { found: isolate(found ?? matched) })];
  if (how !== undefined)
    sentences.push(say(words.findings['site-disguised'], { term: isolate(matched), how: say(how) }));
  return { sentence: sentences.join(' '), told: ['list', 'masked', 'how'] };
}

function wordFor(list: Readonly<Record<string, Message>>, key: unknown): Message | undefined {
  return typeof key === 'string' && Object.hasOwn(list, key) ? list[key] : undefined;
}

function valueIn(value: string | number | boolean, words: Speech['words'], say: Speech['say']): string {
  if (typeof value === 'boolean') return say(value ? words.reasons.yes : words.reasons.no);
  return String(value);
}

/** Keeps the direction of what a person wrote to itself (U+2068, U+2069: isolate and its end). */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
