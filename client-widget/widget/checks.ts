import { normalAddress } from '../../shared/address.ts';
import { NAME_MAX, NAME_MIN } from '../../shared/limits.ts';
import type { FieldCode } from '../../shared/problem.ts';
import type { Offers } from '../../shared/votes.ts';
import { composerWords } from './composer-words.ts';
import { lengthOf, type Draft, type DraftField, type Writing } from './draft.ts';

interface Finding {
  field: DraftField;
  code: FieldCode;
  limit?: number;
}

/**
 * What is said of a draft before it is sent, the first of each field; null for nothing.
 * @param email null where its author is not asked for any
 */
export async function faultsOf({ draft, widget }: Writing, email: string | null): Promise<Draft['errors'] | null> {
  const findings = check({ ...draft, email }, widget.state.offers);
  if (findings.length === 0) return null;
  const { fields } = await composerWords(widget.config);
  const errors: Draft['errors'] = {};
  for (const { field, code, limit } of findings)
    errors[field] ??= widget.words.say(fields[code], limit ? { limit } : {});
  return errors;
}

/** What can be said of it. The service decides, by the same measures; this only spares the reader the way. */
export function check(
  { text, name, email }: Pick<Draft, 'text' | 'name'> & { email: string | null },
  asked: Pick<Offers, 'email' | 'maxLength'>,
): Finding[] {
  const size = lengthOf(text);
  const letters = lengthOf(name);
  const findings: (Finding | false)[] = [
    size === 0 && { field: 'text', code: 'empty' },
    size > asked.maxLength && { field: 'text', code: 'too-long', limit: asked.maxLength },
    letters === 0 && { field: 'name', code: 'required' },
    letters > 0 && letters < NAME_MIN && { field: 'name', code: 'too-short', limit: NAME_MIN },
    letters > NAME_MAX && { field: 'name', code: 'too-long', limit: NAME_MAX },
    email === '' && asked.email === 'required' && { field: 'email', code: 'email-required' },
    email !== '' && email !== null && normalAddress(email) === null && { field: 'email', code: 'invalid-email' },
  ];
  return findings.filter((finding) => finding !== false);
}
