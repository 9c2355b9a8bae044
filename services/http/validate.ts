import type { z } from 'zod';
import { Problem, SETTING_CODES, type FieldProblem, type SettingCode } from '../../shared/problem.ts';

/**
 * The input as its schema has it.
 * @throws Problem `validation-failed` with every field at fault
 */
export function validate<Output>(schema: z.ZodType<Output> | undefined, input: unknown): Output {
  if (schema === undefined) return undefined as Output;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Problem('validation-failed', { errors: parsed.error.issues.flatMap((issue) => explain(issue, input)) });
}

type Issue = z.core.$ZodIssue;
type FieldError = Omit<FieldProblem, 'message'>;

function explain(issue: Issue, input: unknown): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), code: 'unknown-field' }));
  }
  const path = pathOf(issue.path);
  return [{ path, ...codeOf(issue, input) }];
}

function codeOf(issue: Issue, input: unknown): Omit<FieldError, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return { code: 'required' };
      return { code: issue.expected === 'string' ? 'not-text' : 'invalid' };
    case 'too_small':
      if (issue.origin !== 'string') return { code: 'invalid' };
      return issue.minimum === 1 ? { code: 'empty' } : { code: 'too-short', limit: Number(issue.minimum) };
    case 'too_big':
      if (issue.origin === 'array') return { code: 'too-many', limit: Number(issue.maximum) };
      return issue.origin === 'string' ? { code: 'too-long', limit: Number(issue.maximum) } : { code: 'invalid' };
    case 'invalid_format':
      if (issue.format === 'email') return { code: 'invalid-email' };
      return { code: issue.format === 'url' ? 'invalid-url' : 'invalid' };
    case 'custom':
      return namedIn(issue.params) ?? { code: 'invalid' };
    default:
      return { code: 'invalid' };
  }
}

/** A check of a schema may name a code of the registry, and the entry it is about. */
function namedIn(params: Record<string, unknown> = {}): { code: SettingCode; entry: string } | null {
  const code = SETTING_CODES.find((known) => known === params['code']);
  return code === undefined ? null : { code, entry: String(params['entry']).slice(0, ENTRY_SHOWN) };
}

/** So much of an entry is repeated in an answer; code units. */
const ENTRY_SHOWN = 200;

/** Keys are shortened, so that an answer never repeats a large input. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, 60)).join('.');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  );
}
