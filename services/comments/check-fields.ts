import { cleanText } from '../../shared/clean-text.ts';
import { NAME_MAX, NAME_MIN, TEXT_MAX } from '../../shared/limits.ts';
import { plainText, type Block } from '../../shared/markdown.ts';
import { Problem, type FieldProblem } from '../../shared/problem.ts';
import { parseComment, type Link } from './markdown.ts';
import { cleanName, isReadableName, mixesScripts, reordersText } from './names.ts';
import { isBlank, lengthOf } from './text.ts';

type Fault = Omit<FieldProblem, 'message'>;

/** Half a character is no text: it can be written in JSON, and is read in as many ways as there are programs. */
const HALF = /\p{Cs}/u;

/** A text as it is stored, its tree with its links, and what is wrong with it. */
export function checkText(typed: string): { text: string; body: Block[]; links: Link[]; fault: Fault | null } {
  const text = cleanText(typed);
  const { body, links } = isBlank(text) ? { body: [], links: [] } : parseComment(text);
  return { text, body, links, fault: faultOf(typed, text, body) };
}

function faultOf(typed: string, text: string, body: readonly Block[]): Fault | null {
  if (isBlank(plainText(body))) return { path: 'text', code: 'empty' };
  if (lengthOf(text) > TEXT_MAX) return { path: 'text', code: 'too-long', limit: TEXT_MAX };
  return HALF.test(typed) ? { path: 'text', code: 'invalid' } : null;
}

/** A name as it is stored, and what is wrong with it; `path` is where it stands in the request. */
export async function checkName(
  deps: { imitatesModerator: (name: string) => Promise<boolean> },
  typed: string,
  path: string,
): Promise<{ name: string; fault: Fault | null }> {
  const name = cleanName(typed);
  const length = lengthOf(name);
  if (name === '') return { name, fault: { path, code: 'empty' } };
  if (HALF.test(typed) || reordersText(typed) || !isReadableName(name))
    return { name, fault: { path, code: 'invalid' } };
  if (length < NAME_MIN) return { name, fault: { path, code: 'too-short', limit: NAME_MIN } };
  if (length > NAME_MAX) return { name, fault: { path, code: 'too-long', limit: NAME_MAX } };
  if (await deps.imitatesModerator(name)) return { name, fault: { path, code: 'imitates-moderator' } };
  return { name, fault: mixesScripts(name) ? { path, code: 'invalid' } : null };
}

/**
 * Name and text as they are stored, and the text's tree with its links.
 * @throws Problem `validation-failed` with every field at fault
 */
export async function checkFields(
  deps: { imitatesModerator: (name: string) => Promise<boolean> },
  { typedName, text: typed }: { typedName: string | undefined; text: string },
): Promise<{ name: string; text: string; body: Block[]; links: Link[] }> {
  const { text, body, links, fault } = checkText(typed);
  const errors: Fault[] = fault === null ? [] : [fault];
  if (typedName === undefined)
    throw new Problem('validation-failed', { errors: [...errors, { path: 'author', code: 'required' }] });
  const { name, fault: nameFault } = await checkName(deps, typedName, 'author.name');
  if (nameFault !== null) errors.push(nameFault);
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  return { name, text, body, links };
}
