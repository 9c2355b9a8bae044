import type { SettingCode } from '../../problem.ts';
import type { Message } from '../format.ts';

/** What is wrong with one entry of a site's settings; only the service says it. */
export type SettingFieldSentences = Record<SettingCode, Message>;
