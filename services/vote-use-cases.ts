import type { VoteUseCases, Voter } from './http/vote-routes.ts';
import { Problem } from '../shared/problem.ts';
import { vote, type VoteDeps } from './comments/vote.ts';
import { requireMayWrite } from './people-use-cases.ts';
import { rate } from './threads/rate.ts';
import type { Parts } from './use-cases.ts';

export function voteUseCases(parts: Parts): VoteUseCases {
  const { store, bus, limits, threads, counter, now } = parts;
  const admit = async ({ person, address }: Voter): Promise<void> => {
    await requireMayWrite(parts)(person);
    await limits.votesOfPerson.take(person._id);
    await limits.votesFromAddress.take(address);
  };
  const deps = (voter: Voter): VoteDeps => ({ ...store, counter, admit: () => admit(voter), now });
  return {
    vote: (voter, commentId, cast) => {
      const value = cast === null ? null : cast === 'up' ? 1 : -1;
      return vote(deps(voter), { site: voter.site, personId: voter.person._id, commentId }, { vote: value });
    },
    react: (voter, commentId, emoji) =>
      vote(deps(voter), { site: voter.site, personId: voter.person._id, commentId }, { emoji }),
    async rate(voter, { thread, stars }) {
      const { site, person } = voter;
      if (stars !== null && !site.settings.readers.rating) throw new Problem('not-offered');
      await admit(voter);
      const { id: threadId } = await threads.ensure(site.id, thread);
      return rate({ ratings: store.ratings, bus, now }, { personId: person._id, threadId, stars });
    },
  };
}
