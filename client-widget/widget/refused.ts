import type { ApiProblem } from '../kit/api.ts';
import type { Finding } from './checks.ts';
import { composerWords } from './composer-words.ts';
import type { Draft, DraftField, Failure, Writing } from './draft.ts';

/** What is said of the findings about a draft, the first of each field. */
export async function faultsOf(
  { widget }: Pick<Writing, 'widget'>,
  findings: readonly Finding[],
): Promise<Draft['errors']> {
  const { fields } = await composerWords(widget.config);
  const errors: Draft['errors'] = {};
  for (const { field, code, limit } of findings)
    errors[field] ??= widget.words.say(fields[code], limit ? { limit } : {});
  return errors;
}

/** What to say of a comment that the service did not take: what is wrong with a field, or else with all of it. */
export async function refusalOf(
  { hands, widget }: Pick<Writing, 'hands' | 'widget'>,
  error: ApiProblem,
): Promise<{ errors: Draft['errors'] } | { failure: Failure }> {
  const { say } = widget.words;
  const errors: Draft['errors'] = {};
  for (const { path: where, message } of error.fields) {
    const field = fieldOf(where);
    if (field !== null) errors[field] ??= message;
  }
  if (Object.keys(errors).length > 0) return { errors };
  const { retryAfter } = error.document;
  const passing = error.status === 429 || error.status >= 500;
  const message = error.status >= 500 ? say(hands.words.writing.unavailable) : error.detail;
  if (!passing || retryAfter === undefined) return { failure: { message, retry: passing } };
  const words = await composerWords(widget.config);
  // The hour stays true, unlike "in ten minutes". A turn in a slowed discussion comes so soon that the seconds count.
  const soon = error.code === 'slow-mode';
  const at = Date.now() + (soon ? retryAfter * 1000 : roundUp(retryAfter));
  const timeStyle = soon ? 'medium' : 'short';
  const time = new Intl.DateTimeFormat(widget.config.locale, { timeStyle }).format(at);
  const what = error.status === 429 && !soon ? say(words.tooMany) : message;
  return {
    failure: {
      message: `${what} ${say(words.retryAt, { time })}`,
      retry: true,
      from: { at, label: say(words.waitUntil, { time }) },
    },
  };
}

/** Up to the next whole minute, in milliseconds: a time said without seconds must not come too early. */
const roundUp = (seconds: number): number => Math.ceil(seconds / 60) * 60_000;

/** The field of the composer that a problem's path speaks of. */
export function fieldOf(path: string): DraftField | null {
  if (path === 'text') return 'text';
  if (path === 'author.name' || path === 'author') return 'name';
  return path === 'author.email' ? 'email' : null;
}
