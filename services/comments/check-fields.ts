import { cleanText } from '../../shared/clean-text.ts';
import { NAME_MAX, NAME_MIN } from '../../shared/limits.ts';
import { plainText, type Block } from '../../shared/markdown.ts';
import { Problem, type FieldProblem } from '../../shared/problem.ts';
import { parseComment, type Link } from './markdown.ts';
import { cleanName, isReadableName, mixesScripts, reordersText } from './names.ts';
import { isBlank, lengthOf } from './text.ts';

type Fault = Omit<FieldProblem, 'message'>;

/** Half a character is no text: it can be written in JSON, and is read in as many ways as there are programs. */
const HALF = /\p{Cs}/u;

/**
 * A text as it is stored, its tree with its links, and what is wrong with it.
 * @param most characters it may have on its site
 */
export function checkText(
  typed: string,
  most: number,
): { text: string; body: Block[]; links: Link[]; fault: Fault | null } {
  const text = cleanText(typed);
  const { body, links } = isBlank(text) ? { body: [], links: [] } : parseComment(text);
  return { text, body, links, fault: faultOf({ typed, text, body }, most) };
}

function faultOf(
  { typed, text, body }: { typed: string; text: string; body: readonly Block[] },
  most: number,
): Fault | null {
  if (isBlank(plainText(body))) return { path: 'text', code: 'empty' };
  if (lengthOf(text) > most) return { path: 'text', code: 'too-long', limit: most };
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
 * @param sent `lacksEmail`: whether there is no address where its author has to give one
 * @throws Problem `validation-failed` with every field at fault
 */
export async function checkFields(
  deps: { imitatesModerator: (name: string) => Promise<boolean> },
  sent: { typedName: string | undefined; text: string; lacksEmail: boolean },
  maxLength: number,
): Promise<{ name: string; text: string; body: Block[]; links: Link[] }> {
  const { typedName, lacksEmail } = sent;
  const { text, body, links, fault } = checkText(sent.text, maxLength);
  const { name, fault: nameFault } =
    typedName === undefined
      ? { name: '', fault: { path: 'author', code: 'required' } as const }
      : await checkName(deps, typedName, 'author.name');
  const emailFault = lacksEmail ? ({ path: 'author.email', code: 'email-required' } as const) : null;
  const errors = [fault, nameFault, emailFault].filter((found) => found !== null);
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  return { name, text, body, links };
}
