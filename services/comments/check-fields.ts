import { cleanText } from '../../shared/clean-text.ts';
import type { CommentCreate } from '../../shared/comment.ts';
import { NAME_MAX, NAME_MIN, TEXT_MAX } from '../../shared/limits.ts';
import { plainText, type Block } from '../../shared/markdown.ts';
import { Problem, type FieldProblem } from '../../shared/problem.ts';
import { parseComment, type Link } from './markdown.ts';
import { cleanName, isReadableName, mixesScripts, reordersText } from './names.ts';
import { isBlank, lengthOf } from './text.ts';

type Fault = Omit<FieldProblem, 'message'>;

/** A text as it is stored, its tree with its links, and what is wrong with it. */
export function checkText(typed: string): { text: string; body: Block[]; links: Link[]; fault: Fault | null } {
  const text = cleanText(typed);
  const { body, links } = isBlank(text) ? { body: [], links: [] } : parseComment(text);
  const fault = isBlank(plainText(body))
    ? ({ path: 'text', code: 'empty' } as const)
    : lengthOf(text) > TEXT_MAX
      ? ({ path: 'text', code: 'too-long', limit: TEXT_MAX } as const)
      : null;
  return { text, body, links, fault };
}

/**
 * Name and text as they are stored, and the text's tree with its links.
 * @throws Problem `validation-failed` with every field at fault
 */
export async function checkFields(
  deps: { imitatesModerator: (name: string) => Promise<boolean> },
  input: CommentCreate,
): Promise<{ name: string; text: string; body: Block[]; links: Link[] }> {
  const { text, body, links, fault } = checkText(input.text);
  const errors: Fault[] = fault === null ? [] : [fault];
  const name = cleanName(input.author.name);
  const length = lengthOf(name);
  if (name === '') errors.push({ path: 'author.name', code: 'empty' });
  else if (reordersText(input.author.name) || mixesScripts(name) || !isReadableName(name))
    errors.push({ path: 'author.name', code: 'invalid' });
  else if (length < NAME_MIN) errors.push({ path: 'author.name', code: 'too-short', limit: NAME_MIN });
  else if (length > NAME_MAX) errors.push({ path: 'author.name', code: 'too-long', limit: NAME_MAX });
  else if (await deps.imitatesModerator(name)) errors.push({ path: 'author.name', code: 'imitates-moderator' });
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  return { name, text, body, links };
}
