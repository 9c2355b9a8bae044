import { EMAIL_MAX, NAME_MAX, NAME_MIN, TEXT_MAX } from '../../shared/limits.ts';
import type { FieldCode } from '../../shared/problem.ts';
import { lengthOf, type Draft, type DraftField } from './draft.ts';

export interface Finding {
  field: DraftField;
  code: FieldCode;
  limit?: number;
}

/** What can be said of a draft before it is sent. The service decides; this only spares the reader the way. */
export function check({ text, name, email }: Pick<Draft, 'text' | 'name' | 'email'>): Finding[] {
  const findings: Finding[] = [];
  const size = lengthOf(text);
  if (size === 0) findings.push({ field: 'text', code: 'empty' });
  if (size > TEXT_MAX) findings.push({ field: 'text', code: 'too-long', limit: TEXT_MAX });
  const letters = lengthOf(name);
  if (letters === 0) findings.push({ field: 'name', code: 'required' });
  else if (letters < NAME_MIN) findings.push({ field: 'name', code: 'too-short', limit: NAME_MIN });
  if (letters > NAME_MAX) findings.push({ field: 'name', code: 'too-long', limit: NAME_MAX });
  const address = email.trim();
  if (address !== '' && (address.length > EMAIL_MAX || !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(address)))
    findings.push({ field: 'email', code: 'invalid-email' });
  return findings;
}
