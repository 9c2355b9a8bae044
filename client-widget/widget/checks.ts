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
  const size = lengthOf(text);
  const letters = lengthOf(name);
  const address = email.trim();
  const findings: (Finding | false)[] = [
    size === 0 && { field: 'text', code: 'empty' },
    size > TEXT_MAX && { field: 'text', code: 'too-long', limit: TEXT_MAX },
    letters === 0 && { field: 'name', code: 'required' },
    letters > 0 && letters < NAME_MIN && { field: 'name', code: 'too-short', limit: NAME_MIN },
    letters > NAME_MAX && { field: 'name', code: 'too-long', limit: NAME_MAX },
    address !== '' &&
      (address.length > EMAIL_MAX || !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(address)) && {
        field: 'email',
        code: 'invalid-email',
      },
  ];
  return findings.filter((finding) => finding !== false);
}
