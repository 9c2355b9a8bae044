import type { FieldCode } from '../../problem.ts';
import type { Message } from '../format.ts';

/** What is wrong with one field: said by the service, and by the widget before anything is sent. */
export type FieldSentences = Record<FieldCode, Message>;
