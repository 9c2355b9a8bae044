import type { Policy } from './context.ts';
import { createWordFinders, type WordFinders } from './site-words.ts';
import type { TextEngine } from './text/engine.ts';
import { heatRule } from './rules/heat.ts';
import { languagesRule } from './rules/languages.ts';
import { lexiconRule } from './rules/lexicon.ts';
import { linksRule } from './rules/links.ts';
import { newcomerRule } from './rules/newcomer.ts';
import { refusalsRule } from './rules/refusals.ts';
import { repeatRule } from './rules/repeat.ts';
import { sanctionRule } from './rules/sanction.ts';
import { shapeRule } from './rules/shape.ts';
import { siteWordsRule } from './rules/site-words.ts';

/** Raised with every change of the list below or of a rule's version. */
const RULESET_VERSION = 5;

/** THE rules, in the order their reasons are shown. All of them always run; the gravest level wins. */
export function createPolicy(engine: TextEngine, finders: WordFinders = createWordFinders()): Policy {
  return {
    rulesetV: RULESET_VERSION,
    rules: [
      // Is there anything to read, is it shouted, does it flood the page? Oddities of shape, never a judgement of content.
      shapeRule,

      // What the words say: profanity, insults, slurs, threats, plain or disguised, in text, name and links.
      lexiconRule(engine, finders),

      // What the site itself has listed: words to refuse, to hold, or to mask for readers.
      siteWordsRule(finders),

      // Where it points: too many links, denied hosts, a host other than the one shown.
      linksRule,

      // Has this or nearly this been said before, by this author, in this thread, on this site?
      repeatRule,

      // In which language: one that nobody here reads, where that is sure.
      languagesRule,

      // Who says it: the first comments of an author, if the site wants to see them first.
      newcomerRule,

      // Who says it: authors whose comments people often refused, or refused for abuse or hate.
      refusalsRule,

      // Who says it: authors whose comments a moderator wants to read first.
      sanctionRule,

      // When it is said: the thread boils over, or too much of it was refused.
      heatRule,
    ],
  };
}
