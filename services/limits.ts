import type { Config } from './config.ts';
import { createLimit, type Limit } from './http/rate-limit.ts';

export type Limits = ReturnType<typeof createLimits>;

/** How often somebody may do something: points, and the seconds they count for. */
export function createLimits(config: Pick<Config, 'COMMENTS_PER_PERSON' | 'COMMENTS_PER_ADDRESS'>) {
  return {
    commentsOfPerson: createLimit('comment-person', config.COMMENTS_PER_PERSON, 600),
    commentsOfReader: createLimit('comment-reader', config.COMMENTS_PER_PERSON * 2, 600),
    commentsFromAddress: createLimit('comment-address', config.COMMENTS_PER_ADDRESS, 600),
    // Twice as many as comments, so that nobody is refused for having been told.
    nudgesOfPerson: createLimit('nudge-person', config.COMMENTS_PER_PERSON * 2, 600),
    nudgesFromAddress: createLimit('nudge-address', config.COMMENTS_PER_ADDRESS * 2, 600),
    guestsFromAddress: createLimit('guest-address', config.COMMENTS_PER_ADDRESS, 600),
    previewsFromAddress: createLimit('preview-address', 120, 60),
    reactionsOfPerson: createLimit('reaction-person', 30, 60),
    votesOfPerson: createLimit('vote-person', 30, 60),
    votesFromAddress: createLimit('vote-address', 120, 60),
    reportsOfPerson: createLimit('report-person', 30, 60),
    reportsFromAddress: createLimit('report-address', 60, 60),
    changesOfPerson: createLimit('change-person', 30, 60),
    subscriptionsOfPerson: createLimit('subscription-person', 60, 60),
    // Letters that ask about an address, or have somebody sign in with it: nobody is flooded with what they have not asked for.
    confirmationsToMailbox: createLimit('confirmation-mailbox', 3, 900),
    confirmationsFromAddress: createLimit('confirmation-address', 20, 3600),
    ownListsOfPerson: createLimit('own-list-person', 120, 60),
    exportsOfPerson: createLimit('export-person', 5, 3600),
    erasuresOfPerson: createLimit('erasure-person', 10, 3600),
    readersFromAddress: createLimit('reader-sign-in-address', 60, 900),
    readerTokensFromAddress: createLimit('reader-token-address', 240, 60),
    signInsFromAddress: createLimit('sign-in-address', 10, 900),
    signInsOfName: createLimit('sign-in-name', 10, 900),
    guessesOfName: createLimit('sign-in-guesses', 100, 900),
    // A code is one of a million, three are good at a time: who knows the password gets ten wrong ones an hour.
    codesOfMember: createLimit('second-factor', 10, 3600),
    secondStepsFromAddress: createLimit('second-step-address', 30, 900),
    passkeyAsksFromAddress: createLimit('passkey-ask-address', 60, 900),
    proofsOfMember: createLimit('proof', 10, 900),
    searchesOfModerator: createLimit('search', 60, 60),
    searchesFromAddress: createLimit('search-address', 60, 60),
    namesFromAddress: createLimit('name-address', 60, 60),
    testsOfModerator: createLimit('moderation-test', 300, 60),
  } satisfies Record<string, Limit>;
}
