import type { CommentId } from '../../shared/ids.ts';
import { ratingPutSchema, ratingStateSchema, type RatingPut, type RatingState } from '../../shared/rating.ts';
import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import { emojiPutSchema, votePutSchema, voiceStateSchema, type Vote, type VoiceState } from '../../shared/votes.ts';
import { ownPageOnly } from '../sites/sites.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';
import { commentParams, siteParams } from './thread-routes.ts';

/** Who says something, and from where: a keyed hash of their address, null for this machine itself. */
export interface Voter {
  site: Site;
  person: PersonDoc;
  address: string | null;
}

/** What readers say about comments and the article without writing. */
export interface VoteUseCases {
  vote(voter: Voter, commentId: CommentId, vote: Vote | null): Promise<VoiceState>;
  react(voter: Voter, commentId: CommentId, emoji: string | null): Promise<VoiceState>;
  rate(voter: Voter, rating: RatingPut): Promise<RatingState>;
}

const AS_OFTEN =
  'Said again, it changes nothing; null takes it back. Nobody votes on their own comment, nor on what is not in sight.';

export function voteRoutes(use: VoteUseCases): Route[] {
  return [
    route({
      who: 'reader-of-site',
      method: 'put',
      path: routes.vote,
      tag: 'threads',
      summary: "Set or withdraw the caller's vote on a comment",
      description: AS_OFTEN,
      params: commentParams,
      body: votePutSchema,
      answers: { 200: { description: 'Counts after the change', schema: voiceStateSchema } },
      handle: async ({ site, person, address, params, body }) => ({
        status: 200,
        body: await use.vote({ site, person, address }, params.commentId, body.vote),
      }),
    }),
    route({
      who: 'reader-of-site',
      method: 'put',
      path: routes.emoji,
      tag: 'threads',
      summary: "Set or withdraw the caller's reaction to a comment",
      description: `One of the emoji the site offers, in place of the one before. ${AS_OFTEN}`,
      params: commentParams,
      body: emojiPutSchema,
      answers: { 200: { description: 'Counts after the change', schema: voiceStateSchema } },
      handle: async ({ site, person, address, params, body }) => ({
        status: 200,
        body: await use.react({ site, person, address }, params.commentId, body.emoji),
      }),
    }),
    route({
      who: 'reader-of-site',
      method: 'put',
      path: routes.rating,
      tag: 'threads',
      summary: "Set or withdraw the caller's stars for the article",
      params: siteParams,
      body: ratingPutSchema,
      answers: { 200: { description: 'Count and average after the change', schema: ratingStateSchema } },
      handle: async ({ site, person, address, body, caller }) => ({
        status: 200,
        body: await use.rate({ site, person, address }, { ...body, thread: ownPageOnly(body.thread, site, caller) }),
      }),
    }),
  ];
}
