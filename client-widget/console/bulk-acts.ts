import type { BulkView } from '../../shared/bulk.ts';

/** Acts on many comments, as far as this window knows of them. */
export interface BulkActs {
  /** The newest first. */
  readonly list: readonly BulkView[];
  /** Ids of those that are told of: under way when first heard of here, or mine, until that is enough. */
  readonly watched: readonly string[];
}

export const NO_ACTS: BulkActs = { list: [], watched: [] };

/** So many of the newest are at hand. */
const KEPT = 20;
const ORDER: readonly BulkView['state'][] = ['running', 'done', 'undoing', 'undone'];

export function isUnderWay({ state }: BulkView): boolean {
  return state === 'running' || state === 'undoing';
}

/** How many have been seen to: decided, or left alone. */
export function seenTo({ done, skipped }: BulkView): number {
  return Object.values(skipped).reduce((sum, n) => sum + n, done);
}

/** With what an answer or news says of an act, in whatever order they come: an act only goes on. */
export function withAct(acts: BulkActs, heard: BulkView, isMine = false): BulkActs {
  const known = acts.list.find(({ id }) => id === heard.id);
  const newer = known === undefined || isFurther(heard, known) ? heard : known;
  const list = [newer, ...acts.list.filter(({ id }) => id !== heard.id)]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, KEPT);
  const isNews = (isMine || isUnderWay(newer)) && !acts.watched.includes(heard.id);
  return { list, watched: isNews ? [...acts.watched, heard.id] : acts.watched };
}

export function withActs(acts: BulkActs, heard: readonly BulkView[]): BulkActs {
  return heard.reduce((all, one) => withAct(all, one), acts);
}

function isFurther(one: BulkView, other: BulkView): boolean {
  const steps = ORDER.indexOf(one.state) - ORDER.indexOf(other.state);
  return steps === 0 ? seenTo(one) >= seenTo(other) : steps > 0;
}

/** Those to tell of: mine until I have seen the end, a colleague's while it is under way. */
export function toldOf({ list, watched }: BulkActs, me: string): BulkView[] {
  return list.filter((act) => watched.includes(act.id) && (act.by.id === me || isUnderWay(act)));
}
