import type { ProblemCode } from '../../problem.ts';
import type { SettingFieldSentences } from '../fields/setting-sentences.ts';
import type { FieldSentences } from '../fields/sentences.ts';
import type { Message } from '../format.ts';

/** A code without a sentence does not compile, in any language. */
export interface ProblemSentences {
  problems: Record<ProblemCode, Message>;
  fields: FieldSentences & SettingFieldSentences;
}
