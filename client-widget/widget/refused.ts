import type { ReaderStanding } from '../../shared/standing.ts';
import type { ApiProblem } from '../kit/api.ts';
import { composerWords } from './composer-words.ts';
import type { Draft, DraftField, Failure, Writing } from './draft.ts';

/** What to say of a comment that the service did not take: what is wrong with a field, or else with all of it. */
export async function refusalOf(
  { hands, widget }: Pick<Writing, 'hands' | 'widget'>,
  error: ApiProblem,
): Promise<{ errors: Draft['errors'] } | { failure: Failure }> {
  const { say } = widget.words;
  const errors: Draft['errors'] = {};
  learn(hands, error);
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

/** Takes over what a refusal says of its author, and of the site's settings, which are newer than those the page was loaded with. */
function learn({ thread }: Writing['hands'], { document, fields }: ApiProblem): void {
  const { offers } = thread.state;
  const { standing = thread.state.standing } = document;
  const maxLength = fields.find(({ path }) => path === 'text')?.limit ?? offers.maxLength;
  const email = fields.some(({ code }) => code === 'email-required') ? 'required' : offers.email;
  thread.dispatch((state) => ({
    ...state,
    standing: standing as ReaderStanding | null,
    offers: { ...offers, email, maxLength },
  }));
}

/** Up to the next whole minute, in milliseconds: a time said without seconds must not come too early. */
const roundUp = (seconds: number): number => Math.ceil(seconds / 60) * 60_000;

/** The field of the composer that a problem's path speaks of. */
export function fieldOf(path: string): DraftField | null {
  if (path === 'text') return 'text';
  if (path === 'author.name' || path === 'author') return 'name';
  return path === 'author.email' ? 'email' : null;
}
