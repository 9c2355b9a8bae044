import type { Config } from './config.ts';
import { createLimit, type Limit, type LimitOptions } from './http/rate-limit.ts';

export type Limits = ReturnType<typeof createLimits>;

/** How often somebody may do something: points, and the seconds they count for. */
export function createLimits(
  config: Pick<Config, 'COMMENTS_PER_PERSON' | 'COMMENTS_PER_ADDRESS'>,
  shared: LimitOptions['shared'],
) {
  const limit = (name: string, points: number, seconds: number) => createLimit({ name, points, seconds, shared });
  return {
    commentsOfPerson: limit('comment-person', config.COMMENTS_PER_PERSON, 600),
    commentsOfReader: limit('comment-reader', config.COMMENTS_PER_PERSON * 2, 600),
    commentsFromAddress: limit('comment-address', config.COMMENTS_PER_ADDRESS, 600),
    // Twice as many as comments, so that nobody is refused for having been told.
    nudgesOfPerson: limit('nudge-person', config.COMMENTS_PER_PERSON * 2, 600),
    nudgesFromAddress: limit('nudge-address', config.COMMENTS_PER_ADDRESS * 2, 600),
    guestsFromAddress: limit('guest-address', config.COMMENTS_PER_ADDRESS, 600),
    previewsFromAddress: limit('preview-address', 120, 60),
    reactionsOfPerson: limit('reaction-person', 30, 60),
    votesOfPerson: limit('vote-person', 30, 60),
    votesFromAddress: limit('vote-address', 120, 60),
    reportsOfPerson: limit('report-person', 30, 60),
    reportsFromAddress: limit('report-address', 60, 60),
    changesOfPerson: limit('change-person', 30, 60),
    subscriptionsOfPerson: limit('subscription-person', 60, 60),
    // Letters that ask about an address, or have somebody sign in with it: nobody is flooded with what they have not asked for.
    confirmationsToMailbox: limit('confirmation-mailbox', 3, 900),
    confirmationsFromAddress: limit('confirmation-address', 20, 3600),
    ownListsOfPerson: limit('own-list-person', 120, 60),
    exportsOfPerson: limit('export-person', 5, 3600),
    erasuresOfPerson: limit('erasure-person', 10, 3600),
    readersFromAddress: limit('reader-sign-in-address', 60, 900),
    readerTokensFromAddress: limit('reader-token-address', 240, 60),
    signInsFromAddress: limit('sign-in-address', 10, 900),
    signInsOfName: limit('sign-in-name', 10, 900),
    guessesOfName: limit('sign-in-guesses', 100, 900),
    // A code is one of a million, three are good at a time: who knows the password gets ten wrong ones an hour.
    codesOfMember: limit('second-factor', 10, 3600),
    secondStepsFromAddress: limit('second-step-address', 30, 900),
    passkeyAsksFromAddress: limit('passkey-ask-address', 60, 900),
    proofsOfMember: limit('proof', 10, 900),
    searchesOfModerator: limit('search', 60, 60),
    searchesFromAddress: limit('search-address', 60, 60),
    namesFromAddress: limit('name-address', 60, 60),
    testsOfModerator: limit('moderation-test', 300, 60),
  } satisfies Record<string, Limit>;
}
