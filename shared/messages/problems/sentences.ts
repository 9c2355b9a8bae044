import type { FieldCode, ProblemCode } from '../../problem.ts';
import type { Message } from '../format.ts';

/** A code without a sentence does not compile, in any language. */
export interface ProblemSentences {
  problems: Record<ProblemCode, Message>;
  fields: Record<FieldCode, Message>;
}
