import type { mongo } from 'mongoose';
import type { CommentDoc, Moderation } from './comment-schema.ts';
import type { ModEvent } from './mod-events.ts';

/** What a change leaves of the moderation part, beside its version and its outbox. What is left out is gone. */
export type Left = Pick<Moderation, 'vis' | 'review'> & { [Name in (typeof MAY_GO)[number]]?: Moderation[Name] };

const MAY_GO = [
  'queue',
  'queuedAt',
  'firstQueuedAt',
  'priority',
  'priorityParts',
  'snooze',
  'claim',
  'outcome',
  'last',
  'appeal',
  'flagged',
  'pin',
  'feature',
  'tellAt',
  'wipeAt',
] as const;

/** A new text with what the rules say of it. Reports were about the text before, so they go with that. */
export interface NewText {
  fields: Pick<
    CommentDoc,
    'rev' | 'text' | 'body' | 'textHash' | 'shingle' | 'revs' | 'lang' | 'editedAt' | 'mentions'
  >;
  verdict: Moderation['verdict'];
  troubling: boolean;
}

/** What a change makes of a comment. */
export interface Change {
  left: Left;
  event: ModEvent;
  newText?: NewText;
}

/** What a comment must still be when a change arrives. */
export interface Guard {
  v: number;
  rev: number;
  /** Whether its words were wiped, which makes no new version. */
  wiped: boolean;
  /** Nobody else may be at it at this moment; `must`: whoever changes it must be. */
  claim?: { by: string; at: Date; must: boolean };
}

type Filter = mongo.Filter<CommentDoc>;

/** The filter of whatever still is what a change was made from. */
export function holds({ v, rev, wiped, claim }: Guard): Filter {
  const same = { 'mod.v': v, rev, 'mod.wipedAt': { $exists: wiped } };
  if (claim === undefined) return same;
  const mine = { 'mod.claim.by.id': claim.by, ...(claim.must ? { 'mod.claim.until': { $gt: claim.at } } : {}) };
  return { ...same, $or: claim.must ? [mine] : [mine, ...free(claim.at)] };
}

/** Nobody is at it at a moment. */
export function free(at: Date): Filter[] {
  return [{ 'mod.claim': { $exists: false } }, { 'mod.claim.until': { $lte: at } }];
}

/** The update that makes a comment what a change leaves of it. */
export function updateOf({ left, event, newText }: Change): mongo.UpdateFilter<CommentDoc> {
  const isCalm = newText?.troubling === false;
  const gone = [
    ...MAY_GO.filter((name) => left[name] === undefined),
    ...(newText === undefined ? [] : ['flags']),
    ...(isCalm ? ['troubling'] : []),
  ];
  return {
    $set: {
      ...newText?.fields,
      ...(newText === undefined ? {} : { 'mod.verdict': newText.verdict }),
      ...(newText?.troubling === true ? { 'mod.troubling': true } : {}),
      ...Object.fromEntries(Object.entries(left).map(([name, value]) => [`mod.${name}`, value])),
      'mod.v': event.seq,
      'mod.outboxAt': event.at,
      ...(left.vis === 'visible' ? { listed: true } : {}),
    },
    $unset: Object.fromEntries(gone.map((name) => [`mod.${name}`, 1])),
    $push: { 'mod.outbox': event },
  };
}
