import type { OwnCommentView } from '../../shared/comment.ts';
import type { Nudge } from '../../shared/nudge.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { ReaderStanding } from '../../shared/standing.ts';
import { ApiProblem } from '../kit/api.ts';
import { loadAgain } from '../kit/load-again.ts';
import { pauseBefore } from '../kit/pause.ts';
import type { Widget } from './context.ts';
import type { Hands } from './hands.ts';
import { unsentUnder } from './draft.ts';
import { emit } from './embed.ts';
import type { UnsentComment } from './unsent-comment.ts';
import { summonPart } from './use-part.ts';
import { loadVerdict } from './verdict-slot.tsx';

/** A comment, however far it has come, and who draws it. */
export type Letter = Pick<UnsentComment, 'key' | 'body' | 'Line'>;

/** Who sends, from where. */
export type Sender = Pick<Widget, 'config' | 'root' | 'words'> & { hands: Hands };

/** The first try again comes after about four seconds. */
const FIRST_ATTEMPT = 4;
const LONGEST_PAUSE_MS = 60_000;

/** How the waiting of a comment is ended, and how its page is let go of, by key. */
const waits = new Map<string, () => void>();
const guards = new Map<string, () => void>();

/** An unsent comment is kept among the drafts: on the device only if its author is remembered there. */
const nameOf = (thread: string, key: string): string => unsentUnder(thread) + key;

/**
 * Sends a comment once, and has loaded what is said below one that waits.
 * @param nudge whether its author is here to be told what may keep it back
 * @throws ApiProblem, Unreachable
 */
export async function post(
  { config, hands, root }: Sender,
  { key: idempotencyKey, body }: Pick<Letter, 'key' | 'body'>,
  nudge: boolean,
): Promise<OwnCommentView | Nudge> {
  const { api, identity } = hands.services;
  const where = path(readerRoutes.comments, { siteId: config.site });
  const send = (proof?: string): Promise<OwnCommentView | Nudge> =>
    identity.as((token) => api(where, { method: 'POST', body: { ...body, nudge, proof }, token, idempotencyKey }));
  const answer = await send().catch(async (error: unknown) => {
    const challenge = error instanceof ApiProblem ? error.document.challenge : undefined;
    if (challenge === undefined) throw error;
    // What it says then is what is wrong.
    const proof = await loadAgain(() => import('./work.ts')).then(
      ({ work }) => work(challenge),
      () => null,
    );
    if (proof === null) throw error;
    return send(proof);
  });
  // What is said below a comment that waits is at hand before it is drawn, so that nothing moves afterwards.
  if ('state' in answer && answer.state !== 'published')
    await summonPart(loadVerdict, root, config).catch(() => undefined);
  return answer;
}

/** Shows a comment where it will stand, and keeps it until the service has it. */
export function put(sender: Sender, item: UnsentComment): void {
  const { config, hands } = sender;
  const { thread, services } = hands;
  const { key, body } = item;
  const name = nameOf(config.thread, key);
  services.memory.saveDraft(name, JSON.stringify({ key, body }));
  guards.get(key)?.();
  guards.set(
    key,
    hands.guard(key, () => !services.memory.holds(name)),
  );
  const before = thread.state.unsent;
  const isThere = before.some((one) => one.key === key);
  const unsent = isThere ? before.map((one) => (one.key === key ? item : one)) : [...before, item];
  thread.dispatch({ type: 'holds', now: { unsent } });
}

/** Lets go of a comment: it is posted, or its author does not want it any more. */
export function drop({ config, hands }: Sender, key: string): void {
  waits.get(key)?.();
  guards.get(key)?.();
  guards.delete(key);
  hands.services.memory.saveDraft(nameOf(config.thread, key), '');
  const unsent = hands.thread.state.unsent.filter((one) => one.key !== key);
  hands.thread.dispatch({ type: 'holds', now: { unsent } });
}

/** Sends what is in the outbox, now. */
export async function sendNow(sender: Sender, item: Letter, tries = 0): Promise<void> {
  waits.get(item.key)?.();
  put(sender, { ...item, state: 'sending', problem: null });
  try {
    settle(sender, item, await post(sender, item, false));
  } catch (error) {
    fail(sender, item, error, tries);
  }
}

/** What has become of a comment in the outbox. */
export function settle(sender: Sender, item: Letter, answer: OwnCommentView | Nudge): void {
  const { hands, words } = sender;
  if ('hints' in answer)
    return put(sender, { ...item, state: 'stuck', problem: words.say(hands.words.writing.unsentHints) });
  drop(sender, item.key);
  arrived(sender, answer);
}

/** A comment is posted: it is drawn, and its author, their other tabs and the page are told. */
export function arrived({ hands, root, words }: Sender, comment: OwnCommentView): void {
  const { id, state } = comment;
  hands.thread.dispatch({ type: 'own', comment });
  hands.tell();
  emit(root, 'tribune:posted', { id, state });
  hands.announce(words.say(state === 'published' ? hands.words.posted : hands.words.postedHeld));
}

/** A comment in the outbox was not posted: it waits for another time, or for its author. */
export function fail(sender: Sender, item: Letter, error: unknown, tries = 0): void {
  const { hands, words } = sender;
  const pause = pauseBefore(FIRST_ATTEMPT + tries, LONGEST_PAUSE_MS);
  if (!(error instanceof ApiProblem)) {
    if (tries === 0) hands.announce(words.say(hands.words.writing.unsent));
    put(sender, { ...item, state: 'waiting', problem: null });
    return wait(sender, item, { pause, tries });
  }
  const { retryAfter, standing } = error.document;
  if (standing) hands.thread.dispatch({ type: 'holds', now: { standing: standing as ReaderStanding } });
  const isPassing = error.status === 429 || error.status >= 500;
  const [fault] = error.fields;
  const problem = fault?.message ?? error.detail;
  put(sender, { ...item, state: isPassing ? 'waiting' : 'stuck', problem, fault });
  if (isPassing) wait(sender, item, { pause: Math.max(pause, (retryAfter ?? 0) * 1000), tries });
  else hands.announce(problem);
}

/** Until the pause is over, or the network is back. */
function wait(sender: Sender, item: Letter, { pause, tries }: { pause: number; tries: number }): void {
  const again = () => void sendNow(sender, item, tries + 1);
  const timer = setTimeout(again, pause);
  addEventListener('online', again);
  waits.set(item.key, () => {
    clearTimeout(timer);
    removeEventListener('online', again);
    waits.delete(item.key);
  });
}
