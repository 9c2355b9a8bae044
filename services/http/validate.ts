import type { z } from 'zod';
import { Problem, type FieldCode, type FieldProblem } from '../../shared/problem.ts';

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
  const { code, limit } = codeOf(issue, input);
  return [limit === undefined ? { path, code } : { path, code, limit }];
}

function codeOf(issue: Issue, input: unknown): { code: FieldCode; limit?: number } {
  switch (issue.code) {
    case 'invalid_type':
      if (valueAt(input, issue.path) === undefined) return { code: 'required' };
      return { code: issue.expected === 'string' ? 'not-text' : 'invalid' };
    case 'too_small':
      if (issue.origin !== 'string') return { code: 'invalid' };
      return issue.minimum === 1 ? { code: 'empty' } : { code: 'too-short', limit: Number(issue.minimum) };
    case 'too_big':
      return issue.origin === 'string' ? { code: 'too-long', limit: Number(issue.maximum) } : { code: 'invalid' };
    case 'invalid_format':
      if (issue.format === 'email') return { code: 'invalid-email' };
      return { code: issue.format === 'url' ? 'invalid-url' : 'invalid' };
    default:
      return { code: 'invalid' };
  }
}

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
