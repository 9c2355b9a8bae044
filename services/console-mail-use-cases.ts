import type { ConsoleMail, DeadLetter } from '../shared/console-mail.ts';
import { Problem } from '../shared/problem.ts';
import { requireAccess } from './auth/access.ts';
import { pageOf, readCursor } from './cursor.ts';
import type { ConsoleMailUseCases } from './http/console-mail-routes.ts';
import { LETTER_STATES, type LetterDoc, type LetterStore } from './storage/letters.ts';
import type { Parts } from './use-cases.ts';

const PAGE = 50;

/** What the console does with the mail. */
export function consoleMailUseCases({
  store: { letters },
  mailOffered: offered,
  mailKept: kept,
  now,
}: Parts): ConsoleMailUseCases {
  return {
    async read(by, cursor) {
      requireAccess(by, 'mail.read');
      const [counts, found] = await Promise.all([
        countsOf(letters),
        letters.dead({ place: readCursor(cursor), limit: PAGE + 1 }),
      ]);
      const { docs, next } = pageOf(found, PAGE, ({ doneAt, _id }) => ({ at: doneAt, id: _id }));
      return { offered, kept, letters: counts, dead: docs.map(viewOf), next };
    },
    async retry(by, letterId) {
      requireAccess(by, 'mail.change');
      if (!(await letters.retry(letterId, now()))) throw new Problem('not-found');
    },
    async drop(by, letterId) {
      requireAccess(by, 'mail.change');
      if (!(await letters.drop(letterId, now()))) throw new Problem('not-found');
    },
  };
}

async function countsOf(letters: Pick<LetterStore, 'count'>): Promise<ConsoleMail['letters']> {
  const counts = await Promise.all(LETTER_STATES.map(async (state) => [state, await letters.count(state)] as const));
  return Object.fromEntries(counts) as ConsoleMail['letters'];
}

function viewOf({ _id, siteId, to = '', what, error = '', attempts, createdAt, doneAt }: LetterDoc): DeadLetter {
  return {
    ...{ id: _id, site: siteId, to, kind: what.kind, commentId: 'commentId' in what ? what.commentId : null },
    ...{ error, attempts, createdAt: createdAt.toISOString(), diedAt: (doneAt ?? createdAt).toISOString() },
  };
}
